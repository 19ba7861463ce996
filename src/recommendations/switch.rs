//! Whether, and from when on, a person's doings make recommendations.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::db::Tx;
use crate::kernel::{UserId, text_enum};
use crate::schema::{recommendation_training, users};

text_enum! {
    /// What is to become of a person's recommendations.
    pub enum Wish {
        /// What was up to now no longer counts.
        Afresh = "afresh",
        /// Nothing counts any more.
        Off = "off",
        /// What comes from now on counts.
        On = "on",
    }
}

impl Wish {
    /// Does it. The next training leaves out what no longer counts; the person's own pages do so at once.
    pub fn fulfil(self, tx: &mut Tx<'_>, user: UserId) -> QueryResult<()> {
        // Switched off, the moment is kept too: what happened before is not to come back. Switching on twice must not begin afresh.
        diesel::sql_query(
            "UPDATE users SET recommends = CASE $2 WHEN 'off' THEN false WHEN 'on' THEN true ELSE recommends END,
                 recommends_from = CASE WHEN $2 = 'on' AND recommends THEN recommends_from ELSE now() END
             WHERE id = $1",
        )
        .bind::<BigInt, _>(user)
        .bind::<Text, _>(self.as_str())
        .execute(&mut **tx)
        .map(drop)
    }
}

/// How it stands.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    /// Recommendations may be made from what the person does.
    pub on: bool,
    /// Only what was after this counts.
    pub from: Option<DateTime<Utc>>,
    /// When the neighbours of goods were worked out last.
    pub trained_at: Option<DateTime<Utc>>,
}

impl Standing {
    /// Of a person, or of a guest, who has nothing that could be switched here.
    pub fn of(conn: &mut PgConnection, user: Option<UserId>) -> QueryResult<Self> {
        let trained_at = recommendation_training::table.select(recommendation_training::trained_at).first(conn).optional()?;
        let (on, from) = match user {
            Some(user) => users::table.find(user).select((users::recommends, users::recommends_from)).first(conn)?,
            None => (true, None),
        };
        Ok(Self { on, from, trained_at })
    }
}
