//! `/login` and `/logout`.

use actix_web::web::Query;

use super::super::form::SignIn;
use super::super::next::Next;
use super::super::page::Login;
use super::super::{User, fits};
use super::{Carried, come_in};
use crate::web::{Ctx, FieldError, Flash, Form, Limit, Outcome};

/// The empty form.
pub async fn show(ctx: Ctx, carried: Query<Carried>) -> Outcome {
    let next = carried.next(&ctx);
    if ctx.viewer().is_some() {
        return ctx.go(next.as_str());
    }
    ctx.page(&Login { form: carried.form(), next, refused: false })
}

/// Lets in who knows the password; all others read the same words, after the same time.
pub async fn send(ctx: Ctx, mut form: Form) -> Outcome {
    ctx.limit(Limit::Address, ctx.address())?;
    let next = Next::of(form.value("next"));
    let Some(wish) = SignIn::parse(&mut form) else { return ctx.again(&Login { form, next, refused: false }) };
    ctx.limit(Limit::Account, &wish.email.key())?;
    let known = ctx.read(move |conn| Ok(User::secret_of(conn, &wish.email)?)).await?;
    let (user, kept) = known.unzip();
    let fits = fits(wish.password, kept, ctx.config().bcrypt_cost).await?;
    let Some(user) = user.filter(|_| fits) else {
        form.fail("password", FieldError::new("accounts-password-again"));
        return ctx.again(&Login { form, next, refused: true });
    };
    come_in(&ctx, user).await?;
    ctx.go(next.as_str())
}

/// Ends this device's session.
pub async fn leave(ctx: Ctx) -> Outcome {
    ctx.end_session();
    ctx.go_with("/", &Flash::good("accounts-left"))
}
