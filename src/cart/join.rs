//! At sign-in the guest's cart joins the user's: quantities by maximum, capped by stock.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::{Cart, MOST_LINES, Owner};
use crate::db::Tx;
use crate::kernel::UserId;
use crate::schema::carts;

/// Joins the guest's cart with this token hash into the user's, and ends it. Without one nothing happens.
pub fn join(tx: &mut Tx<'_>, user: UserId, guest: Option<&[u8]>) -> QueryResult<()> {
    let Some(guest) = guest else { return Ok(()) };
    let Some(from) = Cart::lock(tx, &Owner::Guest(guest.to_vec()))? else { return Ok(()) };
    let into = Cart::open(tx, &Owner::User(user))?;
    let room = (MOST_LINES - into.lines(tx)?).max(0);
    // What is sold out keeps its quantity: the cart's page says so.
    diesel::sql_query(
        "INSERT INTO cart_items AS mine (cart_id, listing_id, quantity, price_seen, added_at)
         SELECT $2, g.listing_id, least(g.quantity, greatest(coalesce(s.on_hand - s.reserved, 0), 1)), g.price_seen, g.added_at
         FROM cart_items g LEFT JOIN stocks s ON s.listing_id = g.listing_id
         WHERE g.cart_id = $1 AND (EXISTS (SELECT 1 FROM cart_items m WHERE m.cart_id = $2 AND m.listing_id = g.listing_id)
               OR g.listing_id IN (SELECT listing_id FROM cart_items f WHERE f.cart_id = $1
                                   AND NOT EXISTS (SELECT 1 FROM cart_items m WHERE m.cart_id = $2 AND m.listing_id = f.listing_id)
                                   ORDER BY f.added_at DESC LIMIT $3))
         ON CONFLICT (cart_id, listing_id) DO UPDATE SET quantity = greatest(mine.quantity, excluded.quantity)",
    )
    .bind::<BigInt, _>(from.id)
    .bind::<BigInt, _>(into.id)
    .bind::<BigInt, _>(room)
    .execute(&mut **tx)?;
    diesel::delete(carts::table.find(from.id)).execute(&mut **tx).map(drop)
}
