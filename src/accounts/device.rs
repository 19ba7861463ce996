//! Signed-in devices.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::db::Tx;
use crate::kernel::{SessionId, UserId, now};
use crate::schema::sessions;

/// A device on which someone is signed in.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = sessions, check_for_backend(diesel::pg::Pg))]
pub struct Device {
    /// The session.
    pub id: SessionId,
    /// Browser and system, where they told.
    pub device: String,
    /// The network address at sign-in.
    pub address: String,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// The last visit.
    pub last_seen_at: DateTime<Utc>,
}

impl Device {
    /// A user's devices, the last seen first.
    pub fn of_user(conn: &mut PgConnection, user: UserId) -> QueryResult<Vec<Self>> {
        let own = sessions::table.filter(sessions::user_id.eq(user)).filter(sessions::expires_at.gt(now()));
        own.select(Self::as_select()).order((sessions::last_seen_at.desc(), sessions::id.desc())).limit(100).load(conn)
    }

    /// Signs one device out; whether it was theirs.
    pub fn end(tx: &mut Tx<'_>, user: UserId, id: SessionId) -> QueryResult<bool> {
        let own = sessions::table.find(id).filter(sessions::user_id.eq(user));
        diesel::delete(own).execute(&mut **tx).map(|n| n == 1)
    }

    /// Signs out all but one; how many that were.
    pub fn end_others(tx: &mut Tx<'_>, user: UserId, but: SessionId) -> QueryResult<usize> {
        diesel::delete(sessions::table.filter(sessions::user_id.eq(user)).filter(sessions::id.ne(but))).execute(&mut **tx)
    }

    /// Signs out everywhere. Who stays gets a session under a new id.
    pub fn end_all(tx: &mut Tx<'_>, user: UserId) -> QueryResult<usize> {
        diesel::delete(sessions::table.filter(sessions::user_id.eq(user))).execute(&mut **tx)
    }
}
