//! The door itself.

use diesel::prelude::*;

use super::predicate::{Narrow, OnSale};
use super::ranked::ranked;
use super::tally::{self, Facets, Total};
use super::{LAST_PAGE, Query, Sort};
use crate::listings::{CardRow, ListingCard};
use crate::schema::{listings, products};

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

/// One page of cards without counting.
pub fn cards(conn: &mut PgConnection, query: &Query) -> QueryResult<Vec<CardRow>> {
    let page = listings::table
        .inner_join(products::table)
        .filter(OnSale(query, Narrow::All))
        .select(ListingCard::COLUMNS)
        .limit(query.limit())
        .offset(query.offset());
    match (query.sort, &query.words) {
        (Sort::Best, Some(words)) => ranked(conn, query, words),
        (Sort::Best | Sort::New, _) => page.order((listings::published_at.desc(), listings::id.desc())).load(conn),
        (Sort::Cheap, _) => page.order((listings::price.asc(), listings::id.asc())).load(conn),
        (Sort::Dear, _) => page.order((listings::price.desc(), listings::id.desc())).load(conn),
    }
}
