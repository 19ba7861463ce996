//! A moderator's verdict on a case: listing, decision, act, news and record in one transaction.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, Text, Timestamptz};

use super::decision::{Decision, Verdict};
use super::{ActKind, Reason, Subject, card, queue, record, trust};
use crate::db::Tx;
use crate::events::{self, Event};
use crate::kernel::{ListingId, ShopId, UserId};
use crate::listings::{self, ListingState, Shared};
use crate::shops::ShopState;

/// What the moderator says.
#[derive(Debug, Clone)]
pub enum Ruling {
    /// On sale.
    Approve,
    /// Back to the seller.
    Reject(Reason, String),
    /// Somebody else shall look.
    Skip,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Done.
    Done,
    /// Somebody was quicker, or the seller took it back.
    Already,
    /// The seller changed it since the page was shown.
    Changed,
    /// Another moderator has the case.
    Taken,
    /// Nobody judges their own goods.
    Own,
    /// The shop is stopped.
    ShopStopped,
    /// Without a price nothing goes on sale.
    Unpriced,
    /// It stands on another shop's card, and there is a shared one of the same thing.
    CardTaken,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    state: ListingState,
    #[diesel(sql_type = BigInt)]
    shop: ShopId,
    #[diesel(sql_type = Text)]
    shop_state: ShopState,
    #[diesel(sql_type = Timestamptz)]
    changed_at: DateTime<Utc>,
    #[diesel(sql_type = Nullable<BigInt>)]
    holder: Option<UserId>,
    #[diesel(sql_type = Bool)]
    own: bool,
}

/// The case, locked with its shop: a shop that is being stopped waits for this, and this for that.
fn look(tx: &mut Tx<'_>, staff: UserId, listing: ListingId) -> QueryResult<Row> {
    diesel::sql_query("SELECT 1 FROM shops WHERE id = (SELECT shop_id FROM listings WHERE id = $1) FOR NO KEY UPDATE")
        .bind::<BigInt, _>(listing)
        .execute(&mut **tx)?;
    diesel::sql_query(
        "SELECT l.state, l.shop_id AS shop, s.state AS shop_state, greatest(p.updated_at, l.submitted_at) AS changed_at,
                (SELECT r.staff_id FROM review_locks r WHERE r.listing_id = l.id AND r.until > now()) AS holder,
                EXISTS (SELECT 1 FROM shop_members m WHERE m.shop_id = l.shop_id AND m.user_id = $2) AS own
         FROM listings l JOIN shops s ON s.id = l.shop_id JOIN products p ON p.id = l.product_id WHERE l.id = $1 FOR UPDATE OF l",
    )
    .bind::<BigInt, _>(listing)
    .bind::<BigInt, _>(staff)
    .get_result(&mut **tx)
}

/// Decides a case. `seen` is the version of the text that the moderator had before them.
pub fn decide(tx: &mut Tx<'_>, staff: UserId, listing: ListingId, ruling: &Ruling, seen: i64) -> QueryResult<Said> {
    let row = look(tx, staff, listing)?;
    let hindrance = hindrance(&row, staff, seen).filter(|said| *said == Said::Own || !matches!(ruling, Ruling::Skip));
    if let Some(hindrance) = hindrance {
        return Ok(hindrance);
    }
    if matches!(ruling, Ruling::Approve) && matches!(card::share_borrowed(tx, staff, listing)?, Shared::Taken(_) | Shared::Used) {
        return Ok(Said::CardTaken);
    }
    match ruling {
        Ruling::Approve if !approve(tx, staff, listing)? => return Ok(Said::Unpriced),
        Ruling::Approve => trust::earn(tx, row.shop)?,
        Ruling::Reject(reason, note) => reject(tx, staff, listing, (*reason, note))?,
        Ruling::Skip => {}
    }
    queue::release(tx, staff, listing)?;
    Ok(Said::Done)
}

fn hindrance(row: &Row, staff: UserId, seen: i64) -> Option<Said> {
    match row {
        Row { own: true, .. } => Some(Said::Own),
        Row { holder: Some(holder), .. } if *holder != staff => Some(Said::Taken),
        Row { state, .. } if *state != ListingState::PendingReview => Some(Said::Already),
        Row { shop_state, .. } if *shop_state != ShopState::Open => Some(Said::ShopStopped),
        Row { changed_at, .. } if changed_at.timestamp_micros() != seen => Some(Said::Changed),
        _ => None,
    }
}

fn approve(tx: &mut Tx<'_>, staff: UserId, listing: ListingId) -> QueryResult<bool> {
    tx.acting(Some(staff), "approved")?;
    if !listings::approve(tx, listing)? {
        return Ok(false);
    }
    Decision::write(tx, staff, listing, Verdict::Approved, None)?;
    record(tx, Some(staff), ActKind::Approve, Subject::Listing(listing), "")?;
    events::publish(tx, &Event::ListingApproved { listing })?;
    Ok(true)
}

fn reject(tx: &mut Tx<'_>, staff: UserId, listing: ListingId, why: (Reason, &str)) -> QueryResult<()> {
    tx.acting(Some(staff), why.0.as_str())?;
    listings::send_back(tx, listing)?;
    Decision::write(tx, staff, listing, Verdict::Rejected, Some(why))?;
    record(tx, Some(staff), ActKind::Reject, Subject::Listing(listing), &said(why))?;
    events::publish(tx, &Event::ListingRejected { listing })
}

/// The reason's word and the note, for the log.
pub(super) fn said((reason, note): (Reason, &str)) -> String {
    [reason.as_str(), note].iter().filter(|text| !text.is_empty()).copied().collect::<Vec<_>>().join(": ")
}
