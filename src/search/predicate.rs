//! The one WHERE of all lists: what a shopper may see, and what the query asks for.
//!
//! It is written as SQL with bound values, because the partial indexes serve it only when their condition stands there literally;
//! and as a fragment of a typed query, so that the statements are prepared once and kept.

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment};
use diesel::sql_types::{Array, BigInt, Integer, Text};

use super::Query;

/// Which of the query's wishes count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Narrow {
    /// Where and at what price, not the choices of condition and town: what the facets count.
    Price,
    /// Everything.
    All,
}

/// The condition over `listings l`.
#[derive(Debug, Clone, Copy)]
pub(super) struct OnSale<'a>(pub &'a Query, pub Narrow);

impl QueryFragment<Pg> for OnSale<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Self(query, narrow) = self;
        out.push_sql(
            "l.state = 'active' AND l.in_stock AND EXISTS (SELECT FROM shops WHERE shops.id = l.shop_id AND shops.state = 'open')",
        );
        // a card with many offers stands in a list once; within one shop it has one offer
        match (query.shop, query.city, *narrow) {
            (Some(_), ..) => {}
            (None, Some(_), _) | (None, None, Narrow::Price) => out.push_sql(" AND l.leads_city"),
            (None, None, Narrow::All) => out.push_sql(" AND l.leads"),
        }
        self.place(out.reborrow())?;
        if let Some(price) = &query.price_from {
            out.push_sql(" AND l.price >= ");
            out.push_bind_param::<BigInt, _>(price)?;
        }
        if let Some(price) = &query.price_to {
            out.push_sql(" AND l.price <= ");
            out.push_bind_param::<BigInt, _>(price)?;
        }
        if *narrow == Narrow::All {
            self.choices(out)?;
        }
        Ok(())
    }
}

impl OnSale<'_> {
    fn place<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let query = self.0;
        match query.leaves.as_slice() {
            [] => {}
            [leaf] => {
                out.push_sql(" AND l.category_id = ");
                out.push_bind_param::<Integer, _>(leaf)?;
            }
            _ => {
                out.push_sql(" AND l.category_id = ANY(");
                out.push_bind_param::<Array<Integer>, _>(&query.leaves)?;
                out.push_sql(")");
            }
        }
        if let Some(tag) = &query.tag {
            // as an array: the tag's products are few, and the planner must not walk all listings to look for them
            out.push_sql(" AND l.product_id = ANY(ARRAY(SELECT product_id FROM product_tags WHERE tag_id = ");
            out.push_bind_param::<BigInt, _>(tag)?;
            out.push_sql("))");
        }
        if let Some(shop) = &query.shop {
            out.push_sql(" AND l.shop_id = ");
            out.push_bind_param::<BigInt, _>(shop)?;
        }
        if let Some(words) = &query.words {
            // (SELECT …): the words are read once, not once a row
            out.push_sql(" AND l.product_id IN (SELECT id FROM products WHERE document @@ (SELECT search_query(");
            out.push_bind_param::<Text, str>(words.as_str())?;
            out.push_sql(")))");
        }
        Ok(())
    }

    fn choices<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        // two words stand for all there are: written out, the index of used things serves them
        match self.0.condition {
            Some(crate::listings::Condition::New) => out.push_sql(" AND l.condition = 'new'"),
            Some(crate::listings::Condition::Used) => out.push_sql(" AND l.condition = 'used'"),
            None => {}
        }
        if let Some(city) = &self.0.city {
            out.push_sql(" AND l.city_id = ");
            out.push_bind_param::<Integer, _>(city)?;
        }
        Ok(())
    }
}
