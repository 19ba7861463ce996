//! `/sell/listings/new`: the first step. What has a card already is picked, and only the offer is filled in; the rest gets a card of its own.

use actix_web::web::Query;
use serde::Deserialize;

use crate::kernel::ProductId;
use crate::listings::{Candidate, Picked, page, pick};
use crate::shops::Shop;
use crate::web::{Ctx, Fault, Flash, Form, Outcome, clean};

/// What is looked for.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
}

/// The page: a search over cards.
pub async fn show(ctx: Ctx, asked: Query<Asked>) -> Outcome {
    let shop = ctx.shop()?;
    let words: String = clean(&asked.q).trim().chars().take(80).collect();
    let typed = words.clone();
    let found = match words.is_empty() {
        true => Vec::new(),
        false => ctx.read(move |conn| Ok(Candidate::find(conn, shop, &typed)?)).await?,
    };
    ctx.page(&page::First { words, found })
}

/// `POST /sell/offers`: a draft on the card that was picked, or the offer that the shop has there already.
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
