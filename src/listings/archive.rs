//! The seller takes a listing back, for a while or for good, and puts it on sale again. Each verb leaves listings in other states alone.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::ListingState::{Active, Archived, Draft, Expired, Paused, PendingReview, Rejected};
use super::publish::put_on_sale;
use crate::db::Tx;
use crate::kernel::ListingId;
use crate::schema::{listings, products};

/// Takes a listing off sale for a while.
pub fn pause(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<bool> {
    step(tx, listing, &[Active], Paused)
}

/// Puts a listing that was paused, or whose time was over, on sale again. One from the archive becomes a draft, unless its card went over into another.
pub fn activate(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<bool> {
    let stays = on_card(tx, listing)?;
    Ok(put_on_sale(tx, listing, &[Paused, Expired])? || stays && step(tx, listing, &[Archived], Draft)?)
}

/// Whether a listing's card is still one: what was put away when cards were merged has no card to stand on.
pub(super) fn on_card(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<bool> {
    let card = listings::table.inner_join(products::table).filter(listings::id.eq(listing)).filter(products::merged_into.is_null());
    diesel::select(exists(card)).get_result(&mut **tx)
}

/// Puts a listing away.
pub fn archive(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<bool> {
    step(tx, listing, &[Draft, PendingReview, Rejected, Active, Paused, Expired], Archived)
}

fn step(tx: &mut Tx<'_>, listing: ListingId, from: &[super::ListingState], to: super::ListingState) -> QueryResult<bool> {
    let there = listings::table.find(listing).filter(listings::state.eq_any(from));
    Ok(diesel::update(there).set(listings::state.eq(to)).execute(&mut **tx)? > 0)
}
