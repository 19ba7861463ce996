//! Taking a listing off the site, and letting it come back through the queue.

use diesel::prelude::*;

use super::decide::said;
use super::decision::{Decision, Verdict};
use super::{ActKind, Reason, Subject, change, record, settle, trust};
use crate::db::Tx;
use crate::events::{self, Event};
use crate::kernel::{ListingId, ShopId, UserId};
use crate::listings::ListingState;
use crate::schema::listings;

/// The listing's shop and state, locked: the shop first, as everywhere.
fn look(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<(ShopId, ListingState)> {
    use crate::schema::shops;
    let shop: ShopId = listings::table.find(listing).select(listings::shop_id).first(&mut **tx)?;
    shops::table.find(shop).select(shops::id).for_no_key_update().first::<ShopId>(&mut **tx)?;
    let state = listings::table.find(listing).select(listings::state).for_update().first(&mut **tx)?;
    Ok((shop, state))
}

/// Whether staff may take a listing in this state off: drafts are the seller's own business.
pub const fn can_hide(state: ListingState) -> bool {
    !matches!(state, ListingState::Draft | ListingState::Removed)
}

/// Takes a listing off; its open complaints were right. False when there was nothing to take off.
pub fn hide(tx: &mut Tx<'_>, staff: UserId, listing: ListingId, why: (Reason, &str)) -> QueryResult<bool> {
    let (shop, state) = look(tx, listing)?;
    if !can_hide(state) {
        return Ok(false);
    }
    tx.acting(Some(staff), why.0.as_str())?;
    change::remove(tx, listing)?;
    Decision::write(tx, staff, listing, Verdict::Removed, Some(why))?;
    record(tx, Some(staff), ActKind::Hide, Subject::Listing(listing), &said(why))?;
    settle::uphold_all(tx, staff, listing)?;
    trust::lose(tx, shop)?;
    events::publish(tx, &Event::ListingRemoved { listing })?;
    Ok(true)
}

/// Lets a removed listing come back through the queue. False when it was not removed.
pub fn restore(tx: &mut Tx<'_>, staff: UserId, listing: ListingId) -> QueryResult<bool> {
    if look(tx, listing)?.1 != ListingState::Removed {
        return Ok(false);
    }
    tx.acting(Some(staff), "restored")?;
    change::restore(tx, listing)?;
    Decision::write(tx, staff, listing, Verdict::Restored, None)?;
    record(tx, Some(staff), ActKind::Restore, Subject::Listing(listing), "")?;
    Ok(true)
}
