//! What an import did is taken back, the last rows first: new listings go, changed ones get their old price and stock unless they have moved since.

use diesel::prelude::*;

use super::home::Home;
use super::import::Import;
use super::state::ImportState;
use super::work::{CHUNK, Stopped, import};
use crate::db::{DbError, Tx};
use crate::kernel::{ImportId, ListingId, Money};
use crate::listings::{LotChange, change_many, drop_many};
use crate::schema::{import_rows, listings, stocks};

type Row = (i64, ListingId, bool, (Option<Money>, Option<Money>), (Option<i32>, Option<i32>));

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
    let columns = (
        import_rows::row,
        import_rows::listing_id,
        import_rows::made,
        (import_rows::price_before, import_rows::price_after),
        (import_rows::stock_before, import_rows::stock_after),
    );
    let rows: Vec<Row> = own.order(import_rows::row.desc()).limit(CHUNK as i64).select(columns).load(&mut **tx)?;
    if rows.is_empty() {
        import.undone(tx)?;
        return Ok(false);
    }
    let made: Vec<ListingId> = rows.iter().filter(|row| row.2).map(|row| row.1).collect();
    put_back(tx, &rows)?;
    drop_many(tx, import.shop_id, &made)?;
    let numbers: Vec<i64> = rows.iter().map(|row| row.0).collect();
    diesel::delete(own.filter(import_rows::row.eq_any(&numbers))).execute(&mut **tx)?;
    import.advance(tx, import.seen + numbers.len() as i64, &import.tally())?;
    Ok(true)
}

/// Old prices and stocks, where nobody has changed them since.
fn put_back(tx: &mut Tx<'_>, rows: &[Row]) -> QueryResult<()> {
    let ids: Vec<ListingId> = rows.iter().filter(|row| !row.2).map(|row| row.1).collect();
    let now: Vec<(ListingId, Money, i32)> = listings::table
        .inner_join(stocks::table)
        .filter(listings::id.eq_any(ids))
        .select((listings::id, listings::price, stocks::on_hand))
        .load(&mut **tx)?;
    let mut changes: Vec<LotChange> = Vec::new();
    for (id, price, on_hand) in now {
        let Some((.., (price_before, price_after), (stock_before, stock_after))) = rows.iter().find(|row| row.1 == id) else { continue };
        let price = price_before.filter(|_| *price_after == Some(price));
        let stock = stock_before.filter(|_| *stock_after == Some(on_hand));
        changes.push(LotChange { listing: id, price, stock, sku: None });
    }
    changes.sort_by_key(|change| change.listing);
    change_many(tx, &changes).map(drop)
}
