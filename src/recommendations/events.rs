//! What everybody did, read for a training. Nothing is logged for it: purchases, favourites and looks are there already.

use std::hash::{DefaultHasher, Hash, Hasher};

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable};

use super::model::Event;
use crate::db::Tx;

/// So many of the latest are read: what they take of memory is bounded.
const MOST: i64 = 3_000_000;

/// Who lets us, from the moment on that they let us; not cancelled orders. What was merged counts for the card that took over.
/// Days are counted from the first of 2020; `$1` bounds the rows.
const EVENTS: &str = "
WITH willing AS (SELECT id, coalesce(recommends_from, '-infinity') AS since FROM users WHERE recommends AND deleted_at IS NULL)
SELECT e.user_id, coalesce(g.merged_into, g.id) AS product_id, e.purchase_id, e.city_id, e.kind,
       (e.at AT TIME ZONE 'UTC')::date - date '2020-01-01' AS day
FROM (
    SELECT p.buyer_id AS user_id, i.product_id, p.id AS purchase_id, p.city_id, 0 AS kind, p.placed_at AS at
    FROM purchases p JOIN orders o ON o.purchase_id = p.id JOIN order_items i ON i.order_id = o.id
    WHERE p.placed_at > now() - interval '500 days' AND o.state IN ('placed', 'accepted', 'handed_over', 'completed')
    UNION ALL SELECT user_id, product_id, NULL, NULL, 1, added_at FROM favorites
    UNION ALL SELECT user_id, product_id, NULL, NULL, 2, at FROM recent_views) e
JOIN willing w ON w.id = e.user_id AND e.at > w.since JOIN products g ON g.id = e.product_id
ORDER BY e.at DESC LIMIT $1";

/// Something that somebody did with a good.
#[derive(Debug, Clone, Copy, Hash, QueryableByName)]
pub(super) struct Row {
    #[diesel(sql_type = BigInt)]
    user_id: i64,
    #[diesel(sql_type = BigInt)]
    pub product_id: i64,
    /// The basket, of a purchase.
    #[diesel(sql_type = Nullable<BigInt>)]
    pub purchase_id: Option<i64>,
    /// Where it went, of a purchase.
    #[diesel(sql_type = Nullable<Integer>)]
    pub city_id: Option<i32>,
    #[diesel(sql_type = Integer)]
    kind: i32,
    #[diesel(sql_type = Integer)]
    pub day: i32,
}

/// How much a purchase (0), a favourite (1), a look (2) says.
pub(super) const fn weight(kind: i32) -> f32 {
    match kind {
        0 => Event::PURCHASE,
        1 => Event::FAVOURITE,
        _ => Event::VIEW,
    }
}

impl Row {
    /// As the model takes it.
    pub fn event(&self) -> Event {
        Event { user: self.user_id, item: self.product_id, day: self.day, weight: weight(self.kind) }
    }
}

/// Reads them all; the statement may take longer than a page's.
pub(super) fn read(tx: &mut Tx<'_>) -> QueryResult<Vec<Row>> {
    diesel::sql_query("SET LOCAL statement_timeout = '5min'").execute(&mut **tx)?;
    diesel::sql_query(EVENTS).bind::<BigInt, _>(MOST).load(&mut **tx)
}

/// One number for all of them together, whatever their order. A newer compiler may give another one: then a training is not spared, no more.
pub(super) fn fingerprint(rows: &[Row]) -> i64 {
    let sum = rows.iter().fold(0u64, |sum, row| {
        let mut hasher = DefaultHasher::new();
        row.hash(&mut hasher);
        sum.wrapping_add(hasher.finish())
    });
    i64::from_ne_bytes(sum.to_ne_bytes())
}
