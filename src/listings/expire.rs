//! Listings whose time is over leave the site; their sellers may renew them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::ListingState;
use crate::db::Tx;
use crate::jobs::Job;
use crate::kernel::Money;
use crate::schema::listings;

/// Looks for listings whose time is over, every ten minutes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ExpireListings {}

impl Job for ExpireListings {
    const NAME: &'static str = "expire_listings";
}

/// Takes them off sale, and former prices that are no news any more; tells how many left.
pub fn expire(tx: &mut Tx<'_>) -> QueryResult<usize> {
    tx.acting(None, "expired")?;
    let stale = listings::table.filter(listings::old_until.lt(crate::kernel::now()));
    let none = (listings::old_price.eq(None::<Money>), listings::old_until.eq(None::<DateTime<Utc>>));
    diesel::update(stale).set(none).execute(&mut **tx)?;
    let over = listings::table.filter(listings::state.eq(ListingState::Active)).filter(listings::expires_at.lt(crate::kernel::now()));
    diesel::update(over).set(listings::state.eq(ListingState::Expired)).execute(&mut **tx)
}
