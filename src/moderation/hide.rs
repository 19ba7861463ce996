//! Taking a listing off the site, and letting it come back through the queue.

use diesel::prelude::*;

use super::decide::said;
use super::decision::{Decision, Verdict};
use super::own::is_own;
use super::{ActKind, Reason, Said, Subject, record, settle, trust};
use crate::db::Tx;
use crate::events::{self, Event};
use crate::kernel::{ListingId, ShopId, UserId};
use crate::listings::{self, ListingState};

/// The listing's shop and state, locked: the shop first, as everywhere.
fn look(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<(ShopId, ListingState)> {
    use crate::schema::{listings, shops};
    let shop: ShopId = listings::table.find(listing).select(listings::shop_id).first(&mut **tx)?;
    shops::table.find(shop).select(shops::id).for_no_key_update().first::<ShopId>(&mut **tx)?;
    let state = listings::table.find(listing).select(listings::state).for_update().first(&mut **tx)?;
    Ok((shop, state))
}

/// Whether staff may take a listing in this state off: drafts are the seller's own business.
pub const fn can_hide(state: ListingState) -> bool {
    !matches!(state, ListingState::Draft | ListingState::Removed)
}

/// Takes a listing off; its open complaints were right.
pub fn hide(tx: &mut Tx<'_>, staff: UserId, listing: ListingId, why: (Reason, &str)) -> QueryResult<Said> {
    let (shop, state) = look(tx, listing)?;
    if is_own(tx, staff, shop)? {
        return Ok(Said::Own);
    }
    if !can_hide(state) {
        return Ok(Said::Already);
    }
    tx.acting(Some(staff), why.0.as_str())?;
    listings::remove(tx, listing)?;
    Decision::write(tx, staff, listing, Verdict::Removed, Some(why))?;
    record(tx, Some(staff), ActKind::Hide, Subject::Listing(listing), &said(why))?;
    settle::uphold_all(tx, staff, listing)?;
    trust::lose(tx, shop)?;
    events::publish(tx, &Event::ListingRemoved { listing })?;
    Ok(Said::Done)
}

/// Lets a removed listing come back through the queue.
pub fn restore(tx: &mut Tx<'_>, staff: UserId, listing: ListingId) -> QueryResult<Said> {
    let (shop, state) = look(tx, listing)?;
    if is_own(tx, staff, shop)? {
        return Ok(Said::Own);
    }
    if state != ListingState::Removed {
        return Ok(Said::Already);
    }
    tx.acting(Some(staff), "restored")?;
    if !listings::restore(tx, listing)? {
        return Ok(Said::Already);
    }
    Decision::write(tx, staff, listing, Verdict::Restored, None)?;
    record(tx, Some(staff), ActKind::Restore, Subject::Listing(listing), "")?;
    Ok(Said::Done)
}
