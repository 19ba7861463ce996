//! Listings whose time is over leave the site; their sellers may renew them.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::ListingState;
use crate::db::Tx;
use crate::jobs::Job;
use crate::schema::listings;

/// Looks for listings whose time is over, every ten minutes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ExpireListings {}

impl Job for ExpireListings {
    const NAME: &'static str = "expire_listings";
}

/// Takes them off sale; tells how many.
pub fn expire(tx: &mut Tx<'_>) -> QueryResult<usize> {
    tx.acting(None, "expired")?;
    let over = listings::table.filter(listings::state.eq(ListingState::Active)).filter(listings::expires_at.lt(crate::kernel::now()));
    diesel::update(over).set(listings::state.eq(ListingState::Expired)).execute(&mut **tx)
}
