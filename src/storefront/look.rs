//! Everything that a product's page reads, in one hop.

use diesel::prelude::*;

use super::kin::{Family, family};
use super::rank::{Road, worth};
use super::sight::{Sight, Standing};
use super::successor::successor;
use crate::kernel::{ListingId, ProductId};
use crate::listings::offer_order::Worth;
use crate::recommendations::{Beside, Place};
use crate::shops::Terms;

/// What was read.
pub struct Seen {
    /// The card and its offers on sale, the best first.
    pub sight: Sight,
    /// What each offer comes to, in the same order.
    pub worths: Vec<Worth>,
    /// The offer that is shown.
    pub shown: usize,
    /// The address picked it.
    pub picked: bool,
    /// The characteristics, and the card's variants.
    pub family: Family,
    /// The terms of delivery of all who offer.
    pub terms: Vec<Terms>,
    /// What stands below.
    pub beside: Beside,
}

/// What a look at a product's address brings.
pub enum Look {
    /// A card.
    Seen(Box<Seen>),
    /// Its offers went to another card.
    Moved(String),
}

/// What is asked about a product.
pub struct Asked {
    /// Which.
    pub product: ProductId,
    /// The offer that was picked.
    pub listing: Option<ListingId>,
    /// What the visitor looked at before.
    pub looked_at: Vec<ProductId>,
    /// What lies in the visitor's cart.
    pub in_cart: Vec<ListingId>,
    /// Whether they want recommendations.
    pub recommends: bool,
}

/// Reads it: four statements; two for what is not on sale.
pub fn look(conn: &mut PgConnection, asked: Asked, road: Road<'_>) -> QueryResult<Look> {
    let id = asked.product;
    let found = Sight::find(conn, id).optional()?;
    let Some(mut sight) = found else { return moved(conn, id)?.ok_or(diesel::result::Error::NotFound) };
    if sight.standing() != Standing::Shown {
        let moved = moved(conn, id)?;
        return Ok(moved.unwrap_or_else(|| Look::Seen(Box::new(Seen::closed(sight)))));
    }
    sight.keep_shown();
    let sellers: Vec<_> = sight.offers.iter().map(|(_, seller, _)| seller.id).collect();
    let terms = Terms::of_shops(conn, &sellers)?;
    let worths = sight.rank(|offer| worth(offer, &terms, road));
    let picked = sight.offers.iter().position(|(offer, ..)| Some(offer.id) == asked.listing);
    let shown = picked.unwrap_or(0);
    let shop = sight.offers.get(shown).map(|(_, seller, _)| seller.id);
    let family = family(conn, id)?;
    let beside = asked.recommends.then_some(id);
    let beside = Beside::read(conn, Place { product: id, beside, shop, looked_at: asked.looked_at, in_cart: asked.in_cart })?;
    Ok(Look::Seen(Box::new(Seen { sight, worths, shown, picked: picked.is_some(), family, terms, beside })))
}

fn moved(conn: &mut PgConnection, id: ProductId) -> QueryResult<Option<Look>> {
    Ok(successor(conn, id)?.map(Look::Moved))
}

impl Seen {
    /// A card that nobody sells now.
    fn closed(sight: Sight) -> Self {
        let (worths, terms) = (Vec::new(), Vec::new());
        Self { sight, worths, shown: 0, picked: false, family: Family::default(), terms, beside: Beside::default() }
    }
}
