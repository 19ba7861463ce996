//! What the demo's moderator decided, and what people complained about.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Timestamptz};

use super::DemoError;
use super::goods::Good;
use super::people::People;
use crate::db::Tx;
use crate::kernel::{ListingId, ShopId, UserId};
use crate::listings::{Listing, ListingState};
use crate::moderation::{About, Complaint, Reason, ReportReason, Ruling, Said, decide, hide};

/// What becomes of a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// On sale.
    Approved,
    /// Still in the queue.
    Waits,
    /// Sent back.
    Rejected,
    /// Was on sale, was taken off.
    Removed,
    /// Was on sale, put aside by the seller.
    Paused,
    /// Never sent.
    Draft,
}

/// The moderator's part in it. Shops with a record publish without it.
pub fn rule(tx: &mut Tx<'_>, moderator: UserId, listing: ListingId, verdict: Verdict) -> Result<(), DemoError> {
    if Listing::find(tx, listing)?.state == ListingState::PendingReview && verdict != Verdict::Waits {
        let ruling = match verdict {
            Verdict::Rejected => Ruling::Reject(Reason::Photos, "На фото видно не всё: снимите, пожалуйста, и обратную сторону.".into()),
            _ => Ruling::Approve,
        };
        let seen = version(tx, listing)?;
        match decide(tx, moderator, listing, &ruling, seen)? {
            Said::Done => {}
            other => return Err(DemoError::Story(format!("listing {listing}: {other:?}"))),
        }
    }
    if verdict == Verdict::Removed {
        hide(tx, moderator, listing, (Reason::Duplicate, "Такое объявление у вас уже есть."))?;
    }
    Ok(())
}

#[derive(QueryableByName)]
struct Changed {
    #[diesel(sql_type = Timestamptz)]
    at: DateTime<Utc>,
}

/// The version of the words that a moderator would have before them.
fn version(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<i64> {
    let read = "SELECT greatest(p.updated_at, l.submitted_at) AS at FROM listings l JOIN products p ON p.id = l.product_id WHERE l.id = $1";
    let changed: Changed = diesel::sql_query(read).bind::<BigInt, _>(listing).get_result(&mut **tx)?;
    Ok(changed.at.timestamp_micros())
}

/// Two complaints wait for an answer.
pub fn complain(tx: &mut Tx<'_>, people: &People, goods: &[Good], shop: ShopId) -> Result<(), DemoError> {
    let active = goods.iter().filter(|good| good.state == ListingState::Active);
    let case = active.min_by_key(|good| good.price).ok_or_else(|| DemoError::Data("no goods".into()))?;
    let about_listing = Complaint {
        about: About::Listing(case.listing),
        reason: ReportReason::Wrong,
        text: "Пришло не то, что на фото: другой цвет и нет коробки.".into(),
    };
    let about_shop =
        Complaint {
            about: About::Shop(shop), reason: ReportReason::Contacts, text: "Екі рет сайттан тыс төлеуді сұрады.".into()
        };
    about_listing.file(tx, people.buyers[1].id)?;
    about_shop.file(tx, people.buyers[2].id)?;
    Ok(())
}
