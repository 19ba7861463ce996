//! Time: stored in UTC, shown in Kazakhstan's one zone (UTC+5 since March 2024).

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};

/// Kazakhstan's offset.
pub const KZ: FixedOffset = FixedOffset::east_opt(5 * 3600).expect("five hours are within a day");

/// This moment.
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// The moment on Kazakhstan's clocks.
pub fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&KZ).naive_local()
}

/// Today in Kazakhstan.
pub fn today() -> NaiveDate {
    local(now()).date()
}
