//! An open transaction.

use std::ops::{Deref, DerefMut};

use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::kernel::UserId;

/// Proof that a transaction is open: what writes takes this. It reads like a connection.
pub struct Tx<'a> {
    conn: &'a mut PgConnection,
}

impl<'a> Tx<'a> {
    /// Only `Db` opens one.
    pub(super) fn new(conn: &'a mut PgConnection) -> Self {
        Self { conn }
    }

    /// Does a part that may call itself off: on `RollbackTransaction` nothing of it was done, and there is nothing to give back.
    pub fn attempt<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> QueryResult<T>) -> QueryResult<Option<T>> {
        match self.conn.transaction(|conn| work(&mut Tx::new(conn))) {
            Ok(done) => Ok(Some(done)),
            Err(diesel::result::Error::RollbackTransaction) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Who acts and why: history triggers write it beside the change.
    pub fn acting(&mut self, actor: Option<UserId>, reason: &str) -> QueryResult<()> {
        diesel::sql_query("SELECT set_config('samal.actor', $1, true), set_config('samal.reason', $2, true)")
            .bind::<Text, _>(actor.map(|id| id.to_string()).unwrap_or_default())
            .bind::<Text, _>(reason)
            .execute(self.conn)
            .map(drop)
    }
}

impl Deref for Tx<'_> {
    type Target = PgConnection;
    fn deref(&self) -> &PgConnection {
        self.conn
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut PgConnection {
        self.conn
    }
}
