//! `/register`.

use actix_web::web::Query;

use super::super::form::Registration;
use super::super::link::Purpose;
use super::super::next::Next;
use super::super::page::{Register, Sent};
use super::super::{NewUser, hashing, register};
use super::{Carried, home};
use crate::kernel::{Email, Token};
use crate::web::{Ctx, Form, Limit, Outcome};

/// The empty form.
pub async fn show(ctx: Ctx, carried: Query<Carried>) -> Outcome {
    let next = carried.next(&ctx);
    if ctx.viewer().is_some() {
        return ctx.go(next.as_str());
    }
    ctx.page(&Register { form: carried.form(), next })
}

/// Writes to the address, and always says the same.
pub async fn send(ctx: Ctx, mut form: Form) -> Outcome {
    ctx.limit(Limit::Address, ctx.address())?;
    let next = Next::of(form.value("next"));
    let Some(wish) = Registration::parse(&mut form) else { return ctx.again(&Register { form, next }) };
    ctx.limit(Limit::Account, &wish.email.key())?;
    let sent = next.through("/register/sent", wish.email.as_str());
    let password_hash = hashing::hash(wish.password.into_text(), ctx.config().bcrypt_cost).await?;
    let user = NewUser { name: wish.name, email: wish.email, phone: wish.phone, password_hash, lang: ctx.lang() };
    let (home, token) = (home(&ctx), Token::random());
    ctx.write(move |tx| Ok(register::ask(tx, &home, &user, &next, &token)?)).await?;
    ctx.go(&sent)
}

/// "Check your mail."
pub async fn sent(ctx: Ctx, carried: Query<Carried>) -> Outcome {
    let (email, next) = (Email::parse(&carried.email), carried.next(&ctx));
    ctx.page(&Sent { purpose: Purpose::SignUp, email, next, shows_mail: ctx.config().shows_mail() })
}
