//! The best matches first. Ranking reads every document it ranks, so only the newest matches are ranked.

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{BigInt, Integer, Nullable, Text, Uuid};

use super::predicate::{Narrow, OnSale};
use super::{Query, Words};
use crate::listings::CardRow;

/// So many of the newest matches are ranked.
const RANKED: &str = "2000";

/// One page of ranked cards.
struct Ranked<'a> {
    words: &'a Words,
    on_sale: OnSale<'a>,
    limit: i64,
    offset: i64,
}

/// The cards of a query with words, the best match first.
pub(super) fn ranked(conn: &mut PgConnection, query: &Query, words: &Words) -> QueryResult<Vec<CardRow>> {
    Ranked { words, on_sale: OnSale(query, Narrow::All), limit: query.limit(), offset: query.offset() }.load(conn)
}

impl QueryFragment<Pg> for Ranked<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql(
            "SELECT l.id, p.id, p.title, p.slug, l.price, p.cover_id, l.city_id, l.condition FROM
             (SELECT listings.id, product_id, price, city_id, condition FROM listings WHERE ",
        );
        self.on_sale.walk_ast(out.reborrow())?;
        out.push_sql(" ORDER BY published_at DESC, id DESC LIMIT ");
        out.push_sql(RANKED);
        out.push_sql(") l JOIN products p ON p.id = l.product_id ORDER BY ts_rank(p.document, search_query(");
        out.push_bind_param::<Text, str>(self.words.as_str())?;
        out.push_sql(")) DESC, l.id DESC LIMIT ");
        out.push_bind_param::<BigInt, _>(&self.limit)?;
        out.push_sql(" OFFSET ");
        out.push_bind_param::<BigInt, _>(&self.offset)
    }
}

impl diesel::query_builder::Query for Ranked<'_> {
    type SqlType = (BigInt, BigInt, Text, Text, BigInt, Nullable<Uuid>, Integer, Text);
}
impl RunQueryDsl<PgConnection> for Ranked<'_> {}
impl QueryId for Ranked<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
