//! Changes a cart as its page was sent: all quantities at once; what is set to nothing leaves.

use diesel::prelude::*;

use super::{Cart, MOST_PIECES, Owner};
use crate::db::Tx;
use crate::kernel::{ListingId, Money, now};
use crate::schema::{cart_items, carts};

/// One line as the page sent it: how many, and the price that stood there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// What.
    pub listing: ListingId,
    /// How many; 0 takes it out.
    pub quantity: i32,
    /// The price that the page showed.
    pub seen: Option<Money>,
}

/// Sets the quantities of lines that are in the cart, and leaves other lines alone; tells what left, and how many of it there were.
pub fn change(tx: &mut Tx<'_>, owner: &Owner, wishes: &[Wish]) -> QueryResult<Vec<(ListingId, i32)>> {
    let mut left = Vec::new();
    let Some(cart) = Cart::lock(tx, owner)? else { return Ok(left) };
    for wish in wishes {
        let line = cart_items::table.find((cart.id, wish.listing));
        if wish.quantity < 1 {
            let gone = diesel::delete(line).returning(cart_items::quantity).get_result(&mut **tx).optional()?;
            left.extend(gone.map(|quantity| (wish.listing, quantity)));
            continue;
        }
        let changes = (cart_items::quantity.eq(wish.quantity.min(MOST_PIECES)), wish.seen.map(|seen| cart_items::price_seen.eq(seen)));
        diesel::update(line).set(changes).execute(&mut **tx)?;
    }
    diesel::update(carts::table.find(cart.id)).set(carts::updated_at.eq(now())).execute(&mut **tx)?;
    Ok(left)
}

/// Takes what was bought out of the cart.
pub fn empty(tx: &mut Tx<'_>, cart: Cart, bought: &[ListingId]) -> QueryResult<()> {
    let lines = cart_items::table.filter(cart_items::cart_id.eq(cart.id)).filter(cart_items::listing_id.eq_any(bought));
    diesel::delete(lines).execute(&mut **tx).map(drop)
}
