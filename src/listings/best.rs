//! The offer that stands for a product where only the product is known: favourites, comparison, what was looked at.

use diesel::prelude::*;

use super::{CardRow, ListingCard, ListingState};
use crate::kernel::ProductId;
use crate::schema::{listings, products, shops};
use crate::shops::ShopState;

impl ListingCard {
    /// The row of each product's cheapest offer that can be had, in the order of the ids given; products without one are left out. One statement.
    pub fn best(conn: &mut PgConnection, ids: &[ProductId]) -> QueryResult<Vec<CardRow>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let on_sale = listings::table
            .inner_join(products::table)
            .inner_join(shops::table)
            .filter(listings::product_id.eq_any(ids))
            .filter(listings::state.eq(ListingState::Active))
            .filter(listings::in_stock)
            .filter(shops::state.eq(ShopState::Open));
        let cheapest = on_sale.distinct_on(listings::product_id).order((listings::product_id, listings::price, listings::id));
        let mut rows: Vec<CardRow> = cheapest.select(Self::COLUMNS).load(conn)?;
        rows.sort_by_key(|row| ids.iter().position(|id| *id == row.1));
        Ok(rows)
    }
}
