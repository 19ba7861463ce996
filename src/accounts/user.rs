//! A person with an account.

use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};

use super::form::Profile;
use crate::db::Tx;
use crate::i18n::Lang;
use crate::kernel::{Email, Phone, UserId};
use crate::schema::users;

diesel::define_sql_function! {
    /// PostgreSQL's own: the unique index of e-mails stands on it.
    fn lower(text: Nullable<Text>) -> Nullable<Text>;
}

/// A person with an account.
#[derive(Debug, Clone)]
pub struct User {
    /// Their id.
    pub id: UserId,
    /// What to call them.
    pub name: String,
    /// Where letters go; nothing once the account is deleted.
    pub email: Option<Email>,
    /// For the courier, if they gave it.
    pub phone: Option<Phone>,
    /// The language of their letters.
    pub lang: Lang,
}

type Row = (UserId, String, Option<String>, Option<String>, Lang);

const COLUMNS: (users::id, users::name, users::email, users::phone, users::lang) =
    (users::id, users::name, users::email, users::phone, users::lang);

impl User {
    /// A user, deleted ones included.
    pub fn find(conn: &mut PgConnection, id: UserId) -> QueryResult<Self> {
        users::table.find(id).select(COLUMNS).first(conn).map(Self::of_row)
    }

    /// Who has this e-mail, whatever its capitals.
    pub fn by_email(conn: &mut PgConnection, email: &Email) -> QueryResult<Option<Self>> {
        users::table.filter(lower(users::email).eq(email.key())).select(COLUMNS).first(conn).optional().map(|row| row.map(Self::of_row))
    }

    /// Keeps others from changing the same account until this transaction ends.
    pub fn lock(tx: &mut Tx<'_>, id: UserId) -> QueryResult<Self> {
        users::table.find(id).select(COLUMNS).for_no_key_update().first(&mut **tx).map(Self::of_row)
    }

    /// The id and password hash that belong to an e-mail.
    pub(super) fn secret_of(conn: &mut PgConnection, email: &Email) -> QueryResult<Option<(UserId, String)>> {
        let found = users::table.filter(lower(users::email).eq(email.key())).select((users::id, users::password_hash.assume_not_null()));
        found.filter(users::password_hash.is_not_null()).first(conn).optional()
    }

    /// The password hash of a user.
    pub fn password_hash(conn: &mut PgConnection, id: UserId) -> QueryResult<Option<String>> {
        users::table.find(id).select(users::password_hash).first(conn)
    }

    /// Words that may not be this person's password.
    pub(super) fn own_words(&self) -> Vec<String> {
        own_words(&self.name, self.email.as_ref())
    }

    pub(super) fn rename(tx: &mut Tx<'_>, id: UserId, profile: &Profile) -> QueryResult<()> {
        diesel::update(users::table.find(id))
            .set((users::name.eq(&profile.name), users::phone.eq(profile.phone.as_ref().map(Phone::as_str)), users::lang.eq(profile.lang)))
            .execute(&mut **tx)
            .map(drop)
    }

    fn of_row((id, name, email, phone, lang): Row) -> Self {
        let email = email.as_deref().and_then(Email::parse);
        Self { id, name, email, phone: phone.as_deref().and_then(Phone::parse), lang }
    }
}

/// What a stranger would try first: the name, the address and its parts.
pub(super) fn own_words(name: &str, email: Option<&Email>) -> Vec<String> {
    let mut words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.push(name.to_lowercase());
    if let Some(email) = email {
        words.push(email.key());
        words.extend(email.key().split('@').map(str::to_owned));
    }
    words
}
