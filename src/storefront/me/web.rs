//! `/me`, `/me/data`, `/me/leave`.

use actix_web::HttpResponse;
use actix_web::http::header;

use super::data;
use super::leave::{Obstacles, leave};
use super::overview::Overview;
use super::page::{Leave, Show};
use crate::accounts::web::proves_password;
use crate::web::{Ctx, Fault, Flash, Form, Limit, Outcome};

/// The overview.
pub async fn show(ctx: Ctx) -> Outcome {
    let user = ctx.user()?;
    let overview = ctx.read(move |conn| Ok(Overview::read(conn, user)?)).await?;
    ctx.page(&Show { overview, sells: ctx.shop().is_ok() })
}

/// Everything that is kept about the person, as a file.
pub async fn download(ctx: Ctx) -> Outcome {
    let user = ctx.user()?;
    let all = ctx.read(move |conn| Ok(data::everything(conn, user)?)).await?;
    let text = serde_json::to_string_pretty(&all).map_err(Fault::unexpected)?;
    Ok(HttpResponse::Ok()
        .content_type("application/json; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"samal.json\""))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(text))
}

/// What deleting the account means, and what has to be finished first.
pub async fn ask_leave(ctx: Ctx) -> Outcome {
    let user = ctx.user()?;
    let obstacles = ctx.read(move |conn| Ok(Obstacles::of(conn, user)?)).await?;
    ctx.page(&Leave { form: Form::default(), obstacles })
}

/// Deletes the account.
pub async fn confirm_leave(ctx: Ctx, mut form: Form) -> Outcome {
    ctx.limit(Limit::Address, ctx.address())?;
    let user = ctx.user()?;
    let obstacles = match proves_password(&ctx, &mut form, "password").await? {
        true => ctx.write(move |tx| Ok(leave(tx, user)?)).await?,
        false => ctx.read(move |conn| Ok(Obstacles::of(conn, user)?)).await?,
    };
    if form.has_errors() || obstacles.any() {
        return ctx.again(&Leave { form, obstacles });
    }
    ctx.end_session();
    ctx.go_with("/", &Flash::good("me-left"))
}
