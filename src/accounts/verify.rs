//! What happens when the button behind a mailed link is pressed.

use diesel::prelude::*;

use super::link::{MailedLink, Purpose};
use super::next::Next;
use super::register::Pending;
use super::{change_email, register};
use crate::db::Tx;
use crate::kernel::{Email, UserId};

/// What `/verify/…` links are for.
const OURS: [Purpose; 2] = [Purpose::SignUp, Purpose::ChangeEmail];

/// What became of a link.
pub enum Verified {
    /// An account was made; where its owner was going.
    SignedUp(UserId, Next),
    /// The address got an account by another link.
    KnownAlready(Email),
    /// The account has its new address.
    EmailChanged(UserId, Email),
    /// The new address got an account of its own meanwhile.
    EmailTaken,
    /// The link is no longer good.
    Stale,
}

/// What waits behind a link.
pub struct Waiting {
    /// What the link is for.
    pub purpose: Purpose,
    /// The address that it confirms.
    pub email: String,
    /// The password chosen for the account to be. Whoever presses the button has to know it: the owner of an address that a stranger
    /// registered must not come into an account that the stranger can open.
    pub password_hash: Option<String>,
}

/// What waits behind a link that is still good.
pub fn look(conn: &mut PgConnection, token: &str) -> QueryResult<Option<Waiting>> {
    let Some(link) = MailedLink::peek(conn, token, &OURS)? else { return Ok(None) };
    if link.purpose == Purpose::SignUp {
        let Pending { user, .. } = link.read()?;
        return Ok(Some(Waiting { purpose: link.purpose, email: user.email.as_str().to_owned(), password_hash: Some(user.password_hash) }));
    }
    let email = link.payload["email"].as_str().unwrap_or_default().to_owned();
    Ok(Some(Waiting { purpose: link.purpose, email, password_hash: None }))
}

/// Uses the link up.
pub fn confirm(tx: &mut Tx<'_>, base_url: &str, token: &str) -> QueryResult<Verified> {
    let Some(link) = MailedLink::take(tx, token, &OURS)? else { return Ok(Verified::Stale) };
    let Some(user) = link.user_id else {
        let pending: Pending = link.read()?;
        return Ok(match register::confirm(tx, &pending)? {
            Some(user) => Verified::SignedUp(user, Next::of(&pending.next)),
            None => Verified::KnownAlready(pending.user.email),
        });
    };
    let Some(email) = link.payload["email"].as_str().and_then(Email::parse) else { return Ok(Verified::Stale) };
    Ok(match change_email::confirm(tx, base_url, user, &email)? {
        true => Verified::EmailChanged(user, email),
        false => Verified::EmailTaken,
    })
}
