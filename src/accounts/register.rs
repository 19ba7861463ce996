//! Registration: the account waits in a mailed link until its address is confirmed.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::link::{MailedLink, Purpose};
use super::mails::Home;
use super::next::Next;
use super::{NewUser, User, sign_up};
use crate::db::Tx;
use crate::kernel::{Token, UserId};
use crate::mail::post;

/// What waits in the link.
#[derive(Serialize, Deserialize)]
pub struct Pending {
    /// The account to be.
    pub user: NewUser,
    /// Where its owner was going.
    pub next: String,
}

/// Writes to the address: a link that makes the account, or that there is one already. The page says the same either way.
pub fn ask(tx: &mut Tx<'_>, home: &Home, user: &NewUser, next: &Next, token: &Token) -> QueryResult<()> {
    if User::by_email(tx, &user.email)?.is_some() {
        return post(tx, &home.known_already(&user.email, next));
    }
    let pending = Pending { user: user.clone(), next: next.as_str().to_owned() };
    let payload = serde_json::to_value(pending).map_err(|error| diesel::result::Error::SerializationError(error.into()))?;
    MailedLink::open(tx, token, Purpose::SignUp, None, &payload)?;
    post(tx, &home.confirm_account(&user.email, token))
}

/// Makes the account; nothing when its e-mail got one meanwhile, by another link.
pub fn confirm(tx: &mut Tx<'_>, pending: &Pending) -> QueryResult<Option<UserId>> {
    sign_up(tx, &pending.user)
}
