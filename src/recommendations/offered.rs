//! The cards of goods that are to be shown, together with what a town buys: one statement.

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{Array, BigInt, Bool, Integer, Nullable};

use super::alike::OPEN;
use crate::kernel::{CityId, ListingId, ProductId};
use crate::listings::{CardRow, CardSql, ListingCard};

/// What is wanted.
#[derive(Debug)]
pub(super) struct Wanted {
    /// These goods.
    pub products: Vec<ProductId>,
    /// What lies in the cart: not to be recommended.
    pub in_cart: Vec<ListingId>,
    /// Where the visitor lives.
    pub town: Option<CityId>,
    /// So many of what is popular there.
    pub popular: i64,
}

/// A good on sale.
pub(super) struct Offered {
    /// It is one of the popular ones.
    pub popular: bool,
    /// It lies in the cart.
    pub in_cart: bool,
    /// Its card.
    pub row: CardRow,
}

impl Wanted {
    /// Reads what of it is on sale: each good's cheapest offer, in the order of the ids, then the popular ones.
    pub fn read(self, conn: &mut PgConnection) -> QueryResult<Vec<Offered>> {
        let mut rows: Vec<(bool, i64, bool, CardRow)> = self.load(conn)?;
        rows.sort_by_key(|(popular, place, ..)| (*popular, *place));
        Ok(rows.into_iter().map(|(popular, _, in_cart, row)| Offered { popular, in_cart, row }).collect())
    }
}

impl QueryFragment<Pg> for Wanted {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("SELECT w.popular, w.place, EXISTS (SELECT FROM listings c WHERE c.id = ANY(");
        out.push_bind_param::<Array<BigInt>, _>(&self.in_cart)?;
        out.push_sql(") AND c.product_id = w.id), ");
        (const { &ListingCard::COLUMNS }).walk_ast(out.reborrow())?;
        out.push_sql(" FROM (SELECT false AS popular, u.place, u.id FROM unnest(");
        out.push_bind_param::<Array<BigInt>, _>(&self.products)?;
        out.push_sql(") WITH ORDINALITY AS u (id, place) UNION ALL SELECT true, u.place, u.id FROM (SELECT products FROM popular_goods WHERE city_id = ");
        out.push_bind_param::<Nullable<Integer>, _>(&self.town)?;
        out.push_sql(" OR city_id IS NULL ORDER BY city_id NULLS LAST LIMIT 1) g, unnest(g.products) WITH ORDINALITY AS u (id, place) WHERE u.place <= ");
        out.push_bind_param::<BigInt, _>(&self.popular)?;
        out.push_sql(
            ") w JOIN listings ON listings.product_id = w.id AND listings.leads AND listings.state = 'active' AND listings.in_stock
             JOIN products ON products.id = w.id",
        );
        out.push_sql(OPEN);
        Ok(())
    }
}

impl Query for Wanted {
    type SqlType = (Bool, BigInt, Bool, CardSql);
}
impl RunQueryDsl<PgConnection> for Wanted {}
/// Always the same text.
impl QueryId for Wanted {
    type QueryId = Self;
    const HAS_STATIC_QUERY_ID: bool = true;
}
