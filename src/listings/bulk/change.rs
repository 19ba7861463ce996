//! New prices and stocks of many listings.

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Integer, Text};

use super::super::{Stock, old_price};
use crate::db::Tx;
use crate::kernel::{ListingId, Money};

/// What changes about one listing; what is none stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LotChange {
    /// Which.
    pub listing: ListingId,
    /// The new price.
    pub price: Option<Money>,
    /// Pieces on the shelf, ordered ones included.
    pub stock: Option<i32>,
    /// The shop's own number, for a listing that has none yet.
    pub sku: Option<String>,
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: ListingId,
}

/// Writes them all; tells whose stock was left alone because more is ordered. Stocks come first, in the order of ids, like in every hand that takes them.
pub fn change_many(tx: &mut Tx<'_>, changes: &[LotChange]) -> QueryResult<Vec<ListingId>> {
    let stocks: Vec<(ListingId, i32)> = changes.iter().filter_map(|change| Some((change.listing, change.stock?))).collect();
    let refused = set_stocks(tx, &stocks)?;
    let prices: Vec<(ListingId, Money)> = changes.iter().filter_map(|change| Some((change.listing, change.price?))).collect();
    set_prices(tx, &prices)?;
    let skus: Vec<(ListingId, &str)> = changes.iter().filter_map(|change| Some((change.listing, change.sku.as_deref()?))).collect();
    set_skus(tx, &skus)?;
    Ok(refused)
}

fn set_stocks(tx: &mut Tx<'_>, stocks: &[(ListingId, i32)]) -> QueryResult<Vec<ListingId>> {
    if stocks.is_empty() {
        return Ok(Vec::new());
    }
    let (ids, pieces): (Vec<ListingId>, Vec<i32>) = stocks.iter().copied().unzip();
    Stock::lock(tx, &ids)?;
    let set: Vec<Id> = diesel::sql_query(
        "UPDATE stocks s SET on_hand = new.pieces FROM unnest($1, $2) AS new (id, pieces)
         WHERE s.listing_id = new.id AND s.reserved <= new.pieces RETURNING s.listing_id AS id",
    )
    .bind::<Array<BigInt>, _>(&ids)
    .bind::<Array<Integer>, _>(pieces)
    .load(&mut **tx)?;
    let set: std::collections::HashSet<ListingId> = set.into_iter().map(|row| row.id).collect();
    Ok(ids.into_iter().filter(|id| !set.contains(id)).collect())
}

fn set_prices(tx: &mut Tx<'_>, prices: &[(ListingId, Money)]) -> QueryResult<()> {
    if prices.is_empty() {
        return Ok(());
    }
    let (ids, amounts): (Vec<ListingId>, Vec<Money>) = prices.iter().copied().unzip();
    diesel::sql_query(
        "UPDATE listings l SET price = new.price, updated_at = now() FROM unnest($1, $2) AS new (id, price) WHERE l.id = new.id",
    )
    .bind::<Array<BigInt>, _>(&ids)
    .bind::<Array<BigInt>, _>(amounts)
    .execute(&mut **tx)?;
    old_price::keep_many(tx, &ids)
}

fn set_skus(tx: &mut Tx<'_>, skus: &[(ListingId, &str)]) -> QueryResult<()> {
    if skus.is_empty() {
        return Ok(());
    }
    let (ids, skus): (Vec<ListingId>, Vec<&str>) = skus.iter().copied().unzip();
    diesel::sql_query("UPDATE listings l SET sku = new.sku FROM unnest($1, $2) AS new (id, sku) WHERE l.id = new.id AND l.sku IS NULL")
        .bind::<Array<BigInt>, _>(ids)
        .bind::<Array<Text>, _>(skus)
        .execute(&mut **tx)
        .map(drop)
}
