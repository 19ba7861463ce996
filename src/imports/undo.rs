//! What an import did is taken back, the last rows first: new listings go, changed ones get their old price and stock unless they have moved since,
//! and drafts that were put on sale are drafts without photos again.

use diesel::prelude::*;

use super::chunk::Done;
use super::home::Home;
use super::import::Import;
use super::state::ImportState;
use super::work::{CHUNK, Stopped, import};
use crate::db::{DbError, Tx};
use crate::kernel::{ImportId, ListingId, Money};
use crate::listings::{ListingState, LotChange, Stock, change_many, drop_many, take_back_many, undress, unnumber_many};
use crate::schema::{import_rows, listings, stocks};

/// Undoes an import; safe to repeat.
pub fn undo(home: &Home, id: ImportId) -> Result<(), Stopped> {
    let import = import(home, id)?;
    while home.db.write_here(|tx| -> Result<bool, DbError> { Ok(step(tx, &import)?) })? {}
    Ok(())
}

/// Some hundred rows; false when there are no more.
fn step(tx: &mut Tx<'_>, import: &Import) -> QueryResult<bool> {
    let import = Import::locked(tx, import.id, import.shop_id)?;
    if import.state != ImportState::Undoing {
        return Ok(false);
    }
    tx.acting(import.user_id, "")?;
    let own = import_rows::table.filter(import_rows::import_id.eq(import.id));
    let rows: Vec<Done> = own.order(import_rows::row.desc()).limit(CHUNK as i64).select(Done::as_select()).load(&mut **tx)?;
    if rows.is_empty() {
        import.undone(tx)?;
        return Ok(false);
    }
    let those = |wanted: fn(&Done) -> bool| rows.iter().filter(|row| wanted(row)).map(|row| row.listing_id).collect::<Vec<ListingId>>();
    // first the stock, as buyers take it
    Stock::lock_own(tx, import.shop_id, &those(|_| true))?;
    take_back_many(tx, import.shop_id, &those(|row| row.published))?;
    put_back(tx, &rows)?;
    for row in rows.iter().filter(|row| !row.photos.is_empty()) {
        undress(tx, import.shop_id, row.listing_id, &row.photos)?;
    }
    let skus: Vec<(ListingId, &str)> = rows.iter().filter_map(|row| Some((row.listing_id, row.sku.as_deref()?))).collect();
    unnumber_many(tx, import.shop_id, &skus)?;
    drop_many(tx, import.shop_id, &those(|row| row.made))?;
    let numbers: Vec<i64> = rows.iter().map(|row| row.row).collect();
    diesel::delete(own.filter(import_rows::row.eq_any(&numbers))).execute(&mut **tx)?;
    import.advance(tx, import.seen + numbers.len() as i64, &import.tally())?;
    Ok(true)
}

/// Old prices and stocks, where nobody has changed them since. Only a draft can have no price again.
fn put_back(tx: &mut Tx<'_>, rows: &[Done]) -> QueryResult<()> {
    let ids: Vec<ListingId> = rows.iter().filter(|row| !row.made).map(|row| row.listing_id).collect();
    let now: Vec<(ListingId, ListingState, Money, i32)> = listings::table
        .inner_join(stocks::table)
        .filter(listings::id.eq_any(ids))
        .select((listings::id, listings::state, listings::price, stocks::on_hand))
        .load(&mut **tx)?;
    let mut changes: Vec<LotChange> = Vec::new();
    for (id, state, price, on_hand) in now {
        let Some(row) = rows.iter().find(|row| row.listing_id == id) else { continue };
        let fits = |before: &Money| *before > Money::ZERO || state == ListingState::Draft;
        let price = row.price_before.filter(|before| fits(before) && row.price_after == Some(price));
        let stock = row.stock_before.filter(|_| row.stock_after == Some(on_hand));
        changes.push(LotChange { listing: id, price, stock, sku: None });
    }
    changes.sort_by_key(|change| change.listing);
    change_many(tx, &changes).map(drop)
}
