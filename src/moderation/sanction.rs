//! Stopping a shop, and letting it go on.

use diesel::prelude::*;

use super::own::is_own;
use super::{ActKind, Said, Subject, record, trust};
use crate::db::Tx;
use crate::events::{self, Event};
use crate::kernel::{ShopId, UserId};
use crate::schema::shops;
use crate::shops::ShopState;

/// Stops a shop: its listings leave the shelves at once, for shelves show open shops only; their own states stay.
pub fn suspend(tx: &mut Tx<'_>, staff: UserId, shop: ShopId, note: &str) -> QueryResult<Said> {
    if is_own(tx, staff, shop)? {
        return Ok(Said::Own);
    }
    if !step(tx, shop, ShopState::Open, ShopState::Suspended)? {
        return Ok(Said::Already);
    }
    trust::lose(tx, shop)?;
    record(tx, Some(staff), ActKind::Suspend, Subject::Shop(shop), note)?;
    events::publish(tx, &Event::ShopSuspended { shop })?;
    Ok(Said::Done)
}

/// Lets a shop go on.
pub fn reopen(tx: &mut Tx<'_>, staff: UserId, shop: ShopId, note: &str) -> QueryResult<Said> {
    if is_own(tx, staff, shop)? {
        return Ok(Said::Own);
    }
    if !step(tx, shop, ShopState::Suspended, ShopState::Open)? {
        return Ok(Said::Already);
    }
    record(tx, Some(staff), ActKind::Reopen, Subject::Shop(shop), note)?;
    events::publish(tx, &Event::ShopReopened { shop })?;
    Ok(Said::Done)
}

fn step(tx: &mut Tx<'_>, shop: ShopId, from: ShopState, to: ShopState) -> QueryResult<bool> {
    let known = shops::table.find(shop).select(shops::state).for_no_key_update().first::<ShopState>(&mut **tx)?;
    if known != from {
        return Ok(false);
    }
    diesel::update(shops::table.find(shop)).set(shops::state.eq(to)).execute(&mut **tx)?;
    Ok(true)
}
