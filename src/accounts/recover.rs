//! A lost password: a link by mail, good for half an hour and for one new password.

use diesel::prelude::*;

use super::User;
use super::change_password::change_password;
use super::link::{MailedLink, Purpose};
use super::mails::Home;
use super::next::Next;
use crate::db::Tx;
use crate::kernel::{Email, Token, UserId};
use crate::mail::post;

/// Writes to the address: a link, or that it has no account. The page says the same either way.
pub fn ask(tx: &mut Tx<'_>, home: &Home, email: &Email, next: &Next, token: &Token) -> QueryResult<()> {
    let Some(user) = User::by_email(tx, email)? else { return post(tx, &home.unknown(email, next)) };
    let payload = serde_json::json!({ "next": next.as_str() });
    MailedLink::open(tx, token, Purpose::Recover, Some(user.id), &payload)?;
    // To the address as its owner wrote it, not as a stranger typed it.
    post(tx, &home.recover(user.email.as_ref().unwrap_or(email), token))
}

/// Whose password the link may set.
pub fn owner(conn: &mut PgConnection, token: &str) -> QueryResult<Option<User>> {
    match MailedLink::peek(conn, token, &[Purpose::Recover])?.and_then(|link| link.user_id) {
        Some(user) => User::find(conn, user).map(Some),
        None => Ok(None),
    }
}

/// Uses the link up for a new password; nothing when it is no longer good.
pub fn set(tx: &mut Tx<'_>, token: &str, hash: &str) -> QueryResult<Option<(UserId, Next)>> {
    let Some(link) = MailedLink::take(tx, token, &[Purpose::Recover])? else { return Ok(None) };
    let Some(user) = link.user_id else { return Ok(None) };
    change_password(tx, user, hash)?;
    Ok(Some((user, Next::of(link.payload["next"].as_str().unwrap_or_default()))))
}
