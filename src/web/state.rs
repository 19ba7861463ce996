//! What all requests share.

use std::sync::Arc;

use actix_web::cookie::Key;
use diesel::prelude::*;

use super::{Limiter, Menu, PageCache, Seen, Visitor};
use crate::config::Config;
use crate::db::{Db, Tx};
use crate::kernel::UserId;

/// What the floors above hand down to this one.
#[derive(Clone, Copy)]
pub struct Hooks {
    /// Who has the session with this key hash, and the header's counts: one statement.
    pub visitor: fn(&mut PgConnection, &[u8]) -> QueryResult<Option<Visitor>>,
    /// How many pieces lie in the guest's cart with this token hash: one statement.
    pub guest_count: fn(&mut PgConnection, &[u8]) -> QueryResult<i64>,
    /// What else happens at sign-in, in its transaction: the guest's cart joins.
    pub signed_in: fn(&mut Tx<'_>, UserId, Option<&[u8]>) -> QueryResult<()>,
}

/// What all requests share, cheap to clone.
#[derive(Clone)]
pub struct State {
    /// The database.
    pub db: Db,
    /// The settings.
    pub config: Arc<Config>,
    /// How often things may be done.
    pub limiter: Arc<Limiter>,
    /// What the floors above hand down.
    pub hooks: Hooks,
    /// Gives the header's menu.
    pub menu: Arc<dyn Fn() -> Arc<Menu> + Send + Sync>,
    /// Which devices were seen; flushed by a timer.
    pub seen: Arc<Seen>,
    /// Whole pages for guests.
    pub pages: Arc<PageCache>,
    /// Signs cookies.
    pub key: Key,
    /// The base URL.
    pub base_url: Arc<str>,
}
