//! Everything that a product's page reads, in one hop.

use std::collections::HashMap;

use diesel::prelude::*;

use super::kin::{Family, family};
use super::marks::Basket;
use super::rank::{Road, worth};
use super::sight::{Sight, Standing};
use super::successor::successor;
use crate::kernel::{ListingId, ProductId};
use crate::listings::CardRow;
use crate::listings::offer_order::Worth;
use crate::search::{self, Query};
use crate::shops::Terms;

/// So many other goods of the shop stand below.
pub const OTHERS: u32 = 12;

/// What was read.
pub struct Seen {
    /// The card and its offers on sale, the best first.
    pub sight: Sight,
    /// What each offer comes to, in the same order.
    pub worths: Vec<Worth>,
    /// The offer that is shown.
    pub shown: usize,
    /// The characteristics, and the card's variants.
    pub family: Family,
    /// The terms of delivery of all who offer.
    pub terms: Vec<Terms>,
    /// Other goods of the shown offer's shop.
    pub others: Vec<CardRow>,
    /// What of all this lies in the viewer's cart.
    pub quantities: HashMap<ListingId, i64>,
}

/// What a look at a product's address brings.
pub enum Look {
    /// A card.
    Seen(Box<Seen>),
    /// Its offers went to another card.
    Moved(String),
}

/// Reads it: four statements, one more for whose cart holds something, a single one more for what is not on sale.
pub fn look(conn: &mut PgConnection, id: ProductId, listing: Option<ListingId>, basket: &Basket, road: Road<'_>) -> QueryResult<Look> {
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
    let shown = sight.offers.iter().position(|(offer, ..)| Some(offer.id) == listing).unwrap_or(0);
    let shop = sight.offers.get(shown).map(|(_, seller, _)| seller.id);
    let mut others = search::cards(conn, &Query { shop, size: OTHERS + 1, ..Query::default() })?;
    others.retain(|row| row.1 != id);
    others.truncate(OTHERS as usize);
    let listings: Vec<_> = others.iter().map(|row| row.0).chain(sight.offers.iter().map(|(offer, ..)| offer.id)).collect();
    let (family, quantities) = (family(conn, id)?, basket.quantities(conn, &listings)?);
    Ok(Look::Seen(Box::new(Seen { sight, worths, shown, family, terms, others, quantities })))
}

fn moved(conn: &mut PgConnection, id: ProductId) -> QueryResult<Option<Look>> {
    Ok(successor(conn, id)?.map(Look::Moved))
}

impl Seen {
    /// A card that nobody sells now.
    fn closed(sight: Sight) -> Self {
        Self {
            sight,
            worths: Vec::new(),
            shown: 0,
            family: Family::default(),
            terms: Vec::new(),
            others: Vec::new(),
            quantities: HashMap::new(),
        }
    }
}
