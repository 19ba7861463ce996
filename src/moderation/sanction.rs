//! Stopping a shop, and letting it go on.

use diesel::prelude::*;

use super::{ActKind, Subject, record, trust};
use crate::db::Tx;
use crate::events::{self, Event};
use crate::kernel::{ShopId, UserId};
use crate::schema::shops;
use crate::shops::ShopState;

/// Stops a shop: its listings leave the shelves at once, for shelves show open shops only; their own states stay. False when it was not open.
pub fn suspend(tx: &mut Tx<'_>, staff: UserId, shop: ShopId, note: &str) -> QueryResult<bool> {
    if !step(tx, shop, ShopState::Open, ShopState::Suspended)? {
        return Ok(false);
    }
    trust::lose(tx, shop)?;
    record(tx, Some(staff), ActKind::Suspend, Subject::Shop(shop), note)?;
    events::publish(tx, &Event::ShopSuspended { shop })?;
    Ok(true)
}

/// Lets a shop go on. False when it was not stopped.
pub fn reopen(tx: &mut Tx<'_>, staff: UserId, shop: ShopId, note: &str) -> QueryResult<bool> {
    if !step(tx, shop, ShopState::Suspended, ShopState::Open)? {
        return Ok(false);
    }
    record(tx, Some(staff), ActKind::Reopen, Subject::Shop(shop), note)?;
    events::publish(tx, &Event::ShopReopened { shop })?;
    Ok(true)
}

fn step(tx: &mut Tx<'_>, shop: ShopId, from: ShopState, to: ShopState) -> QueryResult<bool> {
    let known = shops::table.find(shop).select(shops::state).for_no_key_update().first::<ShopState>(&mut **tx)?;
    if known != from {
        return Ok(false);
    }
    diesel::update(shops::table.find(shop)).set(shops::state.eq(to)).execute(&mut **tx)?;
    Ok(true)
}
