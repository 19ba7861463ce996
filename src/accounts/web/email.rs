//! `/me/security/email`: a new address, confirmed by a link that goes there.

use super::super::page::ChangeEmail;
use super::super::{User, change_email, form};
use super::{home, proves_password};
use crate::kernel::Token;
use crate::web::{Ctx, Flash, Form, Limit, Outcome};

/// The empty form.
pub async fn show(ctx: Ctx) -> Outcome {
    again(&ctx, Form::default(), false).await
}

/// Writes to the new address, and always says the same.
pub async fn send(ctx: Ctx, mut form: Form) -> Outcome {
    ctx.limit(Limit::Address, ctx.address())?;
    let (user, email) = (ctx.user()?, form::email(&mut form));
    let proven = proves_password(&ctx, &mut form, "password").await?;
    let Some(email) = email.filter(|_| proven) else { return again(&ctx, form, true).await };
    ctx.limit(Limit::Account, &email.key())?;
    let flash = Flash::good("accounts-email-sent").text(email.as_str());
    let (home, token) = (home(&ctx), Token::random());
    ctx.write(move |tx| Ok(change_email::ask(tx, &home, user, &email, &token)?)).await?;
    ctx.go_with("/me/security", &flash)
}

async fn again(ctx: &Ctx, form: Form, wrong: bool) -> Outcome {
    let user = ctx.user()?;
    let email = ctx.read(move |conn| Ok(User::find(conn, user)?)).await?.email;
    let page = ChangeEmail { form, email };
    if wrong { ctx.again(&page) } else { ctx.page(&page) }
}
