//! One form token, one outcome: however often the same form is sent, the work is done once.

use diesel::prelude::*;
use uuid::Uuid;

use super::Form;
use crate::db::Tx;
use crate::kernel::UserId;
use crate::schema::form_tokens;

/// A form's own random number, printed as a hidden field named `token`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormToken(Uuid);

/// What became of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Once {
    /// Never seen: do the work, then [`FormToken::keep`].
    Fresh,
    /// Seen: this is where the work led.
    Done(String),
}

impl FormToken {
    /// For a new form.
    pub fn random() -> Self {
        Self(Uuid::new_v4())
    }

    /// From a form that came back.
    pub fn of(form: &Form) -> Option<Self> {
        form.value("token").parse().ok().map(Self)
    }

    /// Where the work led, if this token's work is done: for forms whose own ground is gone once it is (a cart that was ordered).
    pub fn outcome(self, conn: &mut PgConnection, user: UserId) -> QueryResult<Option<String>> {
        let own = form_tokens::table.filter(form_tokens::token.eq(self.0)).filter(form_tokens::user_id.eq(user));
        own.select(form_tokens::outcome).first(conn).optional()
    }

    /// Claims the token. A second transaction with the same token waits here until the first ends.
    pub fn claim(self, tx: &mut Tx<'_>, user: UserId) -> QueryResult<Once> {
        let inserted = diesel::insert_into(form_tokens::table)
            .values((form_tokens::token.eq(self.0), form_tokens::user_id.eq(user), form_tokens::outcome.eq("")))
            .on_conflict_do_nothing()
            .execute(&mut **tx)?;
        if inserted == 1 {
            return Ok(Once::Fresh);
        }
        let own = form_tokens::table.filter(form_tokens::token.eq(self.0)).filter(form_tokens::user_id.eq(user));
        own.select(form_tokens::outcome).first(&mut **tx).map(Once::Done)
    }

    /// Remembers where the work led (an own path).
    pub fn keep(self, tx: &mut Tx<'_>, outcome: &str) -> QueryResult<()> {
        diesel::update(form_tokens::table.find(self.0)).set(form_tokens::outcome.eq(outcome)).execute(&mut **tx).map(drop)
    }
}

impl std::fmt::Display for FormToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
