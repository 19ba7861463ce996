//! Service roles, given and taken from the command line.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use super::{ActKind, Subject, record};
use crate::db::{DbError, Retry, Tx};
use crate::kernel::UserId;
use crate::schema::users;
use crate::web::StaffRole;

/// Why nothing was done, in a sentence for the command line.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// No such account.
    #[error("nobody has an account with the e-mail {0}: register it on the site first")]
    NoAccount(String),
    /// No such role.
    #[error("there is no role {0:?}: choose moderator, manager or owner")]
    NoRole(String),
    /// Nothing to take back.
    #[error("{0} has no service role")]
    NotStaff(String),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<diesel::result::Error> for StaffError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Db(error.into())
    }
}

impl Retry for StaffError {
    fn asks_again(&self) -> bool {
        matches!(self, Self::Db(error) if error.asks_again())
    }
}

/// Gives a role; whoever is signed in has it from their next page on.
pub fn grant(tx: &mut Tx<'_>, email: &str, role: &str) -> Result<StaffRole, StaffError> {
    let role: StaffRole = role.parse().map_err(|()| StaffError::NoRole(role.to_owned()))?;
    let (user, _) = find(tx, email)?;
    diesel::update(users::table.find(user)).set(users::staff_role.eq(role)).execute(&mut **tx)?;
    record(tx, None, ActKind::Grant, Subject::User(user), role.as_str())?;
    Ok(role)
}

/// Takes the role back.
pub fn revoke(tx: &mut Tx<'_>, email: &str) -> Result<(), StaffError> {
    let (user, role) = find(tx, email)?;
    let role = role.ok_or_else(|| StaffError::NotStaff(email.to_owned()))?;
    diesel::update(users::table.find(user)).set(users::staff_role.eq(None::<StaffRole>)).execute(&mut **tx)?;
    Ok(record(tx, None, ActKind::Revoke, Subject::User(user), role.as_str())?)
}

/// Who has a role: role, e-mail, name.
pub fn list(conn: &mut PgConnection) -> QueryResult<Vec<(StaffRole, String, String)>> {
    let staff = users::table.filter(users::staff_role.is_not_null()).filter(users::email.is_not_null());
    staff
        .select((users::staff_role.assume_not_null(), users::email.assume_not_null(), users::name))
        .order((users::staff_role, users::email))
        .load(conn)
}

fn find(tx: &mut Tx<'_>, email: &str) -> Result<(UserId, Option<StaffRole>), StaffError> {
    let same = sql::<Bool>("lower(email) = lower(").bind::<Text, _>(email.trim().to_owned()).sql(")");
    let found = users::table.filter(same).select((users::id, users::staff_role)).for_update().first(&mut **tx).optional()?;
    found.ok_or_else(|| StaffError::NoAccount(email.to_owned()))
}
