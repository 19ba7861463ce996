//! One page of cards. The page's rows are picked from `listings` alone; only those are joined with their products.

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{BigInt, Text};

use super::predicate::{Narrow, OnSale};
use super::{Query, Sort, Words};
use crate::listings::{CardRow, FACE, FaceSql};

/// One page of cards, uncounted: one statement.
pub fn cards(conn: &mut PgConnection, query: &Query) -> QueryResult<Vec<CardRow>> {
    let page = Page { on_sale: OnSale(query, Narrow::All), sort: query.sort, limit: query.limit(), offset: query.offset() };
    match (query.sort, &query.words) {
        (Sort::Best, Some(words)) => Ranked { words, page }.load(conn),
        _ => page.load(conn),
    }
}

struct Page<'a> {
    on_sale: OnSale<'a>,
    sort: Sort,
    limit: i64,
    offset: i64,
}

impl Page<'_> {
    /// As the indexes are sorted; the names are the same within and without.
    fn order(&self) -> &'static str {
        match self.sort {
            Sort::Best | Sort::New => " ORDER BY published_at DESC, l.id DESC",
            Sort::Cheap => " ORDER BY price, l.id",
            Sort::Dear => " ORDER BY price DESC, l.id DESC",
        }
    }

    /// The same once more, over the page's few rows.
    fn outer_order(&self) -> &'static str {
        match self.sort {
            Sort::Best | Sort::New => " ORDER BY l.published_at DESC, l.id DESC",
            Sort::Cheap => " ORDER BY l.price, l.id",
            Sort::Dear => " ORDER BY l.price DESC, l.id DESC",
        }
    }

    fn cut<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql(" LIMIT ");
        out.push_bind_param::<BigInt, _>(&self.limit)?;
        out.push_sql(" OFFSET ");
        out.push_bind_param::<BigInt, _>(&self.offset)
    }
}

impl QueryFragment<Pg> for Page<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("SELECT ");
        out.push_sql(FACE);
        out.push_sql(" FROM (SELECT l.id, product_id, price, published_at FROM listings l WHERE ");
        self.on_sale.walk_ast(out.reborrow())?;
        out.push_sql(self.order());
        self.cut(&mut out)?;
        out.push_sql(") l JOIN listings f ON f.id = l.id JOIN products p ON p.id = l.product_id");
        out.push_sql(self.outer_order());
        Ok(())
    }
}

/// The best matches first. Ranking reads every document that it ranks, so no more of the newest matches are ranked than fifty pages show.
struct Ranked<'a> {
    words: &'a Words,
    page: Page<'a>,
}

impl QueryFragment<Pg> for Ranked<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("SELECT ");
        out.push_sql(FACE);
        out.push_sql(" FROM (SELECT l.id, product_id, ts_rank(document, (SELECT search_query(");
        out.push_bind_param::<Text, str>(self.words.as_str())?;
        out.push_sql("))) AS rank FROM (SELECT l.id, product_id FROM listings l WHERE ");
        self.page.on_sale.walk_ast(out.reborrow())?;
        out.push_sql(" ORDER BY published_at DESC, l.id DESC LIMIT ");
        out.push_bind_param::<BigInt, _>(&super::CAP)?;
        out.push_sql(") l JOIN products p ON p.id = product_id ORDER BY rank DESC, l.id DESC");
        self.page.cut(&mut out)?;
        out.push_sql(") l JOIN listings f ON f.id = l.id JOIN products p ON p.id = l.product_id ORDER BY rank DESC, l.id DESC");
        Ok(())
    }
}

macro_rules! loads {
    ($($name:ident),+) => {$(
        impl diesel::query_builder::Query for $name<'_> {
            type SqlType = FaceSql;
        }
        impl RunQueryDsl<PgConnection> for $name<'_> {}
        /// Kept by its text, which differs with the wishes.
        impl QueryId for $name<'_> {
            type QueryId = ();
            const HAS_STATIC_QUERY_ID: bool = false;
        }
    )+};
}
loads!(Page, Ranked);
