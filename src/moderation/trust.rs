//! A shop's record: with one it publishes without waiting.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};

use crate::db::Tx;
use crate::kernel::ShopId;
use crate::schema::shops;

/// So many listings let through, since a record was lost if one was …
const APPROVED: i64 = 5;
/// … and none taken off for so many days.
const CLEAN_DAYS: i32 = 30;

/// Gives the shop its record if it has earned one.
pub fn earn(tx: &mut Tx<'_>, shop: ShopId) -> QueryResult<()> {
    diesel::sql_query(
        "UPDATE shops s SET trusted_at = now() WHERE s.id = $1 AND s.trusted_at IS NULL
           AND (SELECT count(DISTINCT d.listing_id) FROM listing_decisions d JOIN listings l ON l.id = d.listing_id
                WHERE l.shop_id = s.id AND d.verdict = 'approved' AND (s.trust_lost_at IS NULL OR d.at > s.trust_lost_at)) >= $2
           AND NOT EXISTS (SELECT 1 FROM listing_decisions d JOIN listings l ON l.id = d.listing_id
                WHERE l.shop_id = s.id AND d.verdict = 'removed' AND d.at > now() - make_interval(days => $3))",
    )
    .bind::<BigInt, _>(shop)
    .bind::<BigInt, _>(APPROVED)
    .bind::<Integer, _>(CLEAN_DAYS)
    .execute(&mut **tx)
    .map(drop)
}

/// A removal or a suspension ends the record; it is earned again from the beginning.
pub fn lose(tx: &mut Tx<'_>, shop: ShopId) -> QueryResult<()> {
    let lost = (shops::trusted_at.eq(None::<chrono::DateTime<chrono::Utc>>), shops::trust_lost_at.eq(diesel::dsl::now));
    diesel::update(shops::table.find(shop)).set(lost).execute(&mut **tx).map(drop)
}
