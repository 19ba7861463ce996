//! The newest of a category, of a condition: short rows of cards that need no engine.

use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{Integer, Nullable, Timestamptz};

use crate::kernel::CategoryId;
use crate::listings::{CardRow, CardSql, Condition, ListingCard};

/// Which; the default is everything.
#[derive(Debug, Clone, Copy, Default)]
pub struct Newest {
    /// In this leaf of the tree.
    pub leaf: Option<CategoryId>,
    /// New or used.
    pub condition: Option<Condition>,
}

type Row = (Option<DateTime<Utc>>, CardRow);

/// The newest on sale: one statement.
pub fn newest(conn: &mut PgConnection, of: Newest, most: u32) -> QueryResult<Vec<CardRow>> {
    let rows: Vec<Row> = Few(vec![(of, most)]).load(conn)?;
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// The newest new goods, and the newest used ones, of everything: one statement.
pub fn arrivals(conn: &mut PgConnection, new: u32, used: u32) -> QueryResult<(Vec<CardRow>, Vec<CardRow>)> {
    let of = |condition| Newest { condition: Some(condition), ..Newest::default() };
    let mut rows: Vec<Row> = Few(vec![(of(Condition::New), new), (of(Condition::Used), used)]).load(conn)?;
    rows.sort_by_key(|(at, row)| std::cmp::Reverse((*at, row.0)));
    let (new, used) = rows.into_iter().map(|(_, row)| row).partition(|row| row.7 == Condition::New);
    Ok((new, used))
}

/// So many of each. The partial indexes serve a statement only when their condition stands there literally, and its plan counts on few
/// rows only when their number does.
struct Few(Vec<(Newest, u32)>);

impl QueryFragment<Pg> for Few {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        for (number, (of, most)) in self.0.iter().enumerate() {
            out.push_sql(if number == 0 { "(SELECT listings.published_at, " } else { " UNION ALL (SELECT listings.published_at, " });
            (const { &ListingCard::COLUMNS }).walk_ast(out.reborrow())?;
            // a card with many offers stands there once, by its cheapest
            out.push_sql(
                " FROM listings JOIN products ON products.id = listings.product_id WHERE listings.state = 'active' AND listings.in_stock
                 AND listings.leads AND EXISTS (SELECT FROM shops WHERE shops.id = listings.shop_id AND shops.state = 'open')",
            );
            if let Some(leaf) = &of.leaf {
                out.push_sql(" AND listings.category_id = ");
                out.push_bind_param::<Integer, _>(leaf)?;
            }
            out.push_sql(match of.condition {
                Some(Condition::New) => " AND listings.condition = 'new'",
                Some(Condition::Used) => " AND listings.condition = 'used'",
                None => "",
            });
            out.push_sql(" ORDER BY listings.published_at DESC, listings.id DESC LIMIT ");
            out.push_sql(&most.to_string());
            out.push_sql(")");
        }
        Ok(())
    }
}

impl Query for Few {
    type SqlType = (Nullable<Timestamptz>, CardSql);
}
impl RunQueryDsl<PgConnection> for Few {}
/// The text differs with what is asked: it is kept by itself.
impl QueryId for Few {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
