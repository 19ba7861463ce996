//! What a visitor did, with the neighbours of each good of it: one statement.

use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{Array, BigInt, Bool, Float, Integer, Nullable, Text, Timestamptz};

use super::alike::near;
use super::events::weight;
use super::model::{Event, Neighbour};
use crate::kernel::{ProductId, UserId};

/// Whose doings: a person's, as the tables have them, or a guest's, as the browser keeps them.
#[derive(Debug, Clone, Default)]
pub struct Own {
    /// Who, when signed in.
    pub user: Option<UserId>,
    /// Looks that stand in no table, each with its moment.
    pub looks: Vec<(ProductId, DateTime<Utc>)>,
}

/// What was done with a good: what says most of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Bought.
    Bought,
    /// Given a heart.
    Liked,
    /// Looked at.
    Viewed,
}

/// A good that a visitor had to do with.
#[derive(Debug, Clone)]
pub struct Trace {
    /// Which.
    pub product: ProductId,
    /// Its title.
    pub title: String,
    /// Its address words.
    pub slug: String,
    /// What was done.
    pub deed: Deed,
    /// How many days ago.
    pub age: i32,
    /// It was looked at too.
    pub viewed: bool,
    /// It can be had now.
    pub on_sale: bool,
    /// What speaks for and against other goods.
    pub neighbours: Vec<Neighbour>,
}

impl Own {
    /// Whether there is nothing to ask for.
    pub fn is_empty(&self) -> bool {
        self.user.is_none() && self.looks.is_empty()
    }
}

impl Trace {
    /// Reads them, what was looked at last first. Nothing of a person who switched it off, nor from before they began afresh.
    pub fn of(conn: &mut PgConnection, own: &Own) -> QueryResult<Vec<Self>> {
        let (products, moments) = own.looks.iter().copied().unzip();
        let rows: Vec<Row> = Statement { user: own.user, products, moments }.load(conn)?;
        Ok(rows.into_iter().map(Self::from).collect())
    }

    /// As the model takes it.
    pub(super) fn event(&self) -> Event {
        let kind = match self.deed {
            Deed::Bought => 0,
            Deed::Liked => 1,
            Deed::Viewed => 2,
        };
        Event { user: 0, item: self.product.0, day: -self.age, weight: weight(kind) }
    }
}

type Row = (ProductId, String, String, i32, i32, bool, bool, Vec<i64>, Vec<f32>);
type RowSql = (BigInt, Text, Text, Integer, Integer, Bool, Bool, Array<BigInt>, Array<Float>);

impl From<Row> for Trace {
    fn from((product, title, slug, kind, age, viewed, on_sale, neighbours, scores): Row) -> Self {
        let deed = match kind {
            0 => Deed::Bought,
            1 => Deed::Liked,
            _ => Deed::Viewed,
        };
        let neighbours = neighbours.into_iter().zip(scores).map(|(item, score)| Neighbour { item, score }).collect();
        Self { product, title, slug, deed, age, viewed, on_sale, neighbours }
    }
}

struct Statement {
    user: Option<UserId>,
    products: Vec<ProductId>,
    moments: Vec<DateTime<Utc>>,
}

/// A bounded number of each kind, the latest.
const DEEDS: &str = "
    UNION ALL (SELECT v.product_id, v.at, 2 FROM who JOIN recent_views v ON v.user_id = who.id AND v.at > who.since ORDER BY v.at DESC LIMIT 30)
    UNION ALL (SELECT f.product_id, f.added_at, 1 FROM who JOIN favorites f ON f.user_id = who.id AND f.added_at > who.since
               ORDER BY f.added_at DESC LIMIT 50)
    UNION ALL (SELECT i.product_id, p.placed_at, 0 FROM who JOIN purchases p ON p.buyer_id = who.id AND p.placed_at > who.since
               JOIN orders o ON o.purchase_id = p.id AND o.state IN ('placed', 'accepted', 'handed_over', 'completed')
               JOIN order_items i ON i.order_id = o.id ORDER BY p.id DESC, i.id LIMIT 100)),
own AS (SELECT product_id, min(kind) AS kind, max(at) AS at, max(at) FILTER (WHERE kind = 2) AS viewed_at,
               row_number() OVER (ORDER BY max(at) DESC, product_id) AS place FROM did GROUP BY product_id)
SELECT e.product_id, g.title, g.slug, e.kind, (extract(epoch FROM now() - e.at) / 86400)::integer, e.viewed_at IS NOT NULL,
       EXISTS (SELECT FROM listings o JOIN shops h ON h.id = o.shop_id
               WHERE o.product_id = e.product_id AND o.state = 'active' AND o.in_stock AND h.state = 'open'),
       coalesce(n.neighbours, '{}') || coalesce(a.products, '{}'), coalesce(n.scores, '{}') || coalesce(a.scores, '{}')
FROM own e JOIN products g ON g.id = e.product_id
LEFT JOIN product_neighbours n ON n.product_id = e.product_id AND n.kind = 'similar'
LEFT JOIN LATERAL (SELECT array_agg(c.product_id ORDER BY c.likeness DESC, c.product_id) AS products,
                          array_agg((c.likeness * 0.1)::real ORDER BY c.likeness DESC, c.product_id) AS scores FROM (";

/// Of the latest few goods, those without six clear neighbours: what is like them says a tenth of what people would.
const LATEST: &str =
    "(SELECT g.id, g.category_id, g.brand, g.title, (SELECT min(m.price) FROM listings m WHERE m.product_id = g.id) AS price
    WHERE e.place <= 6 AND coalesce(n.scores[6], 0) < 0.005)";

impl QueryFragment<Pg> for Statement {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("WITH who AS (SELECT id, coalesce(recommends_from, '-infinity') AS since FROM users WHERE id = ");
        out.push_bind_param::<Nullable<BigInt>, _>(&self.user)?;
        out.push_sql(" AND recommends), did AS (SELECT look.product_id, look.at, 2 AS kind FROM unnest(");
        out.push_bind_param::<Array<BigInt>, _>(&self.products)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Timestamptz>, _>(&self.moments)?;
        out.push_sql(") AS look (product_id, at) WHERE ");
        out.push_bind_param::<Nullable<BigInt>, _>(&self.user)?;
        out.push_sql(" IS NULL OR EXISTS (SELECT FROM who WHERE look.at > who.since)");
        out.push_sql(DEEDS);
        near(&mut out, LATEST)?;
        out.push_sql(" LIMIT 12) c) a ON true ORDER BY e.viewed_at DESC NULLS LAST, e.product_id");
        Ok(())
    }
}

impl Query for Statement {
    type SqlType = RowSql;
}
impl RunQueryDsl<PgConnection> for Statement {}
/// Always the same text.
impl QueryId for Statement {
    type QueryId = Self;
    const HAS_STATIC_QUERY_ID: bool = true;
}
