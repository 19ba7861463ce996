//! The review queue: oldest first, one moderator a case, for ten minutes.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text, Timestamptz};

use super::Said;
use super::age::Age;
use super::own::is_own;
use crate::db::{Keyed, Tx, cut_page};
use crate::kernel::{ListingId, ShopId, UserId};
use crate::schema::{listings, review_locks};

/// How long a case is one moderator's.
pub const LOCK_MINUTES: i32 = 10;
/// Lines a page.
const PAGE: usize = 50;
/// Two moderators may reach for the same case; the one who comes second looks again.
const TRIES: usize = 5;

/// A case in the queue, as a list shows it.
#[derive(Debug, Clone, QueryableByName)]
pub struct Waiting {
    /// Which.
    #[diesel(sql_type = BigInt)]
    pub id: ListingId,
    /// Its title.
    #[diesel(sql_type = Text)]
    pub title: String,
    /// Who sells.
    #[diesel(sql_type = Text)]
    pub shop: String,
    /// Since when it waits.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub submitted_at: Option<DateTime<Utc>>,
    /// Who has it now.
    #[diesel(sql_type = Nullable<Text>)]
    pub holder: Option<String>,
}

impl Waiting {
    /// The queue from its head, or from behind a case.
    pub fn list(conn: &mut PgConnection, after: Option<ListingId>) -> QueryResult<Keyed<Self>> {
        let rows = diesel::sql_query(
            "SELECT l.id, p.title, s.name AS shop, l.submitted_at, u.name AS holder
             FROM listings l JOIN products p ON p.id = l.product_id JOIN shops s ON s.id = l.shop_id
             LEFT JOIN review_locks r ON r.listing_id = l.id AND r.until > now() LEFT JOIN users u ON u.id = r.staff_id
             WHERE l.state = 'pending_review' AND s.state = 'open'
               AND ($1 IS NULL OR (l.submitted_at, l.id) > (SELECT a.submitted_at, a.id FROM listings a WHERE a.id = $1))
             ORDER BY l.submitted_at, l.id LIMIT $2",
        )
        .bind::<Nullable<BigInt>, _>(after)
        .bind::<BigInt, _>(PAGE as i64 + 1)
        .load(conn)?;
        Ok(cut_page(rows, PAGE, |case: &Self| case.id.0))
    }

    /// How long it waits.
    pub fn age(&self) -> Option<Age> {
        self.submitted_at.map(Age::since)
    }
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = BigInt)]
    id: ListingId,
}

/// Takes the oldest free case behind `after`, or from the head of the queue when there is none behind.
/// Nobody gets a listing of a shop of their own, nor the case they just left.
pub fn next(tx: &mut Tx<'_>, staff: UserId, after: Option<ListingId>) -> QueryResult<Option<ListingId>> {
    for _ in 0..TRIES {
        let found = match (free(tx, staff, after, true)?, after) {
            (None, Some(_)) => free(tx, staff, after, false)?,
            (found, _) => found,
        };
        match found {
            None => return Ok(None),
            Some(listing) if lock(tx, staff, listing)? => return Ok(Some(listing)),
            Some(_) => {}
        }
    }
    Ok(None)
}

/// The oldest free case: behind `after`, or any but `after`.
fn free(tx: &mut Tx<'_>, staff: UserId, after: Option<ListingId>, behind: bool) -> QueryResult<Option<ListingId>> {
    diesel::sql_query(
        "SELECT l.id FROM listings l JOIN shops s ON s.id = l.shop_id
         WHERE l.state = 'pending_review' AND s.state = 'open'
           AND NOT EXISTS (SELECT 1 FROM review_locks r WHERE r.listing_id = l.id AND r.until > now() AND r.staff_id <> $1)
           AND NOT EXISTS (SELECT 1 FROM shop_members m WHERE m.shop_id = l.shop_id AND m.user_id = $1)
           AND ($2 IS NULL OR l.id <> $2)
           AND ($2 IS NULL OR NOT $3 OR (l.submitted_at, l.id) > (SELECT a.submitted_at, a.id FROM listings a WHERE a.id = $2))
         ORDER BY l.submitted_at, l.id LIMIT 1 FOR UPDATE OF l SKIP LOCKED",
    )
    .bind::<BigInt, _>(staff)
    .bind::<Nullable<BigInt>, _>(after)
    .bind::<diesel::sql_types::Bool, _>(behind)
    .get_result::<Found>(&mut **tx)
    .optional()
    .map(|found| found.map(|found| found.id))
}

/// Takes the case that is named.
pub fn take(tx: &mut Tx<'_>, staff: UserId, listing: ListingId) -> QueryResult<Said> {
    let shop: ShopId = listings::table.find(listing).select(listings::shop_id).first(&mut **tx)?;
    if is_own(tx, staff, shop)? {
        return Ok(Said::Own);
    }
    Ok(if lock(tx, staff, listing)? { Said::Done } else { Said::Taken })
}

/// Makes the case this moderator's for ten minutes, unless somebody else has it.
fn lock(tx: &mut Tx<'_>, staff: UserId, listing: ListingId) -> QueryResult<bool> {
    let locked = diesel::sql_query(
        "INSERT INTO review_locks (listing_id, staff_id, until) SELECT l.id, $2, now() + make_interval(mins => $3)
         FROM listings l WHERE l.id = $1 AND l.state = 'pending_review'
         ON CONFLICT (listing_id) DO UPDATE SET staff_id = excluded.staff_id, until = excluded.until
         WHERE review_locks.until <= now() OR review_locks.staff_id = excluded.staff_id",
    )
    .bind::<BigInt, _>(listing)
    .bind::<BigInt, _>(staff)
    .bind::<Integer, _>(LOCK_MINUTES)
    .execute(&mut **tx)?;
    Ok(locked == 1)
}

/// Gives a case back.
pub fn release(tx: &mut Tx<'_>, staff: UserId, listing: ListingId) -> QueryResult<()> {
    let own = review_locks::table.find(listing).filter(review_locks::staff_id.eq(staff));
    diesel::delete(own).execute(&mut **tx).map(drop)
}
