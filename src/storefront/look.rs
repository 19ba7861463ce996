//! Everything that a product's page reads, in one hop.

use std::collections::HashMap;

use diesel::prelude::*;

use super::facts::{ValueRow, facts};
use super::marks::Basket;
use super::sight::{Sight, Standing};
use crate::kernel::{ListingId, ProductId};
use crate::listings::CardRow;
use crate::search::{self, Newest};
use crate::shops::Terms;

/// So many other goods of the shop stand below.
pub const OTHERS: u32 = 12;

/// What was read.
pub struct Seen {
    /// The card and its offers on sale, the one that is shown first.
    pub sight: Sight,
    /// The characteristics.
    pub facts: Vec<ValueRow>,
    /// The terms of delivery of all who offer.
    pub terms: Vec<Terms>,
    /// Other goods of the first offer's shop.
    pub others: Vec<CardRow>,
    /// What of all this lies in the viewer's cart.
    pub quantities: HashMap<ListingId, i64>,
}

/// Reads it: four statements, one more for whose cart holds something, a single one for what is not on sale.
pub fn look(conn: &mut PgConnection, id: ProductId, listing: Option<ListingId>, basket: &Basket) -> QueryResult<Seen> {
    let mut sight = Sight::find(conn, id)?;
    if sight.standing() != Standing::Shown {
        return Ok(Seen { sight, facts: Vec::new(), terms: Vec::new(), others: Vec::new(), quantities: HashMap::new() });
    }
    sight.keep_shown();
    sight.pick(listing);
    let sellers: Vec<_> = sight.offers.iter().map(|(_, seller, _)| seller.id).collect();
    let mut others = search::newest(conn, Newest { shop: sellers.first().copied(), ..Newest::default() }, OTHERS + 1)?;
    others.retain(|row| row.1 != id);
    others.truncate(OTHERS as usize);
    let listings: Vec<_> = others.iter().map(|row| row.0).chain(sight.offers.iter().map(|(offer, ..)| offer.id)).collect();
    let (facts, terms) = (facts(conn, id)?, Terms::of_shops(conn, &sellers)?);
    Ok(Seen { sight, facts, terms, others, quantities: basket.quantities(conn, &listings)? })
}
