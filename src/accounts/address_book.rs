//! What is done with an address book: add, change, delete, choose the default.

use diesel::prelude::*;

use super::{Address, NewAddress, User};
use crate::db::Tx;
use crate::kernel::{AddressId, UserId};
use crate::schema::addresses;

/// Nobody needs more.
pub const MOST: i64 = 30;

impl NewAddress {
    /// Adds it to a user's book; the first becomes the default. Nothing when the book is full.
    pub fn insert(&self, tx: &mut Tx<'_>, user: UserId) -> QueryResult<Option<AddressId>> {
        User::lock(tx, user)?;
        let count: i64 = addresses::table.filter(addresses::user_id.eq(user)).count().get_result(&mut **tx)?;
        if count >= MOST {
            return Ok(None);
        }
        let row = (self, addresses::user_id.eq(user), addresses::is_default.eq(count == 0));
        diesel::insert_into(addresses::table).values(row).returning(addresses::id).get_result(&mut **tx).map(Some)
    }
}

impl Address {
    /// Writes an address anew; not found when it is somebody else's.
    pub fn change(tx: &mut Tx<'_>, user: UserId, id: AddressId, new: &NewAddress) -> QueryResult<()> {
        let changed = diesel::update(addresses::table.find(id).filter(addresses::user_id.eq(user))).set(new).execute(&mut **tx)?;
        found(changed)
    }

    /// Makes an address the one that is offered first.
    pub fn make_default(tx: &mut Tx<'_>, user: UserId, id: AddressId) -> QueryResult<()> {
        User::lock(tx, user)?;
        let old = addresses::table.filter(addresses::user_id.eq(user)).filter(addresses::is_default);
        diesel::update(old).set(addresses::is_default.eq(false)).execute(&mut **tx)?;
        let own = addresses::table.find(id).filter(addresses::user_id.eq(user));
        found(diesel::update(own).set(addresses::is_default.eq(true)).execute(&mut **tx)?)
    }

    /// Deletes an address; the newest of the others takes its place as the default.
    pub fn delete(tx: &mut Tx<'_>, user: UserId, id: AddressId) -> QueryResult<()> {
        User::lock(tx, user)?;
        let own = addresses::table.find(id).filter(addresses::user_id.eq(user));
        let was_default: bool = diesel::delete(own).returning(addresses::is_default).get_result(&mut **tx)?;
        let heir = addresses::table.filter(addresses::user_id.eq(user)).order(addresses::id.desc()).select(addresses::id);
        match heir.first(&mut **tx).optional()? {
            Some(heir) if was_default => Self::make_default(tx, user, heir),
            _ => Ok(()),
        }
    }
}

fn found(rows: usize) -> QueryResult<()> {
    if rows == 1 { Ok(()) } else { Err(diesel::result::Error::NotFound) }
}
