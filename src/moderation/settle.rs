//! Ending a complaint: it was right, or it was not.

use diesel::prelude::*;

use super::{ActKind, Subject, record};
use crate::db::Tx;
use crate::kernel::{ListingId, ReportId, UserId, now};
use crate::schema::reports;

/// Ends a complaint. False when it had ended before.
pub fn settle(tx: &mut Tx<'_>, staff: UserId, report: ReportId, upheld: bool, note: &str) -> QueryResult<bool> {
    let (state, kind) = if upheld { ("upheld", ActKind::Uphold) } else { ("dismissed", ActKind::Dismiss) };
    let open = reports::table.find(report).filter(reports::state.eq("open"));
    let ended = diesel::update(open)
        .set((reports::state.eq(state), reports::decided_by.eq(staff), reports::decided_at.eq(now())))
        .execute(&mut **tx)?;
    if ended == 1 {
        record(tx, Some(staff), kind, Subject::Report(report), note)?;
    }
    Ok(ended == 1)
}

/// The listing was taken off: all open complaints about it were right.
pub fn uphold_all(tx: &mut Tx<'_>, staff: UserId, listing: ListingId) -> QueryResult<()> {
    let open = reports::table.filter(reports::listing_id.eq(listing)).filter(reports::state.eq("open"));
    diesel::update(open)
        .set((reports::state.eq("upheld"), reports::decided_by.eq(staff), reports::decided_at.eq(now())))
        .execute(&mut **tx)
        .map(drop)
}
