//! `/verify/{token}`: looking changes nothing, so that mail scanners may follow links; the button confirms.

use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::super::fits;
use super::super::form::typed_password;
use super::super::next::Next;
use super::super::page::{Confirm, Stale};
use super::super::verify::{self, Verified, Waiting};
use crate::kernel::{Email, UserId};
use crate::web::{Ctx, Fault, FieldError, Flash, Form, Limit, Outcome};

/// The button.
pub async fn show(ctx: Ctx, token: Path<String>) -> Outcome {
    let token = token.into_inner();
    let asked = token.clone();
    match ctx.read(move |conn| Ok(verify::look(conn, &asked)?)).await? {
        Some(waiting) => ctx.page(&Confirm { form: Form::default(), waiting, token }),
        None => ctx.page_as(StatusCode::NOT_FOUND, &Stale),
    }
}

/// The button was pressed.
pub async fn confirm(ctx: Ctx, token: Path<String>, mut form: Form) -> Outcome {
    ctx.limit(Limit::Address, ctx.address())?;
    let (token, base_url) = (token.into_inner(), ctx.config().base_url.clone());
    let asked = token.clone();
    let Some(waiting) = ctx.read(move |conn| Ok(verify::look(conn, &asked)?)).await? else {
        return ctx.page_as(StatusCode::NOT_FOUND, &Stale);
    };
    if !knows_password(&ctx, &mut form, &waiting).await? {
        return ctx.again(&Confirm { form, waiting, token });
    }
    match ctx.write(move |tx| Ok(verify::confirm(tx, &base_url, &token)?)).await? {
        Verified::SignedUp(user, next) => {
            super::come_in(&ctx, user).await?;
            ctx.go_with(next.as_str(), &Flash::good("accounts-welcome"))
        }
        Verified::KnownAlready(email) => ctx.go_with(&login(&email), &Flash::warn("accounts-known-already")),
        Verified::EmailChanged(user, email) => ctx.go_with(&after_change(&ctx, user, &email), &Flash::good("accounts-email-changed")),
        Verified::EmailTaken => ctx.go_with("/", &Flash::warn("accounts-email-taken")),
        Verified::Stale => ctx.page_as(StatusCode::NOT_FOUND, &Stale),
    }
}

/// Whether the person knows the password of the account to be, where there is one.
async fn knows_password(ctx: &Ctx, form: &mut Form, waiting: &Waiting) -> Result<bool, Fault> {
    let Some(hash) = &waiting.password_hash else { return Ok(true) };
    let Some(typed) = typed_password(form, "password") else { return Ok(false) };
    let fine = fits(typed, Some(hash.clone()), ctx.config().bcrypt_cost).await?;
    if !fine {
        form.fail("password", FieldError::new("accounts-confirm-password-wrong"));
    }
    Ok(fine)
}

fn login(email: &Email) -> String {
    Next::of("/").through("/login", email.as_str())
}

/// The letter may have been opened on another device.
fn after_change(ctx: &Ctx, user: UserId, email: &Email) -> String {
    match ctx.viewer() {
        Some(viewer) if viewer.id == user => "/me/security".to_owned(),
        Some(_) => "/".to_owned(),
        None => login(email),
    }
}
