//! What all requests share.

use std::sync::Arc;

use actix_web::cookie::Key;
use diesel::prelude::*;

use super::{Kept, Limiter, Menu, PageCache, Seen, Visitor};
use crate::config::Config;
use crate::db::{Db, Tx};
use crate::kernel::{ListingId, TokenHash, UserId};

/// Listings and how many pieces of each.
pub type InCart = Vec<(ListingId, i32)>;

/// What the floors above hand down to this one.
#[derive(Clone, Copy)]
pub struct Hooks {
    /// Who has the session with this key hash, and what they marked: one statement.
    pub visitor: fn(&mut PgConnection, &[u8]) -> QueryResult<Option<Visitor>>,
    /// What lies in the guest's cart with this token hash: one statement.
    pub guest_cart: fn(&mut PgConnection, &[u8]) -> QueryResult<InCart>,
    /// What else happens at sign-in, in its transaction: what the guest brought becomes the user's.
    pub signed_in: fn(&mut Tx<'_>, UserId, &Brought) -> QueryResult<()>,
}

/// What a guest brings to the sign-in.
#[derive(Debug, Clone)]
pub struct Brought {
    /// The hash that finds the guest's cart.
    pub cart: Option<TokenHash>,
    /// What the browser keeps.
    pub kept: Kept,
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
    /// Gives what many look for.
    pub popular: Arc<dyn Fn() -> Arc<[String]> + Send + Sync>,
    /// Which devices were seen; flushed by a timer.
    pub seen: Arc<Seen>,
    /// Whole pages for guests.
    pub pages: Arc<PageCache>,
    /// Signs cookies.
    pub key: Key,
    /// The base URL.
    pub base_url: Arc<str>,
}
