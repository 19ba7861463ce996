//! Everything above happened within a second; here it moves back to where it belongs. The only place of the demo that goes past the verbs.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Timestamptz};

use super::dice::Dice;
use super::goods::Good;
use super::sales::Sale;
use crate::db::Tx;
use crate::kernel::Money;
use crate::listings::{ListingState, keep_old_price};

/// Histories are append-only: their guards look away for this transaction.
const HISTORIES: [&str; 4] = ["listing_history", "order_history", "shipment_history", "acts"];

/// What a listing's day decides.
const LISTINGS: [&str; 5] = [
    "UPDATE listings l SET created_at = d.at - interval '1 hour', updated_at = d.at, expires_at = l.expires_at - (now() - d.at),
            submitted_at = CASE WHEN l.submitted_at IS NOT NULL THEN d.at - interval '20 minutes' END,
            published_at = CASE WHEN l.published_at IS NOT NULL THEN d.at END
     FROM unnest($1, $2) AS d(id, at) WHERE l.id = d.id",
    "UPDATE products p SET created_at = d.at - interval '1 hour', updated_at = d.at - interval '20 minutes',
            shared_at = CASE WHEN p.shared_at IS NOT NULL THEN d.at + (now() - d.at) * 0.3 END
     FROM (SELECT l.product_id, min(d.at) AS at FROM unnest($1, $2) AS d(id, at) JOIN listings l ON l.id = d.id GROUP BY l.product_id) d
     WHERE p.id = d.product_id",
    "UPDATE listing_prices h SET from_at = d.at, until_at = CASE WHEN h.until_at IS NOT NULL THEN d.at + (now() - d.at) * 0.5 END
     FROM unnest($1, $2) AS d(id, at) WHERE h.listing_id = d.id",
    "UPDATE listing_history h SET at = d.at FROM unnest($1, $2) AS d(id, at) WHERE h.listing_id = d.id",
    "UPDATE listing_decisions h SET at = d.at FROM unnest($1, $2) AS d(id, at) WHERE h.listing_id = d.id",
];

const SALES: &str = "UPDATE purchases p SET placed_at = d.at FROM unnest($1, $2) AS d(id, at) WHERE p.id = d.id";

/// What an order took until now, at most until the last day that was promised.
const SPAN: &str = "CREATE OR REPLACE FUNCTION pg_temp.span(o orders) RETURNS interval LANGUAGE sql RETURN
    least((now() - o.placed_at) * 0.8, greatest((o.promised_to + time '14:10') AT TIME ZONE interval '5 hours' - o.placed_at, interval '5 hours'))";

/// Nights are for sleeping: a day before today is pressed into its waking hours, which keeps the order of what happened.
const AWAKE: &str = "CREATE OR REPLACE FUNCTION pg_temp.awake(at timestamptz) RETURNS timestamptz LANGUAGE sql RETURN CASE
    WHEN (at AT TIME ZONE interval '5 hours')::date < (now() AT TIME ZONE interval '5 hours')::date THEN
        ((at AT TIME ZONE interval '5 hours')::date + time '08:30' + (at AT TIME ZONE interval '5 hours')::time::interval * (13.0 / 24)) AT TIME ZONE interval '5 hours'
    ELSE at END";

/// A parcel's steps stand evenly over that time; a shop accepts well before the first of them.
const ORDERS: [&str; 10] = [
    SPAN,
    AWAKE,
    "UPDATE orders o SET placed_at = p.placed_at,
            promised_from = o.promised_from - (today.day - (p.placed_at AT TIME ZONE interval '5 hours')::date),
            promised_to = o.promised_to - (today.day - (p.placed_at AT TIME ZONE interval '5 hours')::date)
     FROM purchases p, (SELECT (now() AT TIME ZONE interval '5 hours')::date AS day) today WHERE p.id = o.purchase_id",
    "UPDATE shipment_history h SET at = pg_temp.awake(s.at) FROM (
         SELECT h.id, o.placed_at + pg_temp.span(o)
                * ((row_number() OVER (PARTITION BY h.order_id ORDER BY h.id) - 1)::float / greatest(count(*) OVER (PARTITION BY h.order_id) - 1, 1)) AS at
         FROM shipment_history h JOIN orders o ON o.id = h.order_id) s WHERE s.id = h.id",
    "UPDATE order_history h SET at = CASE h.to_state
            WHEN 'placed' THEN pg_temp.awake(o.placed_at)
            WHEN 'handed_over' THEN (SELECT min(s.at) FROM shipment_history s WHERE s.order_id = o.id AND s.state <> 'unfulfilled')
            WHEN 'completed' THEN (SELECT max(s.at) FROM shipment_history s WHERE s.order_id = o.id)
            WHEN 'expired' THEN pg_temp.awake(o.placed_at) + interval '24 hours'
            ELSE pg_temp.awake(o.placed_at + pg_temp.span(o) * 0.1) END
     FROM orders o WHERE o.id = h.order_id",
    "UPDATE orders SET placed_at = pg_temp.awake(placed_at),
            accept_by = pg_temp.awake(placed_at) + CASE WHEN state = 'expired' THEN interval '24 hours' ELSE accept_by - now() END",
    "UPDATE purchases SET placed_at = pg_temp.awake(placed_at)",
    "UPDATE orders o SET updated_at = (SELECT max(h.at) FROM order_history h WHERE h.order_id = o.id)",
    "UPDATE shipments s SET updated_at = (SELECT max(h.at) FROM shipment_history h WHERE h.order_id = s.order_id)",
    "UPDATE payment_allocations a SET settled_at = o.updated_at FROM orders o WHERE o.id = a.order_id AND a.settled_at IS NOT NULL",
];

/// What follows from the dates of goods and sales. Nobody is written a letter about what is long past.
const REST: [&str; 10] = [
    "UPDATE payments y SET created_at = p.placed_at FROM purchases p WHERE p.id = y.purchase_id",
    "UPDATE acts a SET at = coalesce((SELECT max(d.at) FROM listing_decisions d WHERE a.subject = 'listing:' || d.listing_id),
        (SELECT p.shared_at FROM products p WHERE a.subject = 'card:' || p.id), now() - interval '41 days')",
    // the log of acts reads from its newest entry back
    "UPDATE acts a SET at = t.at FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM acts) i
         JOIN (SELECT at, row_number() OVER (ORDER BY at) AS n FROM acts) t USING (n) WHERE i.id = a.id",
    "UPDATE shops s SET created_at = now() - interval '60 days' - s.id * interval '9 days'",
    "UPDATE shops s SET trusted_at = s.created_at + interval '14 days' WHERE s.trusted_at IS NOT NULL",
    "UPDATE users u SET created_at = now() - interval '45 days' - u.id * interval '7 days'",
    "UPDATE reports r SET created_at = now() - r.id * interval '3 hours'",
    "UPDATE reviews r SET created_at = d.at, changed_at = d.at FROM (
         SELECT i.id, least(now(), o.updated_at + (1 + i.order_id % 9) * interval '5 hours') AS at FROM order_items i JOIN orders o ON o.id = i.order_id) d
     WHERE d.id = r.order_item_id",
    "UPDATE shop_reviews r SET created_at = d.at, changed_at = d.at FROM (
         SELECT o.id, least(now(), o.updated_at + (1 + o.id % 9) * interval '5 hours') AS at FROM orders o) d WHERE d.id = r.order_id",
    "UPDATE events SET handled_at = now() WHERE handled_at IS NULL AND created_at = now()",
];

/// Moves everything to its day, and counts views as if people had looked.
pub fn move_back(tx: &mut Tx<'_>, goods: &[Good], sales: &[Sale]) -> QueryResult<()> {
    guards(tx, "DISABLE")?;
    let ids: Vec<i64> = goods.iter().map(|good| good.listing.0).collect();
    let days: Vec<DateTime<Utc>> = goods.iter().map(|good| good.at).collect();
    for statement in LISTINGS {
        dated(tx, statement, &ids, &days)?;
    }
    reprice(tx, goods)?;
    let ids: Vec<i64> = sales.iter().map(|sale| sale.purchase.0).collect();
    let days: Vec<DateTime<Utc>> = sales.iter().map(|sale| sale.at).collect();
    dated(tx, SALES, &ids, &days)?;
    for statement in ORDERS.iter().chain(&REST) {
        diesel::sql_query(*statement).execute(&mut **tx)?;
    }
    guards(tx, "ENABLE")?;
    look(tx, goods)
}

/// Prices have moved: of what was put up long ago, some was dearer until lately, some cheaper.
fn reprice(tx: &mut Tx<'_>, goods: &[Good]) -> QueryResult<()> {
    const BEFORE: &str =
        "WITH now_on AS (UPDATE listing_prices SET from_at = $2 WHERE listing_id = $1 AND until_at IS NULL RETURNING listing_id)
        INSERT INTO listing_prices (listing_id, from_at, until_at, price) SELECT listing_id, $3, $2, $4 FROM now_on";
    for good in goods.iter().filter(|good| good.state == ListingState::Active) {
        let mut dice = Dice::of(&format!("price {}", good.listing));
        let days = (Utc::now() - good.at).num_days();
        let lately = Utc::now() - Duration::hours(dice.between(10, 24 * 4));
        let percent = match dice.between(1, 10) {
            1..=5 => dice.between(107, 128),
            6 => dice.between(90, 97),
            _ => continue,
        };
        if days < 8 {
            continue;
        }
        let before = Money::tenge((good.price * percent / 100 / 100 * 100 + 90).max(90));
        diesel::sql_query(BEFORE)
            .bind::<BigInt, _>(good.listing)
            .bind::<Timestamptz, _>(lately)
            .bind::<Timestamptz, _>(good.at)
            .bind::<BigInt, _>(before)
            .execute(&mut **tx)?;
        keep_old_price(tx, good.listing)?;
    }
    Ok(())
}

fn dated(tx: &mut Tx<'_>, statement: &str, ids: &[i64], days: &[DateTime<Utc>]) -> QueryResult<()> {
    diesel::sql_query(statement).bind::<Array<BigInt>, _>(ids).bind::<Array<Timestamptz>, _>(days).execute(&mut **tx).map(drop)
}

fn guards(tx: &mut Tx<'_>, what: &str) -> QueryResult<()> {
    HISTORIES
        .iter()
        .try_for_each(|table| diesel::sql_query(format!("ALTER TABLE {table} {what} TRIGGER append_only")).execute(&mut **tx).map(drop))
}

fn look(tx: &mut Tx<'_>, goods: &[Good]) -> QueryResult<()> {
    let mut dice = Dice::of("views");
    let ids: Vec<i64> = goods.iter().map(|good| good.listing.0).collect();
    let views: Vec<i64> = goods.iter().map(|good| dice.between(1, 9) * (Utc::now() - good.at).num_days().max(1)).collect();
    diesel::sql_query("UPDATE listing_views v SET views = d.views FROM unnest($1, $2) AS d(id, views) WHERE v.listing_id = d.id")
        .bind::<Array<BigInt>, _>(ids)
        .bind::<Array<BigInt>, _>(views)
        .execute(&mut **tx)
        .map(drop)
}
