//! A fresh code for the buyer.

use actix_web::web::{Data, Path};

use super::buyer::page;
use super::{explain, number};
use crate::catalog::Shelf;
use crate::orders::{self, Order, Step};
use crate::web::{Ctx, Flash, Form, Outcome};

/// `POST /orders/{number}/code`
pub async fn renew(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>, mut form: Form) -> Outcome {
    let (user, number) = (ctx.user()?, number(&asked)?);
    let path = format!("/orders/{number}");
    let done = ctx.db().write(move |tx| {
        let order = Order::of_buyer(tx, &number, user)?;
        orders::renew(tx, Step::of(order.id, user))
    });
    match done.await {
        Ok(true) => ctx.go_with(&path, &Flash::good("order-flash-code")),
        Ok(false) => ctx.go(&path),
        Err(refusal) => {
            let status = explain(&mut form, refusal)?;
            ctx.page_as(status, &page(&ctx, &shelf, &asked, form).await?)
        }
    }
}
