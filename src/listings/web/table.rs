//! `/sell/listings`: the table.

use actix_web::web::Query;

use crate::listings::lot::{Lot, LotQuery, counts};
use crate::listings::lot_form::LotsSubmit;
use crate::listings::page::{LotsAsked, Table};
use crate::web::{Ctx, Flash, Form, Outcome};

/// The page.
pub async fn show(ctx: Ctx, asked: Query<LotsAsked>) -> Outcome {
    let (shop, asked) = (ctx.shop()?, asked.into_inner());
    let query: LotQuery = asked.query();
    let (page, counts) = ctx.read(move |conn| Ok((Lot::page(conn, shop, &query)?, counts(conn, shop)?))).await?;
    ctx.page(&Table { form: Form::default(), lots: page.rows, next: page.next, counts, asked })
}

/// Saves what is right, and does what was pressed with the marked rows.
pub async fn save(ctx: Ctx, asked: Query<LotsAsked>, form: Form) -> Outcome {
    let (shop, user, asked) = (ctx.shop()?, ctx.user()?, asked.into_inner());
    let pressed = form.value("do").to_owned();
    let submit = LotsSubmit { shop, user, form };
    let (saved, counts) = ctx.write(move |tx| Ok((submit.clone().run(tx)?, counts(tx, shop)?))).await?;
    if saved.form.has_errors() {
        return ctx.again(&Table { form: saved.form, lots: saved.lots, next: None, counts, asked });
    }
    let flash = match pressed.as_str() {
        "pause" => Flash::good("listing-paused-many").count(saved.moved),
        "activate" => Flash::good("listing-activated-many").count(saved.moved),
        "archive" => Flash::good("listing-archived-many").count(saved.moved),
        _ => Flash::good("listing-table-saved"),
    };
    ctx.go_with(&asked.path(), &flash)
}
