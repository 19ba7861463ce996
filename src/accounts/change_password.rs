//! A new password: every device is signed out, every waiting link is void, the owner is told.

use diesel::prelude::*;

use super::Device;
use super::link::MailedLink;
use crate::db::Tx;
use crate::events::{self, Event};
use crate::kernel::UserId;
use crate::schema::users;

/// Sets the hash of a new password. Who asked gets a session under a new id afterwards.
pub fn change_password(tx: &mut Tx<'_>, user: UserId, hash: &str) -> QueryResult<()> {
    let living = users::table.find(user).filter(users::deleted_at.is_null());
    if diesel::update(living).set(users::password_hash.eq(hash)).execute(&mut **tx)? == 0 {
        return Err(diesel::result::Error::NotFound);
    }
    Device::end_all(tx, user)?;
    MailedLink::void_all(tx, user)?;
    events::publish(tx, &Event::PasswordChanged { user })
}
