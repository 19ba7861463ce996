//! The newest of a shop, of a category, of a condition: short rows of cards that need no engine.

use chrono::{DateTime, Utc};
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::Bool;

use crate::kernel::{CategoryId, ShopId};
use crate::listings::{CardRow, Condition, ListingCard};
use crate::schema::{listings, products};

/// Whose and which; the default is everything.
#[derive(Debug, Clone, Copy, Default)]
pub struct Newest {
    /// Of this shop.
    pub shop: Option<ShopId>,
    /// In this leaf of the tree.
    pub leaf: Option<CategoryId>,
    /// New or used.
    pub condition: Option<Condition>,
}

/// The newest on sale: one statement.
pub fn newest(conn: &mut PgConnection, of: Newest, most: u32) -> QueryResult<Vec<CardRow>> {
    let mut found = listings::table
        .inner_join(products::table)
        .filter(OnSale)
        .select(ListingCard::COLUMNS)
        .order((listings::published_at.desc(), listings::id.desc()))
        .limit(i64::from(most))
        .into_boxed();
    found = match of.shop {
        Some(shop) => found.filter(listings::shop_id.eq(shop)),
        // a card with many offers stands there once, by its cheapest
        None => found.filter(listings::leads),
    };
    if let Some(leaf) = of.leaf {
        found = found.filter(listings::category_id.eq(leaf));
    }
    if let Some(condition) = of.condition {
        found = found.filter(listings::condition.eq(condition));
    }
    found.load(conn)
}

/// The newest new goods, and the newest used ones, of everything: one statement.
pub fn arrivals(conn: &mut PgConnection, new: u32, used: u32) -> QueryResult<(Vec<CardRow>, Vec<CardRow>)> {
    let of = |condition: Condition, most: u32| {
        let found =
            listings::table.inner_join(products::table).filter(OnSale).filter(listings::leads).filter(listings::condition.eq(condition));
        let newest = found.order((listings::published_at.desc(), listings::id.desc())).limit(i64::from(most));
        newest.select((listings::published_at, ListingCard::COLUMNS))
    };
    let mut rows: Vec<(Option<DateTime<Utc>>, CardRow)> = of(Condition::New, new).union_all(of(Condition::Used, used)).load(conn)?;
    rows.sort_by_key(|(at, row)| std::cmp::Reverse((*at, row.0)));
    let (new, used) = rows.into_iter().map(|(_, row)| row).partition(|row| row.7 == Condition::New);
    Ok((new, used))
}

/// What a shopper may see. The partial indexes serve a query only when their condition stands there literally.
#[derive(Debug, Clone, Copy, QueryId)]
struct OnSale;

impl QueryFragment<Pg> for OnSale {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("listings.state = 'active' AND listings.in_stock AND EXISTS (SELECT FROM shops WHERE shops.id = listings.shop_id AND shops.state = 'open')");
        Ok(())
    }
}

impl Expression for OnSale {
    type SqlType = Bool;
}
impl<QS> AppearsOnTable<QS> for OnSale {}
impl<QS> SelectableExpression<QS> for OnSale {}
impl<GB> ValidGrouping<GB> for OnSale {
    type IsAggregate = is_aggregate::No;
}
