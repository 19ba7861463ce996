//! Mailed links: random, stored hashed, used once, short-lived.

use chrono::Duration;
use diesel::prelude::*;
use serde_json::Value;

use crate::db::Tx;
use crate::kernel::{Token, UserId, now, text_enum};
use crate::schema::mailed_links as links;

text_enum! {
    /// What a mailed link is for.
    pub enum Purpose {
        /// Confirms the address of a new account.
        SignUp = "sign_up",
        /// Lets its owner set a new password.
        Recover = "recover",
        /// Confirms a new address of an account.
        ChangeEmail = "change_email",
    }
}

impl Purpose {
    /// How long the link is good.
    fn life(self) -> Duration {
        match self {
            Self::SignUp | Self::ChangeEmail => Duration::hours(24),
            Self::Recover => Duration::minutes(30),
        }
    }
}

/// A link that is still good.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = links, check_for_backend(diesel::pg::Pg))]
pub struct MailedLink {
    /// What it is for.
    pub purpose: Purpose,
    /// Whose account it is about; nobody's yet for a new one.
    pub user_id: Option<UserId>,
    /// What waits for the confirmation.
    pub payload: Value,
}

impl MailedLink {
    /// Makes a link for this token.
    pub fn open(tx: &mut Tx<'_>, token: &Token, purpose: Purpose, user: Option<UserId>, payload: &Value) -> QueryResult<()> {
        diesel::insert_into(links::table)
            .values((
                links::token_hash.eq(token.hash()),
                links::purpose.eq(purpose),
                links::user_id.eq(user),
                links::payload.eq(payload),
                links::expires_at.eq(now() + purpose.life()),
            ))
            .execute(&mut **tx)
            .map(drop)
    }

    /// Looks at a link without using it.
    pub fn peek(conn: &mut PgConnection, token: &str, of: &[Purpose]) -> QueryResult<Option<Self>> {
        let good = links::table.find(Token::hash_of(token)).filter(links::used_at.is_null()).filter(links::expires_at.gt(now()));
        good.filter(links::purpose.eq_any(of)).select(Self::as_select()).first(conn).optional()
    }

    /// Uses a link up: of two who come at once, one gets it.
    pub fn take(tx: &mut Tx<'_>, token: &str, of: &[Purpose]) -> QueryResult<Option<Self>> {
        let good = links::table.find(Token::hash_of(token)).filter(links::used_at.is_null()).filter(links::expires_at.gt(now()));
        diesel::update(good.filter(links::purpose.eq_any(of)))
            .set(links::used_at.eq(now()))
            .returning(Self::as_returning())
            .get_result(&mut **tx)
            .optional()
    }

    /// Makes every other link of an account worthless: after its password or address changed.
    pub fn void_all(tx: &mut Tx<'_>, user: UserId) -> QueryResult<()> {
        let open = links::table.filter(links::user_id.eq(user)).filter(links::used_at.is_null());
        diesel::update(open).set(links::used_at.eq(now())).execute(&mut **tx).map(drop)
    }

    /// What waits, as its type.
    pub fn read<T: serde::de::DeserializeOwned>(&self) -> QueryResult<T> {
        T::deserialize(&self.payload).map_err(|error| diesel::result::Error::DeserializationError(error.into()))
    }
}
