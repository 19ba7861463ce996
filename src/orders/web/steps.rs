//! The shop moves an order on.

use actix_web::web::{Data, Path};

use super::seller::{own, page};
use super::{explain, number};
use crate::catalog::Shelf;
use crate::db::Tx;
use crate::orders::form::{Declining, Handing, code, seen};
use crate::orders::{self, Order, Refusal, Step};
use crate::shops::Way;
use crate::web::{Ctx, Flash, Form, Limit, Outcome};

/// `POST /sell/orders/{number}/accept`
pub async fn accept(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>, form: Form) -> Outcome {
    take(&ctx, &shelf, &asked, form, "order-flash-accepted", orders::accept).await
}

/// `POST /sell/orders/{number}/decline`
pub async fn decline(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>, mut form: Form) -> Outcome {
    let Some(no) = Declining::parse(&mut form) else { return again(&ctx, &shelf, &asked, form).await };
    let verb = move |tx: &mut Tx<'_>, step| orders::decline(tx, step, no.reason, &no.words);
    take(&ctx, &shelf, &asked, form, "order-flash-declined", verb).await
}

/// `POST /sell/orders/{number}/hand-over`
pub async fn hand_over(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>, mut form: Form) -> Outcome {
    let by_post = own(&ctx, &asked).await?.order.way == Way::Post;
    let Some(handing) = Handing::parse(&mut form, by_post) else { return again(&ctx, &shelf, &asked, form).await };
    let verb = move |tx: &mut Tx<'_>, step| orders::hand_over(tx, step, &handing.carrier, &handing.tracking);
    take(&ctx, &shelf, &asked, form, "order-flash-sent", verb).await
}

/// `POST /sell/orders/{number}/with-courier`
pub async fn with_courier(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>, form: Form) -> Outcome {
    take(&ctx, &shelf, &asked, form, "order-flash-courier", orders::with_courier).await
}

/// `POST /sell/orders/{number}/ready`
pub async fn ready(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>, form: Form) -> Outcome {
    take(&ctx, &shelf, &asked, form, "order-flash-ready", orders::ready).await
}

/// `POST /sell/orders/{number}/returned`
pub async fn returned(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>, form: Form) -> Outcome {
    take(&ctx, &shelf, &asked, form, "order-flash-returned", orders::take_back).await
}

/// `POST /sell/orders/{number}/issue`: the code is six digits, so guesses are counted, a minute's and all.
pub async fn issue(ctx: Ctx, shelf: Data<Shelf>, asked: Path<String>, mut form: Form) -> Outcome {
    let order = own(&ctx, &asked).await?.order;
    let actor = ctx.user()?;
    ctx.limit(Limit::Account, &format!("issue:{}", order.id))?;
    let Some(code) = code(&mut form) else { return again(&ctx, &shelf, &asked, form).await };
    let step = Step { order: order.id, actor: Some(actor), seen: seen(&form) };
    let taken = ctx.db().write(move |tx| orders::issue(tx, step, &code)).await;
    answer(&ctx, &shelf, &asked, form, "order-flash-issued", taken.and_then(|issued| issued)).await
}

/// Takes one step of an own order; what is refused comes back on the order's page.
async fn take<V>(ctx: &Ctx, shelf: &Shelf, asked: &str, form: Form, good: &'static str, mut verb: V) -> Outcome
where
    V: FnMut(&mut Tx<'_>, Step) -> Result<(), Refusal> + Send + 'static,
{
    let (shop, actor, number, seen) = (ctx.shop()?, ctx.user()?, number(asked)?, seen(&form));
    let taken = ctx.db().write(move |tx| {
        let order = Order::of_shop(tx, &number, shop)?;
        verb(tx, Step { order: order.id, actor: Some(actor), seen })
    });
    answer(ctx, shelf, asked, form, good, taken.await).await
}

async fn answer(ctx: &Ctx, shelf: &Shelf, asked: &str, mut form: Form, good: &'static str, taken: Result<(), Refusal>) -> Outcome {
    match taken {
        Ok(()) => ctx.go_with(&format!("/sell/orders/{}", number(asked)?), &Flash::good(good)),
        Err(refusal) => {
            let status = explain(&mut form, refusal)?;
            ctx.page_as(status, &page(ctx, shelf, asked, form).await?)
        }
    }
}

async fn again(ctx: &Ctx, shelf: &Shelf, asked: &str, form: Form) -> Outcome {
    ctx.again(&page(ctx, shelf, asked, form).await?)
}
