//! `/me/security`: the password, and the devices that are signed in.

use super::super::change_password::change_password;
use super::super::page::Security;
use super::super::password::Password;
use super::super::{Device, User, hashing};
use super::proves_password;
use crate::kernel::SessionId;
use crate::web::{Ctx, Fault, FieldError, Flash, Form, Limit, Outcome};

/// The page.
pub async fn show(ctx: Ctx) -> Outcome {
    ctx.page(&page(&ctx, Form::default()).await?)
}

/// Changes the password: the other devices are signed out, this one goes on under a new id.
pub async fn change(ctx: Ctx, mut form: Form) -> Outcome {
    ctx.limit(Limit::Address, ctx.address())?;
    let id = ctx.user()?;
    let own = ctx.read(move |conn| Ok(User::find(conn, id)?.own_words())).await?;
    let proven = proves_password(&ctx, &mut form, "current_password").await?;
    let new = Password::parse(&mut form, "password", &own);
    if new.is_some() && form.value("password") == form.value("current_password") {
        form.fail("password", FieldError::new("accounts-password-same"));
    }
    let Some(new) = new.filter(|_| proven && !form.has_errors()) else { return ctx.again(&page(&ctx, form).await?) };
    let hash = hashing::hash(new.into_text(), ctx.config().bcrypt_cost).await?;
    ctx.write(move |tx| Ok(change_password(tx, id, &hash)?)).await?;
    ctx.start_session(id)?;
    ctx.go_with("/me/security", &Flash::good("accounts-password-changed"))
}

/// Signs one device out.
pub async fn end(ctx: Ctx, form: Form) -> Outcome {
    let user = ctx.user()?;
    let session: SessionId = form.value("session").parse().map_err(|_| Fault::NotFound)?;
    if ctx.shell().session == Some(session) {
        return super::login::leave(ctx).await;
    }
    match ctx.write(move |tx| Ok(Device::end(tx, user, session)?)).await? {
        true => ctx.go_with("/me/security", &Flash::good("accounts-device-ended")),
        false => Err(Fault::NotFound),
    }
}

/// Signs out all devices but this one.
pub async fn end_others(ctx: Ctx) -> Outcome {
    let user = ctx.user()?;
    let this = ctx.shell().session.ok_or(Fault::SignIn)?;
    let ended = ctx.write(move |tx| Ok(Device::end_others(tx, user, this)?)).await?;
    ctx.go_with("/me/security", &Flash::good("accounts-devices-ended").count(i64::try_from(ended).unwrap_or(i64::MAX)))
}

async fn page(ctx: &Ctx, form: Form) -> Result<Security, Fault> {
    let user = ctx.user()?;
    let current = ctx.shell().session;
    let (user, mut devices) = ctx.read(move |conn| Ok((User::find(conn, user)?, Device::of_user(conn, user)?))).await?;
    devices.sort_by_key(|device| Some(device.id) != current);
    Ok(Security { form, email: user.email, phone: user.phone, devices, current })
}
