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

/// What the link is for and which address it confirms.
pub fn look(conn: &mut PgConnection, token: &str) -> QueryResult<Option<(Purpose, String)>> {
    let Some(link) = MailedLink::peek(conn, token, &OURS)? else { return Ok(None) };
    let email = match link.purpose {
        Purpose::SignUp => &link.payload["user"]["email"],
        Purpose::ChangeEmail | Purpose::Recover => &link.payload["email"],
    };
    Ok(Some((link.purpose, email.as_str().unwrap_or_default().to_owned())))
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
