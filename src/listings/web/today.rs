//! `GET /sell`: the day of a seller, or the way to become one.

use actix_web::web::Data;

use crate::catalog::Shelf;
use crate::listings::page;
use crate::listings::today::Today;
use crate::shops;
use crate::web::{Ctx, Outcome};

/// The overview for sellers, the form for others.
pub async fn today(ctx: Ctx, shelf: Data<Shelf>) -> Outcome {
    let Ok(shop) = ctx.shop() else { return shops::web::become_seller(&ctx, &shelf) };
    let today = ctx.read(move |conn| Ok(Today::read(conn, shop)?)).await?;
    ctx.page(&page::Overview { today })
}
