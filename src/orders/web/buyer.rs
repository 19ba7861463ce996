//! What the buyer sees.

use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::number;
use crate::catalog::Shelf;
use crate::orders::dossier::Dossier;
use crate::orders::list::Bundle;
use crate::orders::page::{Mine, PurchasePage, Show};
use crate::orders::qr::Qr;
use crate::orders::{Order, OrderState, Purchase};
use crate::web::{Ctx, Fault, Form, Outcome};

/// Which purchases are asked for.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    tab: String,
    #[serde(default)]
    after: String,
}

/// `GET /orders`
pub async fn mine(ctx: Ctx, asked: Option<Query<Asked>>) -> Outcome {
    let asked = asked.map(Query::into_inner).unwrap_or_default();
    let (user, active, after) = (ctx.user()?, asked.tab != "done", asked.after.parse().ok());
    let (counts, page) = ctx.read(move |conn| Ok((Bundle::counts(conn, user)?, Bundle::page(conn, user, active, after)?))).await?;
    let here = if active { "/orders" } else { "/orders?tab=done" };
    let joint = if active { '?' } else { '&' };
    let next = page.next.map(|key| format!("{here}{joint}after={key}")).unwrap_or_default();
    let first = after.map_or("", |_| here).to_owned();
    ctx.page(&Mine { active, counts, bundles: page.rows, first, next, locale: ctx.locale() })
}

/// `GET /purchases/{number}`
pub async fn purchase(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>) -> Outcome {
    let (user, number) = (ctx.user()?, number(&asked)?);
    let bundle = ctx
        .read(move |conn| {
            let purchase = Purchase::of_buyer(conn, &number, user)?;
            Ok(Bundle::of(conn, purchase)?)
        })
        .await?;
    let taken = |state| matches!(state, OrderState::Accepted | OrderState::HandedOver | OrderState::Completed);
    let waiting = bundle.cards.iter().any(|card| card.order.state == OrderState::Placed);
    let movable = waiting && !bundle.cards.iter().any(|card| taken(card.order.state));
    ctx.page(&PurchasePage { bundle, movable, catalog: shelf.now(), locale: ctx.locale() })
}

/// `GET /orders/{number}`
pub async fn show(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>) -> Outcome {
    let page = page(&ctx, &shelf, &asked, Form::default()).await?;
    ctx.page(&page)
}

/// The order's page; `form` tells what was refused.
pub(super) async fn page(ctx: &Ctx, shelf: &Shelf, asked: &str, form: Form) -> Result<Show, Fault> {
    let dossier = own(ctx, asked).await?;
    let shown = dossier.order.state == OrderState::HandedOver && !dossier.order.is_shut();
    let address = format!("/sell/orders/{}?code={}#code", dossier.order.number, dossier.order.issue_code);
    let qr = if shown { Qr::of(&ctx.absolute(&address)) } else { None };
    let own = ctx.viewer().is_some_and(|viewer| viewer.shop == Some(dossier.order.shop_id));
    Ok(Show { dossier, form, own, qr, catalog: shelf.now(), locale: ctx.locale() })
}

/// An order of the person who asks.
pub(super) async fn own(ctx: &Ctx, asked: &str) -> Result<Dossier, Fault> {
    let (user, number) = (ctx.user()?, number(asked)?);
    ctx.read(move |conn| {
        let order = Order::of_buyer(conn, &number, user)?;
        Ok(Dossier::of(conn, order)?)
    })
    .await
}
