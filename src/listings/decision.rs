//! Why a listing came back: the moderators' last word, in the seller's language.

use diesel::prelude::*;

use crate::kernel::ListingId;
use crate::schema::listing_decisions;

/// What the seller reads.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = listing_decisions, check_for_backend(diesel::pg::Pg))]
pub struct Verdict {
    /// The form's field concerned; empty for the whole.
    pub field: String,
    reason: String,
    /// The moderator's own words.
    pub note: String,
}

impl Verdict {
    /// The last decision that sent a listing back or took it off.
    pub fn of_listing(conn: &mut PgConnection, listing: ListingId) -> QueryResult<Option<Self>> {
        use listing_decisions as d;
        let last = d::table.filter(d::listing_id.eq(listing)).filter(d::verdict.eq_any(["rejected", "removed"]));
        last.order(d::id.desc()).select(Self::as_select()).first(conn).optional()
    }

    /// Whether staff's last word was not a yes: they look again before it is on sale, whatever happened to it between.
    pub fn looks_again(conn: &mut PgConnection, listing: ListingId) -> QueryResult<bool> {
        use listing_decisions as d;
        let last = d::table.filter(d::listing_id.eq(listing)).order(d::id.desc()).select(d::verdict);
        let last: Option<String> = last.first(conn).optional()?;
        Ok(last.is_some_and(|verdict| verdict != "approved"))
    }

    /// The message key of what is wrong and what to do; moderation keeps the words.
    pub fn advice(&self) -> Option<&'static str> {
        Some(match self.reason.as_str() {
            "contacts" => "moderation-advice-contacts",
            "payment" => "moderation-advice-payment",
            "photos" => "moderation-advice-photos",
            "title" => "moderation-advice-title",
            "description" => "moderation-advice-description",
            "category" => "moderation-advice-category",
            "price" => "moderation-advice-price",
            "duplicate" => "moderation-advice-duplicate",
            "prohibited" => "moderation-advice-prohibited",
            _ => return None,
        })
    }
}
