//! Puts a listing into a cart. "Add" sets at least so many: a repeat does nothing.

use diesel::prelude::*;

use super::{Cart, MOST_LINES, MOST_PIECES, Owner};
use crate::db::Tx;
use crate::kernel::{ListingId, Money, ProductId, ShopId};
use crate::listings::ListingState;
use crate::schema::{cart_items, carts, listings, shop_members, shops, stocks};
use crate::shops::ShopState;

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It lies in the cart; the product, for the way back.
    In(ProductId),
    /// Not on sale or sold out.
    Unavailable(ProductId),
    /// The buyer's own shop sells it.
    Own(ProductId),
    /// The cart is full of different things.
    Full(ProductId),
}

struct Offer {
    product: ProductId,
    shop: ShopId,
    price: Money,
    available: i32,
}

/// Puts at least `quantity` pieces into the owner's cart, as far as the stock goes. An unknown listing is `NotFound`.
pub fn add(tx: &mut Tx<'_>, owner: &Owner, listing: ListingId, quantity: i32) -> QueryResult<Added> {
    let (offer, on_sale) = offer(tx, listing)?;
    if !on_sale || offer.available < 1 {
        return Ok(Added::Unavailable(offer.product));
    }
    let cart = Cart::open(tx, owner)?;
    if sells(tx, cart, offer.shop)? {
        return Ok(Added::Own(offer.product));
    }
    let line = cart_items::table.find((cart.id, listing));
    let now_in: Option<i32> = line.select(cart_items::quantity).first(&mut **tx).optional()?;
    if now_in.is_none() && cart.lines(tx)? >= MOST_LINES {
        return Ok(Added::Full(offer.product));
    }
    let wanted = quantity.clamp(1, MOST_PIECES).min(offer.available).max(now_in.unwrap_or(0));
    put(tx, cart, listing, wanted, offer.price)?;
    Ok(Added::In(offer.product))
}

fn put(tx: &mut Tx<'_>, cart: Cart, listing: ListingId, quantity: i32, price: Money) -> QueryResult<()> {
    let values = (
        cart_items::cart_id.eq(cart.id),
        cart_items::listing_id.eq(listing),
        cart_items::quantity.eq(quantity),
        cart_items::price_seen.eq(price),
    );
    let again = (cart_items::quantity.eq(quantity), cart_items::price_seen.eq(price));
    diesel::insert_into(cart_items::table)
        .values(values)
        .on_conflict((cart_items::cart_id, cart_items::listing_id))
        .do_update()
        .set(again)
        .execute(&mut **tx)
        .map(drop)
}

fn offer(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<(Offer, bool)> {
    let found = listings::table.inner_join(shops::table).left_join(stocks::table).filter(listings::id.eq(listing));
    type Row = (ProductId, ShopId, Money, ListingState, ShopState, Option<i32>, Option<i32>);
    let (product, shop, price, state, shop_state, on_hand, reserved): Row = found
        .select((
            listings::product_id,
            listings::shop_id,
            listings::price,
            listings::state,
            shops::state,
            stocks::on_hand.nullable(),
            stocks::reserved.nullable(),
        ))
        .first(&mut **tx)?;
    let available = on_hand.unwrap_or(0) - reserved.unwrap_or(0);
    Ok((Offer { product, shop, price, available }, state == ListingState::Active && shop_state == ShopState::Open))
}

/// Whether the cart's owner sells for this shop.
fn sells(tx: &mut Tx<'_>, cart: Cart, shop: ShopId) -> QueryResult<bool> {
    let member = carts::table
        .inner_join(shop_members::table.on(carts::user_id.eq(shop_members::user_id.nullable())))
        .filter(carts::id.eq(cart.id))
        .filter(shop_members::shop_id.eq(shop));
    diesel::select(diesel::dsl::exists(member)).get_result(&mut **tx)
}
