//! The cart's pages and forms.

use actix_web::web::{Data, Query};
use diesel::prelude::*;
use serde::Deserialize;

use super::form::{Addition, CartForm};
use super::page::{Removed, Show};
use super::{Added, Basket, Cart, Owner, add, change};
use crate::catalog::Shelf;
use crate::kernel::{ListingId, ProductId, Token};
use crate::listings::{ListingState, cards, mark, promise};
use crate::recommendations::with_basket;
use crate::schema::{listings, products};
use crate::web::{Ctx, Fault, Flash, Form, Outcome};

/// What the address of the cart's page may carry.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// Lines that were just taken out: `7x2,9x1`.
    #[serde(default)]
    removed: String,
}

/// `GET /cart`
pub async fn show(ctx: Ctx, shelf: Data<Shelf>, asked: Option<Query<Asked>>) -> Outcome {
    let removed = asked.map(|asked| pairs(&asked.removed)).unwrap_or_default();
    let page = load(&ctx, &shelf, Form::default(), removed).await?;
    ctx.page(&page)
}

/// `POST /cart`: all quantities, and what the pressed button adds to them.
pub async fn save(ctx: Ctx, shelf: Data<Shelf>, mut form: Form) -> Outcome {
    let Some(sent) = CartForm::parse(&mut form) else {
        return ctx.again(&load(&ctx, &shelf, form, Vec::new()).await?);
    };
    let Some(owner) = owner(&ctx) else { return ctx.go("/cart") };
    let (wishes, checkout) = (sent.wishes, sent.checkout);
    let removed = ctx.write(move |tx| Ok(change(tx, &owner, &wishes)?)).await?;
    let removed: Vec<String> = removed.iter().map(|(listing, quantity)| format!("{listing}x{quantity}")).collect();
    match (checkout, removed.is_empty()) {
        (true, _) => ctx.go("/checkout"),
        (false, true) => ctx.go("/cart"),
        (false, false) => ctx.go(&format!("/cart?removed={}", removed.join(","))),
    }
}

/// `POST /cart/items`: at least so many of a listing; a guest's cart is made by it.
pub async fn put(ctx: Ctx, form: Form) -> Outcome {
    let addition = Addition::parse(&form).ok_or(Fault::NotFound)?;
    let token = Token::random();
    let known = owner(&ctx);
    let fresh = known.is_none();
    let owner = known.unwrap_or_else(|| Owner::Guest(token.hash()));
    let added = ctx.write(move |tx| Ok(add(tx, &owner, addition.listing, addition.quantity)?)).await?;
    let back = if form.has("back") { form.back() } else { ctx.came_from().unwrap_or("/cart").to_owned() };
    let mut answer = answer(&ctx, added, &back, form.has("now"))?;
    if fresh && matches!(added, Added::In(_)) {
        answer.add_cookie(&ctx.cart_cookie(&token)).map_err(Fault::unexpected)?;
    }
    Ok(answer)
}

fn answer(ctx: &Ctx, added: Added, back: &str, now: bool) -> Outcome {
    let (product, flash) = match added {
        Added::In(_) if now => return ctx.go("/checkout"),
        Added::In(product) => (product, Flash::good("cart-added").link("/cart", "cart-open")),
        Added::Unavailable(product) => (product, Flash::warn("cart-add-unavailable")),
        Added::Own(product) => (product, Flash::warn("cart-add-own")),
        Added::Full(product) => (product, Flash::warn("cart-add-full").link("/cart", "cart-open")),
    };
    ctx.go_with(&at(back, product), &flash)
}

/// Back to the card that was pressed.
fn at(back: &str, product: ProductId) -> String {
    let page = back.split('#').next().unwrap_or(back);
    if page == "/cart" { page.to_owned() } else { format!("{page}#p{product}") }
}

/// Whose cart this request means.
pub fn owner(ctx: &Ctx) -> Option<Owner> {
    match (ctx.viewer(), ctx.guest_cart()) {
        (Some(viewer), _) => Some(Owner::User(viewer.id)),
        (None, Some(hash)) => Some(Owner::Guest(hash.to_vec())),
        (None, None) => None,
    }
}

async fn load(ctx: &Ctx, shelf: &Shelf, form: Form, removed: Vec<(ListingId, i32)>) -> Result<Show, Fault> {
    let (owner, catalog, town, recommends) = (owner(ctx), shelf.now(), ctx.town(), ctx.shell().recommends);
    let (basket, removed, beside) = ctx
        .read(move |conn| {
            let basket = match owner {
                Some(owner) => basket(conn, &owner)?,
                None => Basket::default(),
            };
            let lines = basket.lines().filter(|_| recommends).map(|line| line.product);
            let beside = with_basket(conn, lines.collect())?;
            Ok((basket, titles(conn, &removed)?, beside))
        })
        .await?;
    let mut beside = cards(&catalog, beside);
    mark(beside.iter_mut(), ctx.marks());
    promise(beside.iter_mut(), &catalog, town);
    Ok(Show { form, basket, removed, beside, catalog, town })
}

fn basket(conn: &mut PgConnection, owner: &Owner) -> Result<Basket, Fault> {
    match Cart::find(conn, owner)? {
        Some(cart) => Ok(Basket::read(conn, cart)?),
        None => Ok(Basket::default()),
    }
}

/// What can be put back: only what is on sale has a title to show.
fn titles(conn: &mut PgConnection, removed: &[(ListingId, i32)]) -> Result<Vec<Removed>, Fault> {
    if removed.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<ListingId> = removed.iter().map(|(listing, _)| *listing).collect();
    let on_sale = listings::table.inner_join(products::table).filter(listings::id.eq_any(&ids));
    let titles: Vec<(ListingId, String)> =
        on_sale.filter(listings::state.eq(ListingState::Active)).select((listings::id, products::title)).load(conn)?;
    let quantity = |listing| removed.iter().find(|(id, _)| *id == listing).map_or(1, |(_, quantity)| *quantity);
    Ok(titles.into_iter().map(|(listing, title)| Removed { listing, quantity: quantity(listing), title }).collect())
}

/// `7x2,9x1`: listings and quantities; what makes no sense is left out.
fn pairs(text: &str) -> Vec<(ListingId, i32)> {
    let pair = |pair: &str| {
        let (listing, quantity) = pair.split_once('x')?;
        Some((listing.parse().ok()?, quantity.parse().ok().filter(|n| (1..=999).contains(n))?))
    };
    text.split(',').filter_map(pair).take(10).collect()
}
