//! Calls the letters about a list off, from the letter itself: the address is sealed, nobody has to sign in.

use diesel::prelude::*;

use crate::db::Tx;
use crate::kernel::{FavoriteListId, seal, sealed};
use crate::schema::favorite_lists as lists;

const PURPOSE: &str = "favorites muted";

/// The path that calls the letters about this list off.
pub(super) fn path(secret: &str, list: FavoriteListId) -> String {
    format!("/favorites/mute/{list}.{}", seal(secret, PURPOSE, &list.to_string()))
}

/// Which list such an address is about, if we made it.
pub(super) fn list_of(secret: &str, token: &str) -> Option<FavoriteListId> {
    sealed(secret, PURPOSE, token)?.parse().ok()
}

/// No letters about this list any more.
pub fn mute(tx: &mut Tx<'_>, list: FavoriteListId) -> QueryResult<()> {
    diesel::update(lists::table.find(list)).set(lists::notify.eq(false)).execute(&mut **tx).map(drop)
}
