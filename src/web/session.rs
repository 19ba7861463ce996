//! Sessions in PostgreSQL, so that they can be listed and ended. The cookie's key is stored hashed.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, PoisonError};

use actix_session::SessionMiddleware;
use actix_session::config::{CookieContentSecurity, PersistentSession, TtlExtensionPolicy};
use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError};
use actix_web::cookie::SameSite;
use actix_web::cookie::time::Duration;
use diesel::prelude::*;

use super::{Hooks, State};
use crate::db::{Db, DbError};
use crate::kernel::{SessionId, Token, UserId, now};
use crate::schema::sessions;

/// Who is signed in, as JSON.
pub(super) const USER: &str = "user";
/// The browser and system, for the list of devices.
pub(super) const DEVICE: &str = "device";
/// The network address, for the list of devices.
pub(super) const ADDRESS: &str = "address";
/// What one statement told about the request; never stored.
pub(super) const VISITOR: &str = "visitor";

/// Without a visit for so long, a session ends.
const IDLE_DAYS: i64 = 30;
/// No session lives longer.
const ABSOLUTE_DAYS: i64 = 90;

type Values = HashMap<String, String>;

/// actix-session's store over our table.
#[derive(Clone)]
pub struct SessionRows {
    db: Db,
    hooks: Hooks,
}

impl SessionRows {
    /// A store over this database.
    pub fn new(db: Db, hooks: Hooks) -> Self {
        Self { db, hooks }
    }

    async fn insert(&self, values: Values) -> anyhow::Result<SessionKey> {
        let key = Token::random();
        let hash = key.hash();
        let text = |name: &str| values.get(name).and_then(|json| serde_json::from_str::<String>(json).ok()).unwrap_or_default();
        let (device, address) = (text(DEVICE), text(ADDRESS));
        let user: Option<UserId> = values.get(USER).and_then(|json| serde_json::from_str(json).ok());
        self.db
            .write(move |tx| -> Result<(), DbError> {
                diesel::insert_into(sessions::table)
                    .values((
                        sessions::key_hash.eq(&hash),
                        sessions::user_id.eq(user),
                        sessions::state.eq(serde_json::json!({})),
                        sessions::device.eq(&device),
                        sessions::address.eq(&address),
                        sessions::expires_at.eq(now() + chrono::Duration::days(IDLE_DAYS)),
                    ))
                    .execute(&mut **tx)?;
                Ok(())
            })
            .await?;
        SessionKey::try_from(key.as_str().to_owned()).map_err(Into::into)
    }
}

impl SessionStore for SessionRows {
    async fn load(&self, key: &SessionKey) -> Result<Option<Values>, LoadError> {
        let (hash, hooks) = (Token::hash_of(key.as_ref()), self.hooks);
        let visitor = self
            .db
            .read(move |conn| -> Result<_, DbError> { Ok((hooks.visitor)(conn, &hash)?) })
            .await
            .map_err(|error| LoadError::Other(error.into()))?;
        let Some(visitor) = visitor else { return Ok(None) };
        let json = |value: &dyn erased::Json| value.json().map_err(LoadError::Deserialization);
        Ok(Some(HashMap::from([(USER.to_owned(), json(&visitor.viewer.id)?), (VISITOR.to_owned(), json(&visitor)?)])))
    }

    async fn save(&self, values: Values, _: &Duration) -> Result<SessionKey, SaveError> {
        self.insert(values).await.map_err(SaveError::Other)
    }

    /// A session's row never changes but for its dates; the key stays.
    async fn update(&self, key: SessionKey, _: Values, _: &Duration) -> Result<SessionKey, UpdateError> {
        Ok(key)
    }

    async fn update_ttl(&self, _: &SessionKey, _: &Duration) -> Result<(), anyhow::Error> {
        Ok(())
    }

    async fn delete(&self, key: &SessionKey) -> Result<(), anyhow::Error> {
        let hash = Token::hash_of(key.as_ref());
        self.db
            .write(move |tx| -> Result<(), DbError> {
                diesel::delete(sessions::table.filter(sessions::key_hash.eq(&hash))).execute(&mut **tx)?;
                Ok(())
            })
            .await
            .map_err(Into::into)
    }
}

mod erased {
    /// Something that can be written as JSON.
    pub trait Json {
        fn json(&self) -> anyhow::Result<String>;
    }
    impl<T: serde::Serialize> Json for T {
        fn json(&self) -> anyhow::Result<String> {
            Ok(serde_json::to_string(self)?)
        }
    }
}

/// The middleware: `__Host-sid` where the site is reached over TLS, else `sid` (browsers refuse the prefix without Secure).
pub fn session_middleware(state: &State) -> SessionMiddleware<SessionRows> {
    let https = state.config.is_https();
    SessionMiddleware::builder(SessionRows::new(state.db.clone(), state.hooks), state.key.clone())
        .cookie_name(if https { "__Host-sid" } else { "sid" }.to_owned())
        .cookie_secure(https)
        .cookie_http_only(true)
        .cookie_same_site(SameSite::Lax)
        .cookie_path("/".to_owned())
        .cookie_content_security(CookieContentSecurity::Signed)
        .session_lifecycle(
            PersistentSession::default()
                .session_ttl(Duration::days(ABSOLUTE_DAYS))
                .session_ttl_extension_policy(TtlExtensionPolicy::OnStateChanges),
        )
        .build()
}

/// Which devices were seen since the last flush: a visit is no write.
#[derive(Default)]
pub struct Seen(Mutex<HashSet<SessionId>>);

impl Seen {
    /// This device was here.
    pub fn note(&self, session: SessionId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(session);
    }

    /// Writes them all in one statement; sessions live on from their last visit, up to their absolute end.
    pub fn flush(&self, db: &Db) -> Result<(), DbError> {
        let seen: Vec<SessionId> = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_iter().collect();
        if seen.is_empty() {
            return Ok(());
        }
        let written = db.write_here(|tx| {
            diesel::sql_query(
                "UPDATE sessions SET last_seen_at = now(), expires_at = least(now() + make_interval(days => $2), created_at + make_interval(days => $3)) WHERE id = ANY($1)",
            )
            .bind::<diesel::sql_types::Array<diesel::sql_types::BigInt>, _>(&seen)
            .bind::<diesel::sql_types::Integer, _>(IDLE_DAYS as i32)
            .bind::<diesel::sql_types::Integer, _>(ABSOLUTE_DAYS as i32)
            .execute(&mut **tx)?;
            Ok(())
        });
        if written.is_err() {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(seen);
        }
        written
    }
}
