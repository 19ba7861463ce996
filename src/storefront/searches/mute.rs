//! Calls a search's letters off from the letter itself: the address is sealed, nobody has to sign in.

use diesel::prelude::*;

use crate::db::Tx;
use crate::kernel::{SavedSearchId, seal, sealed};
use crate::schema::saved_searches as rows;

const PURPOSE: &str = "search muted";

/// The path that calls the letters of this search off.
pub(super) fn path(secret: &str, search: SavedSearchId) -> String {
    format!("/searches/mute/{search}.{}", seal(secret, PURPOSE, &search.to_string()))
}

/// Which search such an address is about, if we made it.
pub(super) fn search_of(secret: &str, token: &str) -> Option<SavedSearchId> {
    sealed(secret, PURPOSE, token)?.parse().ok()
}

/// The search rests: no letters, no counting, until its owner goes on with it.
pub(super) fn mute(tx: &mut Tx<'_>, search: SavedSearchId) -> QueryResult<()> {
    diesel::update(rows::table.find(search)).set(rows::paused.eq(true)).execute(&mut **tx).map(drop)
}
