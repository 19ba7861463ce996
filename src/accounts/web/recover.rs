//! `/recover` and the link that it mails.

use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};

use super::super::link::Purpose;
use super::super::next::Next;
use super::super::page::{Recover, Reset, Sent, Stale};
use super::super::password::Password;
use super::super::{form, hashing, recover};
use super::{Carried, home};
use crate::kernel::{Email, Token};
use crate::web::{Ctx, Flash, Form, Limit, Outcome};

/// The form that asks for the e-mail.
pub async fn show(ctx: Ctx, carried: Query<Carried>) -> Outcome {
    ctx.page(&Recover { form: carried.form(), next: carried.next(&ctx) })
}

/// Writes to the address, and always says the same.
pub async fn send(ctx: Ctx, mut form: Form) -> Outcome {
    ctx.limit(Limit::Address, ctx.address())?;
    let next = Next::of(form.value("next"));
    let Some(email) = form::email(&mut form) else { return ctx.again(&Recover { form, next }) };
    ctx.limit(Limit::Account, &email.key())?;
    let sent = next.through("/recover/sent", email.as_str());
    let (home, token) = (home(&ctx), Token::random());
    ctx.write(move |tx| Ok(recover::ask(tx, &home, &email, &next, &token)?)).await?;
    ctx.go(&sent)
}

/// "Check your mail."
pub async fn sent(ctx: Ctx, carried: Query<Carried>) -> Outcome {
    let (email, next) = (Email::parse(&carried.email), carried.next(&ctx));
    ctx.page(&Sent { purpose: Purpose::Recover, email, next, shows_mail: ctx.config().shows_mail() })
}

/// The form for the new password.
pub async fn choose(ctx: Ctx, token: Path<String>) -> Outcome {
    let token = token.into_inner();
    let asked = token.clone();
    match ctx.read(move |conn| Ok(recover::owner(conn, &asked)?)).await? {
        Some(user) => ctx.page(&Reset { form: Form::default(), token, email: user.email }),
        None => ctx.page_as(StatusCode::NOT_FOUND, &Stale),
    }
}

/// Sets the new password, signs out everywhere else, and lets its owner in.
pub async fn set(ctx: Ctx, token: Path<String>, mut form: Form) -> Outcome {
    ctx.limit(Limit::Address, ctx.address())?;
    let token = token.into_inner();
    let asked = token.clone();
    let Some(user) = ctx.read(move |conn| Ok(recover::owner(conn, &asked)?)).await? else {
        return ctx.page_as(StatusCode::NOT_FOUND, &Stale);
    };
    let Some(password) = Password::parse(&mut form, "password", &user.own_words()) else {
        return ctx.again(&Reset { form, token, email: user.email });
    };
    let hash = hashing::hash(password.into_text(), ctx.config().bcrypt_cost).await?;
    let Some((user, next)) = ctx.write(move |tx| Ok(recover::set(tx, &token, &hash)?)).await? else {
        return ctx.page_as(StatusCode::NOT_FOUND, &Stale);
    };
    super::come_in(&ctx, user).await?;
    ctx.go_with(next.as_str(), &Flash::good("accounts-password-set"))
}
