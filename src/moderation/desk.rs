//! What waits for staff: one statement, on every page of theirs.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Timestamptz};

use super::age::Age;
use crate::kernel::UserId;

/// How much waits, and since when.
#[derive(Debug, Clone, QueryableByName)]
pub struct Desk {
    /// Listings in the queue.
    #[diesel(sql_type = BigInt)]
    pub waiting: i64,
    /// Since when the oldest waits.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub oldest: Option<DateTime<Utc>>,
    /// Open complaints.
    #[diesel(sql_type = BigInt)]
    pub reports: i64,
    /// Since when the oldest is open.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub oldest_report: Option<DateTime<Utc>>,
    /// Proposals about cards.
    #[diesel(sql_type = BigInt)]
    pub proposals: i64,
}

impl Desk {
    /// As it is now.
    pub fn read(conn: &mut PgConnection) -> QueryResult<Self> {
        diesel::sql_query(
            "SELECT q.n AS waiting, q.oldest, r.n AS reports, r.oldest AS oldest_report,
                    (SELECT count(*) FROM card_changes WHERE state = 'open') AS proposals
             FROM (SELECT count(*) AS n, min(l.submitted_at) AS oldest FROM listings l JOIN shops s ON s.id = l.shop_id
                   WHERE l.state = 'pending_review' AND s.state = 'open') q,
                  (SELECT count(*) AS n, min(created_at) AS oldest FROM reports WHERE state = 'open') r",
        )
        .get_result(conn)
    }

    /// The queue's length, for a badge.
    pub const fn cases(&self) -> i64 {
        self.waiting
    }

    /// The number of open complaints, for a badge.
    pub const fn complaints(&self) -> i64 {
        self.reports
    }

    /// The number of proposals, for a badge.
    pub const fn changes(&self) -> i64 {
        self.proposals
    }

    /// How long the oldest listing waits.
    pub fn age(&self) -> Option<Age> {
        self.oldest.map(Age::since)
    }

    /// How long the oldest complaint waits.
    pub fn report_age(&self) -> Option<Age> {
        self.oldest_report.map(Age::since)
    }
}

/// What this member of staff has decided in the last 24 hours.
pub fn decided_lately(conn: &mut PgConnection, staff: UserId) -> QueryResult<i64> {
    use crate::schema::listing_decisions as d;
    let lately = crate::kernel::now() - chrono::Duration::hours(24);
    d::table.filter(d::staff_id.eq(staff)).filter(d::at.gt(lately)).count().get_result(conn)
}
