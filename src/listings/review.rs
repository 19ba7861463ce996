//! What moderation decides. Who decides and why is told to the transaction before (`tx.acting`).

use diesel::prelude::*;

use super::ListingState::{PendingReview, Rejected, Removed};
use super::archive::on_card;
use super::publish::put_on_sale;
use crate::db::Tx;
use crate::kernel::ListingId;
use crate::schema::listings;

/// Puts a listing before the moderators, at the end of their queue.
pub(super) fn submit(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<()> {
    submit_many(tx, &[listing])
}

/// Puts listings before the moderators, at the end of their queue.
pub(super) fn submit_many(tx: &mut Tx<'_>, all: &[ListingId]) -> QueryResult<()> {
    let waits = (listings::state.eq(PendingReview), listings::submitted_at.eq(diesel::dsl::now));
    diesel::update(listings::table.filter(listings::id.eq_any(all))).set(waits).execute(&mut **tx).map(drop)
}

/// Lets a waiting listing through: it is on sale. False when it does not wait any more.
pub fn approve(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<bool> {
    put_on_sale(tx, listing, &[PendingReview])
}

/// Sends a waiting listing back to its seller. False when it does not wait any more.
pub fn send_back(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<bool> {
    let waiting = listings::table.find(listing).filter(listings::state.eq(PendingReview));
    Ok(diesel::update(waiting).set(listings::state.eq(Rejected)).execute(&mut **tx)? > 0)
}

/// Takes a listing off the site, whatever its state. False when it is off already.
pub fn remove(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<bool> {
    let there = listings::table.find(listing).filter(listings::state.ne(Removed));
    Ok(diesel::update(there).set(listings::state.eq(Removed)).execute(&mut **tx)? > 0)
}

/// Puts a listing that was taken off back into the queue. False when it is not off, or its card went over into another.
pub fn restore(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<bool> {
    if !on_card(tx, listing)? {
        return Ok(false);
    }
    let gone = listings::table.find(listing).filter(listings::state.eq(Removed));
    let waits = (listings::state.eq(PendingReview), listings::submitted_at.eq(diesel::dsl::now));
    Ok(diesel::update(gone).set(waits).execute(&mut **tx)? > 0)
}
