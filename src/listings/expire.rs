//! Listings whose time is over leave the site; their sellers may renew them.

use chrono::{DateTime, Utc};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use serde::{Deserialize, Serialize};

use super::ListingState;
use crate::db::{Db, DbError, Tx};
use crate::jobs::Job;
use crate::kernel::{ListingId, Money, now};
use crate::schema::listings;

/// Looks for listings whose time is over, every ten minutes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ExpireListings {}

impl Job for ExpireListings {
    const NAME: &'static str = "expire_listings";
}

/// So many at once: nobody waits long for their rows.
const BATCH: i64 = 500;

/// Takes them off sale, and former prices that are no news any more, each batch in a transaction of its own. What somebody holds is left to the next time.
pub async fn expire(db: &Db) -> Result<(), DbError> {
    while db.write(|tx| -> Result<_, DbError> { Ok(drop_old_prices(tx)?) }).await? > 0 {}
    while db.write(|tx| -> Result<_, DbError> { Ok(take_off(tx)?) }).await? > 0 {}
    Ok(())
}

fn drop_old_prices(tx: &mut Tx<'_>) -> QueryResult<usize> {
    let stale = listings::table.filter(listings::old_until.lt(now())).order(listings::old_until).limit(BATCH);
    let stale: Vec<ListingId> = stale.select(listings::id).for_no_key_update().skip_locked().load(&mut **tx)?;
    let none = (listings::old_price.eq(None::<Money>), listings::old_until.eq(None::<DateTime<Utc>>));
    diesel::update(listings::table.filter(listings::id.eq_any(stale))).set(none).execute(&mut **tx)
}

fn take_off(tx: &mut Tx<'_>) -> QueryResult<usize> {
    tx.acting(None, "expired")?;
    let over = listings::table.filter(sql::<Bool>("listings.state = 'active'")).filter(listings::expires_at.lt(now()));
    let over = over.order(listings::expires_at).limit(BATCH).select(listings::id);
    let over: Vec<ListingId> = over.for_no_key_update().skip_locked().load(&mut **tx)?;
    diesel::update(listings::table.filter(listings::id.eq_any(over))).set(listings::state.eq(ListingState::Expired)).execute(&mut **tx)
}
