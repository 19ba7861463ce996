//! What the shop sees.

use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::number;
use crate::catalog::Shelf;
use crate::orders::Order;
use crate::orders::board::{Board, Mark, Tab};
use crate::orders::dossier::Dossier;
use crate::orders::page::{BoardPage, Label, Work};
use crate::orders::qr::Qr;
use crate::web::{Ctx, Fault, Form, Outcome};

/// Which orders are asked for.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    tab: String,
    #[serde(default)]
    after: String,
}

/// What a scanned code brings along.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Scanned {
    #[serde(default)]
    code: String,
}

/// `GET /sell/orders`
pub async fn board(ctx: Ctx, shelf: Data<Shelf>, asked: Option<Query<Asked>>) -> Outcome {
    let asked = asked.map(Query::into_inner).unwrap_or_default();
    let (shop, tab, after) = (ctx.shop()?, Tab::parse(&asked.tab), Mark::parse(&asked.after));
    let board = ctx.read(move |conn| Ok(Board::read(conn, shop, tab, after)?)).await?;
    let first = after.map(|_| format!("/sell/orders?tab={}", tab.slug())).unwrap_or_default();
    ctx.page(&BoardPage { board, first, catalog: shelf.now(), locale: ctx.locale() })
}

/// `GET /sell/orders/{number}`
pub async fn work(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>, scanned: Option<Query<Scanned>>) -> Outcome {
    let mut form = Form::default();
    let code = scanned.map(|scanned| scanned.into_inner().code).unwrap_or_default();
    form.set("code", code.chars().filter(char::is_ascii_digit).take(6).collect::<String>());
    let page = page(&ctx, &shelf, &asked, form).await?;
    ctx.page(&page)
}

/// `GET /sell/orders/{number}/label`
pub async fn label(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>) -> Outcome {
    let dossier = own(&ctx, &asked).await?;
    if !dossier.open_to_shop() {
        return ctx.go(&format!("/sell/orders/{}", dossier.order.number));
    }
    let qr = Qr::of(&ctx.absolute(&format!("/sell/orders/{}", dossier.order.number)));
    ctx.page(&Label { dossier, qr, catalog: shelf.now() })
}

/// The order's page for the shop; `form` holds what was typed and what is wrong.
pub(super) async fn page(ctx: &Ctx, shelf: &Shelf, asked: &str, form: Form) -> Result<Work, Fault> {
    Ok(Work { form, dossier: own(ctx, asked).await?, catalog: shelf.now(), locale: ctx.locale() })
}

/// An order of the shop that asks.
pub(super) async fn own(ctx: &Ctx, asked: &str) -> Result<Dossier, Fault> {
    let (shop, number) = (ctx.shop()?, number(asked)?);
    ctx.read(move |conn| {
        let order = Order::of_shop(conn, &number, shop)?;
        Ok(Dossier::of(conn, order)?)
    })
    .await
}
