//! What a seller has to do today.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::dsl::{count_star, min, sum};
use diesel::prelude::*;

use super::ListingState;
use super::lot::{Lot, LotQuery, counts};
use crate::kernel::ShopId;
use crate::schema::{listing_views, listings, orders};
use crate::shops::{Shop, Terms};

/// The shop's day.
#[derive(Debug)]
pub struct Today {
    /// The shop.
    pub shop: Shop,
    /// Whether it says how it delivers.
    pub delivers: bool,
    /// Listings by state.
    pub counts: HashMap<ListingState, i64>,
    /// Sent back by moderators.
    pub rejected: Vec<Lot>,
    /// Running out.
    pub low: Vec<Lot>,
    /// Orders that wait to be accepted.
    pub orders: i64,
    /// When the first of them is called off by itself.
    pub accept_by: Option<DateTime<Utc>>,
    /// How often the shop's listings were looked at.
    pub views: i64,
}

impl Today {
    /// Reads the day.
    pub fn read(conn: &mut PgConnection, shop: ShopId) -> QueryResult<Self> {
        let rejected = LotQuery { state: Some(ListingState::Rejected), ..LotQuery::default() };
        // orders stand a floor above; their number is all that is looked at here
        let waiting = orders::table.filter(orders::shop_id.eq(shop)).filter(orders::state.eq("placed"));
        let (orders, accept_by) = waiting.select((count_star(), min(orders::accept_by))).first(conn)?;
        let seen = listing_views::table.inner_join(listings::table).filter(listings::shop_id.eq(shop));
        let views: Option<bigdecimal::BigDecimal> = seen.select(sum(listing_views::views)).first(conn)?;
        Ok(Self {
            shop: Shop::find(conn, shop)?,
            delivers: !Terms::of_shops(conn, &[shop])?.is_empty(),
            counts: counts(conn, shop)?,
            rejected: Lot::page(conn, shop, &rejected)?.rows,
            low: Lot::running_out(conn, shop)?,
            orders,
            accept_by,
            views: views.and_then(|n| bigdecimal::ToPrimitive::to_i64(&n)).unwrap_or_default(),
        })
    }

    /// How many listings are in a state.
    pub fn count(&self, state: ListingState) -> i64 {
        self.counts.get(&state).copied().unwrap_or_default()
    }
}
