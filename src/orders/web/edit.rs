//! What the buyer may still change: quantities, address, contact, and calling it off.

use actix_web::web::{Data, Path};

use super::buyer::{own, page};
use super::{explain, number};
use crate::catalog::Shelf;
use crate::kernel::{Money, Number};
use crate::listings::Stock;
use crate::orders::dossier::Dossier;
use crate::orders::form::{quantities, seen, wanted};
use crate::orders::page::{AddressPage, Cancel, Edit, EditRow};
use crate::orders::{Contact, Destination, Item, Order, OrderState, Purchase, Readdress, Refusal, Step};
use crate::shops::Way;
use crate::web::{Ctx, Fault, Flash, Form, Outcome};

/// `GET /orders/{number}/edit`
pub async fn edit(ctx: Ctx, asked: Path<String>) -> Outcome {
    let dossier = own(&ctx, &asked).await?;
    if dossier.order.state != OrderState::Placed {
        return late(&ctx, &dossier);
    }
    ctx.page(&editor(&ctx, Form::default(), dossier).await?)
}

/// `POST /orders/{number}/edit`
pub async fn save(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>, mut form: Form) -> Outcome {
    let dossier = own(&ctx, &asked).await?;
    let Some(wanted) = quantities(&mut form, &dossier.items) else {
        return ctx.again(&editor(&ctx, form, dossier).await?);
    };
    let step = Step { order: dossier.order.id, actor: Some(ctx.user()?), seen: seen(&form) };
    let agreed = agreed(&form);
    match ctx.db().write(move |tx| crate::orders::change(tx, step, &wanted, agreed)).await {
        Ok(total) => ctx.go_with(&path(&dossier), &Flash::good("order-flash-changed").text(ctx.locale().money(total))),
        Err(refusal @ (Refusal::NothingLeft | Refusal::Short(_) | Refusal::OffSale(_) | Refusal::Dearer(_))) => {
            if let Refusal::Dearer(delivery) = refusal {
                form.set("delivery", delivery.whole().to_string());
            }
            let status = explain(&mut form, refusal)?;
            ctx.page_as(status, &editor(&ctx, form, dossier).await?)
        }
        Err(refusal) => {
            let status = explain(&mut form, refusal)?;
            ctx.page_as(status, &page(&ctx, &shelf, &asked, form).await?)
        }
    }
}

/// The price of delivery that the page told before it was sent again.
fn agreed(form: &Form) -> Option<Money> {
    let tenge = form.value("delivery").parse().ok().filter(|tenge| (0..=Money::MAX_PRICE.whole()).contains(tenge))?;
    Some(Money::tenge(tenge))
}

async fn editor(ctx: &Ctx, form: Form, dossier: Dossier) -> Result<Edit, Fault> {
    let listings: Vec<_> = dossier.items.iter().map(|item| item.listing_id).collect();
    let stock = ctx
        .read(move |conn| {
            let on_sale = Stock::on_sale(conn, &listings)?;
            Ok(Stock::of(conn, &on_sale)?)
        })
        .await?;
    let free = |item: &Item| stock.iter().find(|stock| stock.listing_id == item.listing_id).map_or(0, Stock::available);
    let row = |item: &Item| EditRow {
        quantity: wanted(&form, item).unwrap_or(item.quantity),
        most: (item.quantity + free(item)).min(999),
        item: item.clone(),
    };
    let rows = dossier.items.iter().map(row).collect();
    Ok(Edit { form, rows, dossier })
}

/// `GET /orders/{number}/cancel`
pub async fn confirm_cancel(ctx: Ctx, asked: Path<String>) -> Outcome {
    let dossier = own(&ctx, &asked).await?;
    match dossier.order.state.can_cancel() {
        true => ctx.page(&Cancel { dossier }),
        false => late(&ctx, &dossier),
    }
}

/// `POST /orders/{number}/cancel`
pub async fn cancel(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>, mut form: Form) -> Outcome {
    let (user, number) = (ctx.user()?, number(&asked)?);
    let done = ctx.db().write(move |tx| {
        let order = Order::of_buyer(tx, &number, user)?;
        crate::orders::cancel(tx, Step::of(order.id, user))
    });
    match done.await {
        Ok(()) => ctx.go_with(&format!("/orders/{asked}"), &Flash::good("order-flash-cancelled")),
        Err(refusal) => {
            let status = explain(&mut form, refusal)?;
            ctx.page_as(status, &page(&ctx, &shelf, &asked, form).await?)
        }
    }
}

/// `GET /purchases/{number}/address`
pub async fn address(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>) -> Outcome {
    let purchase = bought(&ctx, &asked).await?;
    let mut form = Form::default();
    purchase.to.fill(&mut form);
    purchase.contact.fill(&mut form);
    ctx.page(&AddressPage { form, purchase, catalog: shelf.now() })
}

/// `POST /purchases/{number}/address`
pub async fn save_address(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>, mut form: Form) -> Outcome {
    let (user, catalog, purchase) = (ctx.user()?, shelf.now(), bought(&ctx, &asked).await?);
    let id = purchase.id;
    let fetched = ctx.read(move |conn| Ok(Order::of_purchases(conn, &[id])?)).await?.iter().all(|order| order.way == Way::Pickup);
    let (to, contact) = (Destination::parse(&mut form, &catalog, fetched), Contact::parse(&mut form));
    let (Some(to), Some(contact)) = (to, contact) else {
        return ctx.again(&AddressPage { form, purchase, catalog });
    };
    let (wish, places) = (Readdress { purchase: purchase.id, actor: user, to, contact }, catalog.clone());
    match ctx.db().write(move |tx| crate::orders::readdress(tx, &places, &wish)).await {
        Ok(()) => ctx.go_with(&format!("/purchases/{}", purchase.number), &Flash::good("order-flash-readdressed")),
        Err(refusal) => {
            let status = explain(&mut form, refusal)?;
            ctx.page_as(status, &AddressPage { form, purchase, catalog })
        }
    }
}

async fn bought(ctx: &Ctx, asked: &str) -> Result<Purchase, Fault> {
    let (user, number): (_, Number) = (ctx.user()?, number(asked)?);
    ctx.read(move |conn| Ok(Purchase::of_buyer(conn, &number, user)?)).await
}

/// Too late for that: the order's page says where it stands.
fn late(ctx: &Ctx, dossier: &Dossier) -> Outcome {
    ctx.go_with(&path(dossier), &Flash::warn("order-late"))
}

fn path(dossier: &Dossier) -> String {
    format!("/orders/{}", dossier.order.number)
}
