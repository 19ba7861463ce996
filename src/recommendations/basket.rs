//! What is bought together with what lies in a cart: one statement.

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{Array, BigInt};

use super::alike::OPEN;
use crate::kernel::ProductId;
use crate::listings::{CardRow, CardSql, ListingCard};

/// The goods, on sale and not among them, that are most often bought with these; what goes with several of them comes first.
pub fn with_basket(conn: &mut PgConnection, products: Vec<ProductId>) -> QueryResult<Vec<CardRow>> {
    if products.is_empty() {
        return Ok(Vec::new());
    }
    With(products).load(conn)
}

struct With(Vec<ProductId>);

impl QueryFragment<Pg> for With {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("SELECT ");
        (const { &ListingCard::COLUMNS }).walk_ast(out.reborrow())?;
        out.push_sql(
            " FROM (SELECT u.id, sum(u.score) AS score FROM product_neighbours n CROSS JOIN LATERAL unnest(n.neighbours, n.scores) AS u (id, score)
              WHERE n.kind = 'together' AND n.product_id = ANY(",
        );
        out.push_bind_param::<Array<BigInt>, _>(&self.0)?;
        out.push_sql(") AND u.id <> ALL(");
        out.push_bind_param::<Array<BigInt>, _>(&self.0)?;
        out.push_sql(
            ") GROUP BY u.id ORDER BY score DESC, u.id LIMIT 60) w
             JOIN listings ON listings.product_id = w.id AND listings.leads AND listings.state = 'active' AND listings.in_stock
             JOIN products ON products.id = w.id",
        );
        out.push_sql(OPEN);
        out.push_sql(" ORDER BY w.score DESC, w.id LIMIT 12");
        Ok(())
    }
}

impl Query for With {
    type SqlType = CardSql;
}
impl RunQueryDsl<PgConnection> for With {}
/// Always the same text.
impl QueryId for With {
    type QueryId = Self;
    const HAS_STATIC_QUERY_ID: bool = true;
}
