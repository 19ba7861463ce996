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
    /// Only `Db::write` opens one.
    pub(super) fn new(conn: &'a mut PgConnection) -> Self {
        Self { conn }
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
