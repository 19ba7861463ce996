//! The door itself.

use diesel::prelude::*;

use super::tally::{self, Facets, Total};
use super::{LAST_PAGE, Query, cards};
use crate::listings::CardRow;

/// What was found.
#[derive(Debug, Clone)]
pub struct Hits {
    /// This page's cards.
    pub rows: Vec<CardRow>,
    /// How many there are on all pages.
    pub total: Total,
    /// What can be chosen.
    pub facets: Facets,
    /// The next page, if there is one.
    pub next: Option<u32>,
}

/// Finds what is on sale: two statements, one when there is nothing.
pub fn find(conn: &mut PgConnection, query: &Query) -> QueryResult<Hits> {
    let (total, facets) = tally::tally(conn, query)?;
    let rows = if total.n > query.offset() { cards(conn, query)? } else { Vec::new() };
    let next = (query.page < LAST_PAGE && total.n > query.offset() + query.limit()).then(|| query.page + 1);
    Ok(Hits { rows, total, facets, next })
}
