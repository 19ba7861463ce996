//! A new address: a link goes there, and once it is followed the old address is told.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};

use super::User;
use super::link::{MailedLink, Purpose};
use super::mails::Home;
use crate::db::Tx;
use crate::kernel::{Email, Token, UserId};
use crate::mail::post;
use crate::schema::users;

/// Sends the link to the new address; an address that has an account gets a letter that says so, and the page says the same either way.
pub fn ask(tx: &mut Tx<'_>, home: &Home, user: UserId, new: &Email, token: &Token) -> QueryResult<()> {
    let owner = User::find(tx, user)?;
    match User::by_email(tx, new)? {
        Some(other) if other.id != user => post(tx, &home.email_taken(new)),
        _ => {
            let payload = serde_json::json!({ "email": new.as_str() });
            MailedLink::open(tx, token, Purpose::ChangeEmail, Some(user), &payload)?;
            post(tx, &home.confirm_email(new, &owner.name, token))
        }
    }
}

/// Puts the new address into force and tells the old one; false when it got an account of its own meanwhile.
pub fn confirm(tx: &mut Tx<'_>, base_url: &str, user: UserId, new: &Email) -> QueryResult<bool> {
    let owner = User::lock(tx, user)?;
    if User::by_email(tx, new)?.is_some_and(|other| other.id != user) {
        return Ok(false);
    }
    let living = users::table.find(user).filter(users::deleted_at.is_null());
    match diesel::update(living).set(users::email.eq(new.as_str())).execute(&mut **tx) {
        Ok(_) => {}
        // Somebody registered it this very moment: the transaction is lost, and the link works again.
        Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => return Err(Error::NotFound),
        Err(error) => return Err(error),
    }
    MailedLink::void_all(tx, user)?;
    let home = Home { base_url: base_url.to_owned(), lang: owner.lang };
    if let Some(old) = owner.email.filter(|old| old != new) {
        post(tx, &home.email_changed(&old, new))?;
    }
    Ok(true)
}
