//! `/settings`: language and colours, for guests too.

use super::super::page::Settings;
use crate::web::{Ctx, Fault, Form, Outcome, Theme};

/// The page.
pub async fn show(ctx: Ctx) -> Outcome {
    ctx.page(&Settings)
}

/// Keeps the colours in a cookie and goes back.
pub async fn theme(ctx: Ctx, form: Form) -> Outcome {
    let theme: Theme = form.value("theme").parse().map_err(|()| Fault::Invalid)?;
    let mut response = ctx.go(&form.back())?;
    response.add_cookie(&ctx.cookie("theme", theme.as_str().to_owned())).map_err(Fault::unexpected)?;
    Ok(response)
}
