//! `/me/edit`: name, phone, language of letters.

use super::super::User;
use super::super::form::Profile;
use super::super::page::Edit;
use crate::kernel::Phone;
use crate::web::{Ctx, Fault, Flash, Form, Outcome};

/// The form filled with what is stored.
pub async fn show(ctx: Ctx) -> Outcome {
    let user = me(&ctx).await?;
    let phone = user.phone.map(|phone| Phone::pretty(phone.as_str())).unwrap_or_default();
    let form = Form::of([("name", user.name), ("phone", phone), ("lang", user.lang.code().to_owned())]);
    ctx.page(&Edit { form, email: user.email })
}

/// Stores it.
pub async fn save(ctx: Ctx, mut form: Form) -> Outcome {
    let id = ctx.user()?;
    let Some(profile) = Profile::parse(&mut form) else {
        let email = me(&ctx).await?.email;
        return ctx.again(&Edit { form, email });
    };
    ctx.write(move |tx| Ok(User::rename(tx, id, &profile)?)).await?;
    ctx.go_with("/me", &Flash::good("accounts-saved"))
}

async fn me(ctx: &Ctx) -> Result<User, Fault> {
    let id = ctx.user()?;
    ctx.read(move |conn| Ok(User::find(conn, id)?)).await
}
