//! A new account.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::db::Tx;
use crate::i18n::Lang;
use crate::kernel::{Email, Phone, UserId};
use crate::schema::users;

/// Someone who is about to have an account. It waits in the mailed link until its address is confirmed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NewUser {
    /// What to call them.
    pub name: String,
    /// Their address.
    pub email: Email,
    /// For the courier.
    pub phone: Option<Phone>,
    /// The ready hash of their password.
    pub password_hash: String,
    /// The language of their letters.
    pub lang: Lang,
}

/// Makes the account; nothing when the e-mail has one already.
pub fn sign_up(tx: &mut Tx<'_>, user: &NewUser) -> QueryResult<Option<UserId>> {
    diesel::insert_into(users::table)
        .values((
            users::name.eq(&user.name),
            users::email.eq(user.email.as_str()),
            users::phone.eq(user.phone.as_ref().map(Phone::as_str)),
            users::password_hash.eq(&user.password_hash),
            users::lang.eq(user.lang),
        ))
        .on_conflict_do_nothing()
        .returning(users::id)
        .get_result(&mut **tx)
        .optional()
}
