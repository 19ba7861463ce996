//! What staff decided about listings: the last decision is what the seller reads.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Reason;
use crate::db::Tx;
use crate::kernel::{ListingId, ShopId, UserId, text_enum};
use crate::schema::{listing_decisions, listings, products, users};

text_enum! {
    /// What was decided.
    pub enum Verdict {
        /// On sale.
        Approved = "approved",
        /// Sent back to the seller.
        Rejected = "rejected",
        /// Taken off the site.
        Removed = "removed",
        /// Back into the queue.
        Restored = "restored",
    }
}

impl Verdict {
    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Approved => "moderation-verdict-approved",
            Self::Rejected => "moderation-verdict-rejected",
            Self::Removed => "moderation-verdict-removed",
            Self::Restored => "moderation-verdict-restored",
        }
    }
}

/// One decision, as lists show it.
#[derive(Debug, Clone, Queryable)]
pub struct Decision {
    /// About which listing.
    pub listing: ListingId,
    /// Its title.
    pub title: String,
    /// What.
    pub verdict: Verdict,
    reason: String,
    /// What was said to the seller.
    pub note: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub staff: String,
}

impl Decision {
    /// Writes a decision.
    pub fn write(tx: &mut Tx<'_>, staff: UserId, listing: ListingId, verdict: Verdict, why: Option<(Reason, &str)>) -> QueryResult<()> {
        use listing_decisions as d;
        let (reason, field, note) = why.map_or(("", "", ""), |(reason, note)| (reason.as_str(), reason.field(), note));
        diesel::insert_into(d::table)
            .values((
                d::listing_id.eq(listing),
                d::staff_id.eq(staff),
                d::verdict.eq(verdict),
                d::reason.eq(reason),
                d::field.eq(field),
                d::note.eq(note),
            ))
            .execute(&mut **tx)
            .map(drop)
    }

    /// The last decisions about a shop's listings, newest first.
    pub fn of_shop(conn: &mut PgConnection, shop: ShopId) -> QueryResult<Vec<Self>> {
        use listing_decisions as d;
        d::table
            .inner_join(listings::table.inner_join(products::table))
            .inner_join(users::table)
            .filter(listings::shop_id.eq(shop))
            .select((d::listing_id, products::title, d::verdict, d::reason, d::note, d::at, users::name))
            .order(d::id.desc())
            .limit(10)
            .load(conn)
    }

    /// The last one about a listing: why it was sent back or taken off.
    pub fn last(conn: &mut PgConnection, listing: ListingId, verdict: Verdict) -> QueryResult<Option<(Option<Reason>, String)>> {
        use listing_decisions as d;
        let found: Option<(String, String)> = d::table
            .filter(d::listing_id.eq(listing))
            .filter(d::verdict.eq(verdict))
            .select((d::reason, d::note))
            .order(d::id.desc())
            .first(conn)
            .optional()?;
        Ok(found.map(|(reason, note)| (reason.parse().ok(), note)))
    }

    /// The message key of the reason, if one was given.
    pub fn reason(&self) -> Option<&'static str> {
        self.reason.parse().ok().map(Reason::key)
    }
}
