//! What of the shown goods lies in the viewer's cart already: one statement, and only when the cart holds something.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::catalog::Catalog;
use crate::kernel::{CityId, ListingId, UserId, today};
use crate::listings::ListingCard;
use crate::schema::{cart_items, carts};
use crate::web::Ctx;

/// Whose cart to look into.
#[derive(Debug, Clone)]
pub enum Basket {
    /// Nobody's, or an empty one.
    None,
    /// The viewer's.
    User(UserId),
    /// The guest's with this token hash.
    Guest(Vec<u8>),
}

impl Basket {
    /// The basket of this request.
    pub fn of(ctx: &Ctx) -> Self {
        match (ctx.shell().cart_count, ctx.viewer(), ctx.guest_cart()) {
            (0, ..) => Self::None,
            (_, Some(viewer), _) => Self::User(viewer.id),
            (_, None, Some(hash)) => Self::Guest(hash.to_vec()),
            (_, None, None) => Self::None,
        }
    }

    /// How many of these lie in it.
    pub fn quantities(&self, conn: &mut PgConnection, listings: &[ListingId]) -> QueryResult<HashMap<ListingId, i64>> {
        let items = cart_items::table
            .inner_join(carts::table)
            .filter(cart_items::listing_id.eq_any(listings))
            .select((cart_items::listing_id, cart_items::quantity));
        let rows: Vec<(ListingId, i32)> = match self {
            Self::None => return Ok(HashMap::new()),
            Self::User(user) => items.filter(carts::user_id.eq(user)).load(conn)?,
            Self::Guest(hash) => items.filter(carts::token_hash.eq(hash)).load(conn)?,
        };
        Ok(rows.into_iter().map(|(listing, quantity)| (listing, i64::from(quantity))).collect())
    }
}

/// Writes the quantities onto cards.
pub fn mark<'a>(cards: impl Iterator<Item = &'a mut ListingCard>, quantities: &HashMap<ListingId, i64>) {
    for card in cards {
        card.in_cart = quantities.get(&card.listing_id).copied().unwrap_or(0);
    }
}

/// Says on cards when each can be had in the visitor's town; while nobody knows the town, they say where they are sold.
pub fn promise<'a>(cards: impl Iterator<Item = &'a mut ListingCard>, catalog: &Catalog, town: Option<CityId>) {
    let Some(town) = town else { return };
    for card in cards {
        card.promise(today(), catalog.road_days(card.city_id, town), card.city_id == town);
    }
}
