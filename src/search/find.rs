//! The door itself.

use diesel::prelude::*;

use super::engine::{Ask, Count, Facets, Hit, Said};
use super::{Query, Search};
use crate::kernel::ListingId;
use crate::listings::{CardRow, ListingCard};

/// What was found.
#[derive(Debug, Clone)]
pub struct Hits {
    /// This page's cards.
    pub rows: Vec<CardRow>,
    /// The same as the engine found them, in the same order.
    pub hits: Vec<Hit>,
    /// How many there are on all pages, exactly.
    pub total: i64,
    /// What can be chosen.
    pub facets: Facets,
    /// What was made of the words.
    pub said: Said,
}

/// Finds what is on sale: one statement, none when there is nothing.
pub fn find(conn: &mut PgConnection, search: &Search, query: &Query) -> QueryResult<Hits> {
    let found = search.ask(&query.ask());
    let listings: Vec<ListingId> = found.hits.iter().map(|hit| ListingId(hit.listing)).collect();
    let rows = if listings.is_empty() { Vec::new() } else { ListingCard::rows(conn, &listings)? };
    let total = i64::from(found.total);
    Ok(Hits { rows, hits: found.hits, total, facets: found.facets, said: found.said })
}

/// How many there are: no statement.
pub fn count(search: &Search, query: &Query) -> i64 {
    let ask = Ask { size: 0, facets: Count::Total, ..query.ask() };
    i64::from(search.ask(&ask).total)
}

/// What could be chosen at a query's place if nothing was chosen there: choices that filters have made impossible are among them. And
/// how many there would be.
pub fn unfiltered(search: &Search, query: &Query) -> (Facets, i64) {
    let found = search.ask(&Ask { size: 0, ..query.unfiltered().ask() });
    (found.facets, i64::from(found.total))
}

/// Whether a query's words find nothing, whatever is chosen.
pub fn is_barren(search: &Search, query: &Query) -> bool {
    count(search, &Query { category: None, ..query.unfiltered() }) == 0
}
