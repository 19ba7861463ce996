//! The checkout page and its form.

use actix_web::web::Data;

use super::desk::Desk;
use super::form::Around;
use super::page::Show;
use super::{NotPlaced, PlaceOrder, place};
use crate::catalog::Shelf;
use crate::db::Tx;
use crate::kernel::CityId;
use crate::web::{Ctx, Fault, FieldError, Flash, Form, FormToken, Once, Outcome};

/// `GET /checkout`
pub async fn show(ctx: Ctx, shelf: Data<Shelf>) -> Outcome {
    let user = ctx.user()?;
    let desk = ctx.read(move |conn| Ok(Desk::read(conn, user)?)).await?;
    if desk.basket.is_empty() {
        return ctx.go("/cart");
    }
    let catalog = shelf.now();
    let city = ctx.town().or(catalog.cities.first().map(|city| city.id)).unwrap_or(CityId(0));
    ctx.page(&Show::of(desk.form(city), desk, catalog))
}

/// `POST /checkout`: one purchase, however often the form is sent.
pub async fn order(ctx: Ctx, shelf: Data<Shelf>, mut form: Form) -> Outcome {
    let token = FormToken::of(&form);
    let desk = match laid_out(&ctx, token).await? {
        Ok(desk) => desk,
        Err(done) => return ctx.go(&done),
    };
    let Some(wish) = parse(&ctx, &shelf, &desk, &mut form)? else { return again(&ctx, &shelf, form, desk) };
    let Some(token) = token else {
        form.fail("", FieldError::new("checkout-stale"));
        return again(&ctx, &shelf, form, desk);
    };
    match ctx.db().write(move |tx| once(tx, token, &wish)).await {
        Ok(path) => ctx.go(&path),
        Err(refusal) => refused(&ctx, &shelf, form, refusal).await,
    }
}

/// `POST /checkout/save`: the page again with what was typed and its total. Enter never orders.
pub async fn save(ctx: Ctx, shelf: Data<Shelf>, mut form: Form) -> Outcome {
    match laid_out(&ctx, FormToken::of(&form)).await? {
        Ok(desk) => {
            parse(&ctx, &shelf, &desk, &mut form)?;
            again(&ctx, &shelf, form, desk)
        }
        Err(done) => ctx.go(&done),
    }
}

/// What there is to buy; or where to go instead: to the purchase that this form made already, or back to an empty cart.
async fn laid_out(ctx: &Ctx, token: Option<FormToken>) -> Result<Result<Desk, String>, Fault> {
    let user = ctx.user()?;
    ctx.read(move |conn| {
        // The cart first: whoever sees it emptied by this form sees the form's outcome as well.
        let desk = Desk::read(conn, user)?;
        let done = token.map(|token| token.outcome(conn, user)).transpose()?.flatten().filter(|path| !path.is_empty());
        Ok(match (done, desk.basket.is_empty()) {
            (Some(path), _) => Err(path),
            (None, true) => Err("/cart".to_owned()),
            (None, false) => Ok(desk),
        })
    })
    .await
}

fn parse(ctx: &Ctx, shelf: &Shelf, desk: &Desk, form: &mut Form) -> Result<Option<PlaceOrder>, Fault> {
    let around = Around { desk, catalog: &shelf.now(), buyer: ctx.user()?, accept_hours: ctx.config().accept_hours };
    Ok(PlaceOrder::parse(form, &around))
}

/// Claims the token and orders; a second form with the same token waits, and is led to the same purchase.
fn once(tx: &mut Tx<'_>, token: FormToken, wish: &PlaceOrder) -> Result<String, NotPlaced> {
    if let Once::Done(path) = token.claim(tx, wish.buyer)? {
        return Ok(path);
    }
    let placed = place(tx, wish)?;
    let path = format!("/purchases/{}", placed.number);
    token.keep(tx, &path)?;
    Ok(path)
}

/// Nothing was ordered: the page again, as things stand now.
async fn refused(ctx: &Ctx, shelf: &Shelf, mut form: Form, refusal: NotPlaced) -> Outcome {
    let key = match refusal {
        NotPlaced::Db(error) => return Err(error.into()),
        NotPlaced::Empty | NotPlaced::Short(_) => "checkout-short",
        NotPlaced::OffSale(_) => "checkout-off-sale",
        NotPlaced::Changed => "checkout-changed",
        NotPlaced::NotOffered(_) => "checkout-way-gone",
        NotPlaced::TooMuch => "checkout-too-much",
    };
    match laid_out(ctx, FormToken::of(&form)).await? {
        Ok(desk) => {
            form.fail("", FieldError::new(key));
            again(ctx, shelf, form, desk)
        }
        Err(path) if path == "/cart" => ctx.go_with("/cart", &Flash::warn("checkout-short")),
        Err(path) => ctx.go(&path),
    }
}

fn again(ctx: &Ctx, shelf: &Shelf, form: Form, desk: Desk) -> Outcome {
    ctx.again(&Show::of(form, desk, shelf.now()))
}
