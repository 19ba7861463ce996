//! `POST /sell/offers`: "sell yours".

use crate::kernel::ProductId;
use crate::listings::{Picked, pick};
use crate::shops::Shop;
use crate::web::{Ctx, Fault, Flash, Form, Outcome};

/// A draft on the card that was picked, or the offer that the shop has there already.
pub async fn choose(ctx: Ctx, form: Form) -> Outcome {
    let (shop, user) = (ctx.shop()?, ctx.user()?);
    let product: ProductId = form.value("product").parse().map_err(|_| Fault::NotFound)?;
    let picked = ctx.write(move |tx| {
        tx.acting(Some(user), "")?;
        let shop = Shop::find(tx, shop)?;
        Ok(pick(tx, &shop, product)?)
    });
    match picked.await? {
        Picked::Draft(listing) => ctx.go(&format!("/sell/listings/{listing}/edit")),
        Picked::Already(listing) => ctx.go_with(&format!("/sell/listings/{listing}"), &Flash::warn("listing-pick-already")),
        Picked::Private => ctx.go_with("/sell/listings/new", &Flash::warn("listing-pick-private")),
    }
}
