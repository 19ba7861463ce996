//! The steps of a listing that staff take. Everything that moderation changes about a listing's state stands here.

use diesel::prelude::*;

use crate::db::Tx;
use crate::kernel::{ListingId, now};
use crate::listings::ListingState;
use crate::schema::listings;

/// How long a listing is on sale before its seller renews it.
const DAYS_ON_SALE: i64 = 60;

/// On sale. A listing that was on sale before keeps its place among the new.
pub fn approve(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<()> {
    use diesel::dsl::sql;
    use diesel::sql_types::{Nullable, Timestamptz};
    diesel::update(listings::table.find(listing))
        .set((
            listings::state.eq(ListingState::Active),
            listings::published_at.eq(sql::<Nullable<Timestamptz>>("coalesce(published_at, now())")),
            listings::expires_at.eq(now() + chrono::Duration::days(DAYS_ON_SALE)),
        ))
        .execute(&mut **tx)
        .map(drop)
}

/// Back to the seller.
pub fn send_back(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<()> {
    set(tx, listing, ListingState::Rejected)
}

/// Off the site.
pub fn remove(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<()> {
    set(tx, listing, ListingState::Removed)
}

/// Off the site, back into the queue.
pub fn restore(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<()> {
    diesel::update(listings::table.find(listing)).set(listings::submitted_at.eq(now())).execute(&mut **tx)?;
    set(tx, listing, ListingState::PendingReview)
}

fn set(tx: &mut Tx<'_>, listing: ListingId, state: ListingState) -> QueryResult<()> {
    diesel::update(listings::table.find(listing)).set(listings::state.eq(state)).execute(&mut **tx).map(drop)
}
