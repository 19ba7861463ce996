//! Ending a complaint: it was right, or it was not.

use diesel::prelude::*;

use super::own::is_own;
use super::{ActKind, Said, Subject, record};
use crate::db::Tx;
use crate::kernel::{ListingId, ReportId, ShopId, UserId, now};
use crate::schema::{listings, reports};

/// Ends a complaint, unless it is about a shop of the decider's own.
pub fn settle(tx: &mut Tx<'_>, staff: UserId, report: ReportId, upheld: bool, note: &str) -> QueryResult<Said> {
    let columns = (reports::shop_id, listings::shop_id.nullable());
    let (shop, seller): (Option<ShopId>, Option<ShopId>) =
        reports::table.left_join(listings::table).filter(reports::id.eq(report)).select(columns).first(&mut **tx)?;
    if let Some(shop) = shop.or(seller)
        && is_own(tx, staff, shop)?
    {
        return Ok(Said::Own);
    }
    let (state, kind) = if upheld { ("upheld", ActKind::Uphold) } else { ("dismissed", ActKind::Dismiss) };
    let open = reports::table.find(report).filter(reports::state.eq("open"));
    let ended = diesel::update(open)
        .set((reports::state.eq(state), reports::decided_by.eq(staff), reports::decided_at.eq(now())))
        .execute(&mut **tx)?;
    if ended != 1 {
        return Ok(Said::Already);
    }
    record(tx, Some(staff), kind, Subject::Report(report), note)?;
    Ok(Said::Done)
}

/// The listing was taken off: all open complaints about it were right.
pub fn uphold_all(tx: &mut Tx<'_>, staff: UserId, listing: ListingId) -> QueryResult<()> {
    let open = reports::table.filter(reports::listing_id.eq(listing)).filter(reports::state.eq("open"));
    diesel::update(open)
        .set((reports::state.eq("upheld"), reports::decided_by.eq(staff), reports::decided_at.eq(now())))
        .execute(&mut **tx)
        .map(drop)
}
