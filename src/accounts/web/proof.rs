//! Before what cannot be undone, a person shows the password once more.

use super::super::form::typed_password;
use super::super::{User, fits};
use crate::web::{Ctx, Fault, FieldError, Form, Limit};

/// Whether the password typed into `field` is the signed-in person's own; if not, the field says so.
pub async fn proves_password(ctx: &Ctx, form: &mut Form, field: &'static str) -> Result<bool, Fault> {
    let Some(typed) = typed_password(form, field) else { return Ok(false) };
    let user = ctx.user()?;
    let (owner, kept) = ctx.read(move |conn| Ok((User::find(conn, user)?, User::password_hash(conn, user)?))).await?;
    ctx.limit(Limit::Account, &owner.email.map(|email| email.key()).unwrap_or_default())?;
    let fine = fits(typed, kept, ctx.config().bcrypt_cost).await?;
    if !fine {
        form.fail(field, FieldError::new("accounts-password-not-yours"));
    }
    Ok(fine)
}
