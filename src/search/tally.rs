//! How many there are, and of what kind: one statement a list, exact up to a cap.

use std::collections::BTreeMap;

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{BigInt, Integer, Text};

use super::predicate::{Narrow, OnSale};
use super::{PAGE, Query, query};
use crate::kernel::{CategoryId, CityId, Money};
use crate::listings::Condition;

/// Counted no further: as many as fifty pages hold.
pub const CAP: i64 = (PAGE * query::LAST_PAGE) as i64;

/// How many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// The number, at most [`CAP`].
    pub n: i64,
    /// There are more.
    pub more: bool,
}

/// What can be chosen, and how much of it there is.
#[derive(Debug, Clone, Default)]
pub struct Facets {
    /// Towns under the chosen condition.
    pub cities: Vec<(CityId, i64)>,
    /// Conditions in the chosen town.
    pub conditions: Vec<(Condition, i64)>,
    /// The lowest and the highest price.
    pub prices: Option<(Money, Money)>,
    /// There are more than were counted: the numbers say nothing.
    pub capped: bool,
}

/// Part (0 all wishes, 1 without the choices), town, condition, how many cards, how many of them lead in the whole country, lowest, highest price.
type Row = (i32, CityId, Condition, i64, i64, Money, Money);

/// Counts a query.
pub(super) fn tally(conn: &mut PgConnection, query: &Query) -> QueryResult<(Total, Facets)> {
    let has_choices = query.condition.is_some() || query.city.is_some();
    let (all, wide) = (OnSale(query, Narrow::All), OnSale(query, Narrow::Price));
    // without choices one counting tells both: what leads in its town, and what of it leads everywhere
    let (all, wide) = if has_choices { (all, Some(wide)) } else { (wide, None) };
    let rows: Vec<Row> = Tally { all, wide }.load(conn)?;
    let once = |row: &Row| if query.city.is_some() || query.shop.is_some() { row.3 } else { row.4 };
    let seen: i64 = rows.iter().filter(|row| row.0 == 0).map(|row| row.3).sum();
    let counted: i64 = rows.iter().filter(|row| row.0 == 0).map(once).sum();
    let total = Total { n: counted.min(CAP), more: seen > CAP };
    Ok((total, facets(query, rows.into_iter().filter(|row| row.0 == i32::from(has_choices)))))
}

fn facets(query: &Query, rows: impl Iterator<Item = Row>) -> Facets {
    let (mut cities, mut conditions, mut counted) = (BTreeMap::new(), BTreeMap::new(), 0);
    let mut prices: Option<(Money, Money)> = None;
    for (_, city, condition, n, leading, low, high) in rows {
        counted += n;
        if query.condition.is_none_or(|chosen| chosen == condition) {
            *cities.entry(city).or_insert(0) += n;
        }
        match query.city {
            Some(chosen) if chosen == city => *conditions.entry(condition).or_insert(0) += n,
            Some(_) => {}
            None => *conditions.entry(condition).or_insert(0) += if query.shop.is_some() { n } else { leading },
        }
        prices = Some(prices.map_or((low, high), |(lowest, highest)| (lowest.min(low), highest.max(high))));
    }
    Facets { cities: cities.into_iter().collect(), conditions: conditions.into_iter().collect(), prices, capped: counted > CAP }
}

struct Tally<'a> {
    all: OnSale<'a>,
    /// The same without the choices, when there are any.
    wide: Option<OnSale<'a>>,
}

/// One row more than is counted, to know that there are more.
fn counted<'b>(on_sale: &'b OnSale<'b>, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
    on_sale.walk_ast(out.reborrow())?;
    out.push_sql(" LIMIT ");
    out.push_bind_param::<BigInt, _>(&(CAP + 1))
}

impl QueryFragment<Pg> for Tally<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        const HEAD: [&str; 2] = [
            "SELECT 0, city_id, condition, count(*), count(*) FILTER (WHERE leads), min(price), max(price) FROM (SELECT city_id, condition, price, leads FROM listings l WHERE ",
            " UNION ALL SELECT 1, city_id, condition, count(*), count(*) FILTER (WHERE leads), min(price), max(price) FROM (SELECT city_id, condition, price, leads FROM listings l WHERE ",
        ];
        for (head, part) in HEAD.into_iter().zip([Some(&self.all), self.wide.as_ref()]) {
            let Some(part) = part else { continue };
            out.push_sql(head);
            counted(part, out.reborrow())?;
            out.push_sql(") l GROUP BY city_id, condition");
        }
        Ok(())
    }
}

impl diesel::query_builder::Query for Tally<'_> {
    type SqlType = (Integer, Integer, Text, BigInt, BigInt, BigInt, BigInt);
}
impl RunQueryDsl<PgConnection> for Tally<'_> {}
impl QueryId for Tally<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

/// In which leaves the matches of a query stand, the fullest first; counted up to the cap.
pub fn categories(conn: &mut PgConnection, query: &Query) -> QueryResult<Vec<(CategoryId, i64)>> {
    Places(OnSale(query, Narrow::All)).load(conn)
}

struct Places<'a>(OnSale<'a>);

impl QueryFragment<Pg> for Places<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("SELECT category_id, count(*) FROM (SELECT category_id FROM listings l WHERE ");
        counted(&self.0, out.reborrow())?;
        out.push_sql(") l GROUP BY category_id ORDER BY count(*) DESC, category_id");
        Ok(())
    }
}

impl diesel::query_builder::Query for Places<'_> {
    type SqlType = (Integer, BigInt);
}
impl RunQueryDsl<PgConnection> for Places<'_> {}
impl QueryId for Places<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
