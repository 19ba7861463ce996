//! A shop's terms of delivery: price and days of each way it offers.

use chrono::{Days, NaiveDate};
use diesel::prelude::*;

use crate::db::Tx;
use crate::kernel::{Money, ShopId, text_enum};
use crate::schema::delivery_terms;

text_enum! {
    /// How goods reach the buyer.
    pub enum Way {
        /// Brought to the door.
        Courier = "courier",
        /// Fetched at the shop.
        Pickup = "pickup",
        /// Sent by post.
        Post = "post",
    }
}

impl Way {
    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Courier => "way-courier",
            Self::Pickup => "way-pickup",
            Self::Post => "way-post",
        }
    }
}

/// The terms of one way.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = delivery_terms, check_for_backend(diesel::pg::Pg))]
pub struct Terms {
    /// Whose.
    pub shop_id: ShopId,
    /// Which way.
    pub way: Way,
    /// The price of one delivery.
    pub price: Money,
    /// From this sum of goods on it is free.
    pub free_from: Option<Money>,
    /// Days from the order, at least.
    pub days_min: i32,
    /// Days from the order, at most.
    pub days_max: i32,
    /// Where to pick up; empty for other ways.
    pub place: String,
}

impl Terms {
    /// A shop's terms, in the order of [`Way`].
    pub fn of_shops(conn: &mut PgConnection, shops: &[ShopId]) -> QueryResult<Vec<Self>> {
        let mut terms: Vec<Self> =
            delivery_terms::table.filter(delivery_terms::shop_id.eq_any(shops)).select(Self::as_select()).load(conn)?;
        terms.sort_by_key(|terms| (terms.shop_id, terms.way));
        Ok(terms)
    }

    /// What delivering goods of this sum costs.
    pub fn price_for(&self, goods: Money) -> Money {
        match self.free_from {
            Some(sum) if goods >= sum => Money::ZERO,
            _ => self.price,
        }
    }

    /// The promised days for an order placed on `day`, where the road takes some days more.
    pub fn promise_after(&self, day: NaiveDate, road: i32) -> (NaiveDate, NaiveDate) {
        let day = day.checked_add_days(Days::new(u64::from(road.unsigned_abs()))).unwrap_or(day);
        let after = |days: i32| day.checked_add_days(Days::new(u64::from(days.unsigned_abs()))).unwrap_or(day);
        (after(self.days_min), after(self.days_max))
    }
}

/// Makes these the shop's terms; ways that are not among them are no longer offered.
pub fn set_terms(tx: &mut Tx<'_>, shop: ShopId, terms: &[Terms]) -> QueryResult<()> {
    diesel::delete(delivery_terms::table.filter(delivery_terms::shop_id.eq(shop))).execute(&mut **tx)?;
    let terms: Vec<Terms> = terms.iter().map(|terms| Terms { shop_id: shop, ..terms.clone() }).collect();
    diesel::insert_into(delivery_terms::table).values(terms).execute(&mut **tx).map(drop)
}
