//! The sums beside what is rated: they move in the transaction of the review, by one statement each.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt};

use super::Stars;
use crate::db::Tx;
use crate::kernel::{ProductId, ShopId};
use crate::orders::Item;
use crate::schema::{products, shops};

/// How the sums of one thing move.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shift {
    stars: i64,
    reviews: i32,
}

impl Shift {
    /// From what somebody gave before to what they give now.
    pub fn of(before: Option<i16>, now: Stars) -> Self {
        Self { stars: i64::from(now.get() - before.unwrap_or(0)), reviews: i32::from(before.is_none()) }
    }

    fn and(self, other: Self) -> Self {
        Self { stars: self.stars + other.stars, reviews: self.reviews + other.reviews }
    }
}

#[derive(QueryableByName)]
struct Card {
    #[diesel(sql_type = BigInt)]
    id: ProductId,
    #[diesel(sql_type = BigInt)]
    card: ProductId,
}

/// Merging locks both cards in the same order: the stars of a card that is merged meanwhile count for the one that took it over.
const LOCK: &str = "
SELECT id, coalesce(merged_into, id) AS card FROM products
WHERE id = ANY($1) OR id IN (SELECT merged_into FROM products WHERE id = ANY($1)) ORDER BY id FOR NO KEY UPDATE";

/// The cards that the stars of these lines count for, in the order of the lines; locked in the order of ids.
pub fn cards(tx: &mut Tx<'_>, items: &[Item]) -> QueryResult<Vec<ProductId>> {
    let sold: Vec<ProductId> = items.iter().map(|item| item.product_id).collect();
    let cards: Vec<Card> = diesel::sql_query(LOCK).bind::<Array<BigInt>, _>(&sold).load(&mut **tx)?;
    let card = |id: ProductId| cards.iter().find(|row| row.id == id).map_or(id, |row| row.card);
    Ok(sold.into_iter().map(card).collect())
}

/// Moves the sums of cards, in the order of ids.
pub fn of_products(tx: &mut Tx<'_>, shifts: impl Iterator<Item = (ProductId, Shift)>) -> QueryResult<()> {
    let mut all = BTreeMap::<ProductId, Shift>::new();
    for (id, shift) in shifts {
        let sum = all.entry(id).or_default();
        *sum = sum.and(shift);
    }
    for (id, shift) in all {
        let sums = (products::stars_sum.eq(products::stars_sum + shift.stars), products::reviews.eq(products::reviews + shift.reviews));
        diesel::update(products::table.find(id)).set(sums).execute(&mut **tx)?;
    }
    Ok(())
}

/// Moves the sums of a shop.
pub fn of_shop(tx: &mut Tx<'_>, id: ShopId, shift: Shift) -> QueryResult<()> {
    let sums = (shops::stars_sum.eq(shops::stars_sum + shift.stars), shops::reviews.eq(shops::reviews + shift.reviews));
    diesel::update(shops::table.find(id)).set(sums).execute(&mut **tx).map(drop)
}
