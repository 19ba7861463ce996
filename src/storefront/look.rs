//! Everything that a product's page reads, in one hop.

use diesel::prelude::*;

use super::facts::{ValueRow, facts};
use super::sight::{Sight, Standing};
use crate::kernel::{ListingId, ProductId};
use crate::listings::{CardRow, ListingCard};
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
    /// What the visitor looked at before.
    pub recent: Vec<CardRow>,
}

/// Reads it: four statements, one more for who looked at other goods before, a single one for what is not on sale.
pub fn look(conn: &mut PgConnection, id: ProductId, listing: Option<ListingId>, looked_at: &[ProductId]) -> QueryResult<Seen> {
    let mut sight = Sight::find(conn, id)?;
    if sight.standing() != Standing::Shown {
        return Ok(Seen { sight, facts: Vec::new(), terms: Vec::new(), others: Vec::new(), recent: Vec::new() });
    }
    sight.keep_shown();
    sight.pick(listing);
    let sellers: Vec<_> = sight.offers.iter().map(|(_, seller, _)| seller.id).collect();
    let mut others = search::newest(conn, Newest { shop: sellers.first().copied(), ..Newest::default() }, OTHERS + 1)?;
    others.retain(|row| row.1 != id);
    others.truncate(OTHERS as usize);
    let (facts, terms) = (facts(conn, id)?, Terms::of_shops(conn, &sellers)?);
    Ok(Seen { sight, facts, terms, others, recent: ListingCard::best(conn, looked_at)? })
}
