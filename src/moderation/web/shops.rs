//! A shop as staff see it: its past, stopping it, letting it go on.

use actix_web::web::Path;
use diesel::prelude::*;

use super::told;
use crate::kernel::ShopId;
use crate::moderation::case::Past;
use crate::moderation::decision::Decision;
use crate::moderation::desk::Desk;
use crate::moderation::form::{parse_maybe_note, parse_note};
use crate::moderation::page::{SanctionPage, ShopPage};
use crate::moderation::report::Report;
use crate::moderation::sanction;
use crate::schema::listings;
use crate::shops::{Shop, ShopState};
use crate::web::{Ctx, Fault, Form, Outcome};

fn path(shop: ShopId) -> String {
    format!("/moderation/shops/{shop}")
}

/// A shop's past.
pub async fn show(ctx: Ctx, shop: Path<i64>) -> Outcome {
    let shop = ShopId(*shop);
    let page = ctx.read(move |conn| {
        Ok(ShopPage {
            desk: Desk::read(conn)?,
            shop: Shop::find(conn, shop)?,
            past: Past::of(conn, shop)?,
            decisions: Decision::of_shop(conn, shop)?,
            reports: Report::of_shop(conn, shop)?,
        })
    });
    ctx.page(&page.await?)
}

async fn read(ctx: &Ctx, shop: ShopId, stopping: bool, form: Form) -> Result<SanctionPage, Fault> {
    ctx.read(move |conn| {
        let on_sale = listings::table.filter(listings::shop_id.eq(shop)).filter(listings::state.eq("active")).count().get_result(conn)?;
        Ok(SanctionPage { desk: Desk::read(conn)?, shop: Shop::find(conn, shop)?, on_sale, stopping, form })
    })
    .await
}

/// Stop it? Why?
pub async fn ask_suspend(ctx: Ctx, shop: Path<i64>) -> Outcome {
    let page = read(&ctx, ShopId(*shop), true, Form::default()).await?;
    if page.shop.state == ShopState::Open { ctx.page(&page) } else { ctx.go(&path(page.shop.id)) }
}

/// Stops it.
pub async fn suspend(ctx: Ctx, shop: Path<i64>, mut form: Form) -> Outcome {
    let (staff, shop) = (ctx.user()?, ShopId(*shop));
    let Some(note) = parse_note(&mut form) else {
        return ctx.again(&read(&ctx, shop, true, form).await?);
    };
    let said = ctx.write(move |tx| Ok(sanction::suspend(tx, staff, shop, &note)?)).await?;
    told(&ctx, &path(shop), said, "moderation-done-suspended")
}

/// Let it go on?
pub async fn ask_reopen(ctx: Ctx, shop: Path<i64>) -> Outcome {
    let page = read(&ctx, ShopId(*shop), false, Form::default()).await?;
    if page.shop.state == ShopState::Suspended { ctx.page(&page) } else { ctx.go(&path(page.shop.id)) }
}

/// Lets it go on.
pub async fn reopen(ctx: Ctx, shop: Path<i64>, mut form: Form) -> Outcome {
    let (staff, shop) = (ctx.user()?, ShopId(*shop));
    let Some(note) = parse_maybe_note(&mut form) else {
        return ctx.again(&read(&ctx, shop, false, form).await?);
    };
    let said = ctx.write(move |tx| Ok(sanction::reopen(tx, staff, shop, &note)?)).await?;
    told(&ctx, &path(shop), said, "moderation-done-reopened")
}
