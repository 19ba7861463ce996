//! `/orders/{number}/review`: rating what an order brought.

use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::page::Edit;
use super::{Hindrance, Opinion, Refusal};
use crate::kernel::Number;
use crate::orders::{Given, Item, Order};
use crate::shops::Shop;
use crate::web::{Ctx, Fault, Flash, Form, Outcome};

/// `GET /orders/{number}/review`
pub async fn show(ctx: Ctx, asked: Path<String>) -> Outcome {
    let page = own(&ctx, &asked, Form::default()).await?;
    ctx.page(&page.fill())
}

/// `POST /orders/{number}/review`
pub async fn save(ctx: Ctx, asked: Path<String>, form: Form) -> Outcome {
    let (user, mut page) = (ctx.user()?, own(&ctx, &asked, form).await?);
    if page.hindrance.is_some() {
        return ctx.page_as(StatusCode::CONFLICT, &page);
    }
    let Some(opinion) = Opinion::parse(&mut page.form, &page.items, &page.shop) else { return ctx.again(&page) };
    let order = page.order.id;
    match ctx.db().write(move |tx| super::rate(tx, order, user, &opinion)).await {
        Ok(()) => ctx.go_with(&format!("/orders/{}", page.order.number), &Flash::good("review-flash-thanks")),
        Err(Refusal::Hindered(why)) => ctx.page_as(StatusCode::CONFLICT, &Edit { hindrance: Some(why), ..page }),
        Err(Refusal::Db(error)) => Err(error.into()),
    }
}

/// The page of an order of the person who asks; somebody else's is not found.
async fn own(ctx: &Ctx, asked: &str, form: Form) -> Result<Edit, Fault> {
    let (user, number) = (ctx.user()?, Number::parse(asked).ok_or(Fault::NotFound)?);
    ctx.read(move |conn| {
        let order = Order::of_buyer(conn, &number, user)?;
        let (items, shop) = (Item::of(conn, &[order.id])?, Shop::find(conn, order.shop_id)?.name);
        let (given, hindrance) = (Given::of(conn, order.id)?, Hindrance::of(conn, &order, user)?);
        Ok(Edit { form, order, shop, items, given, hindrance })
    })
    .await
}
