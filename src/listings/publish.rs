//! The seller says: on sale.

use chrono::{DateTime, Duration, Utc};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Timestamptz};

use super::decision::Verdict;
use super::review;
use super::{Listing, ListingState};
use crate::db::Tx;
use crate::kernel::{ListingId, Money, ShopId, UserId, now};
use crate::schema::{listings, products, shops};

/// So long a listing is on sale before its seller has to renew it.
pub const LIFETIME_DAYS: i64 = 60;

/// Publishes a draft, on sale at once where the shop has a record; else, and after it was sent back, a moderator looks first.
/// Whether it is complete is the caller's question; without a price it stays where it is. Tells the state it is in now.
pub fn publish(tx: &mut Tx<'_>, listing: ListingId, actor: Option<UserId>) -> QueryResult<ListingState> {
    use ListingState::{Active, Draft, PendingReview, Rejected};
    tx.acting(actor, "")?;
    let listing = Listing::find(tx, listing)?;
    if !matches!(listing.state, Draft | Rejected) || listing.price == Money::ZERO {
        return Ok(listing.state);
    }
    // What was sent back is looked at again, whoever sells it; and so is an offer on another shop's card, which becomes everybody's by it.
    let trusted: bool = shops::table.find(listing.shop_id).select(shops::trusted_at.is_not_null()).first(&mut **tx)?;
    let owner: Option<ShopId> = products::table.find(listing.product_id).select(products::owner_shop_id).first(&mut **tx)?;
    let borrowed = owner.is_some_and(|owner| owner != listing.shop_id);
    let again = Verdict::looks_again(tx, listing.id)?;
    if trusted && !borrowed && !again && put_on_sale(tx, listing.id, &[Draft])? {
        return Ok(Active);
    }
    review::submit(tx, listing.id)?;
    Ok(PendingReview)
}

/// Puts a listing with a price on sale, if it is in one of these states. One whose time was over begins anew; others keep their first day.
pub(super) fn put_on_sale(tx: &mut Tx<'_>, listing: ListingId, from: &[ListingState]) -> QueryResult<bool> {
    Ok(put_all(tx, &[listing], from)? > 0)
}

/// Puts drafts with a price on sale.
pub(super) fn put_many_on_sale(tx: &mut Tx<'_>, drafts: &[ListingId]) -> QueryResult<()> {
    put_all(tx, drafts, &[ListingState::Draft]).map(drop)
}

fn put_all(tx: &mut Tx<'_>, listings: &[ListingId], from: &[ListingState]) -> QueryResult<usize> {
    let until: DateTime<Utc> = now() + Duration::days(LIFETIME_DAYS);
    let first = sql::<Nullable<Timestamptz>>("CASE WHEN state = 'expired' THEN now() ELSE coalesce(published_at, now()) END");
    let there = listings::table.filter(listings::id.eq_any(listings)).filter(listings::state.eq_any(from));
    let on_sale = (listings::state.eq(ListingState::Active), listings::published_at.eq(first), listings::expires_at.eq(until));
    diesel::update(there.filter(listings::price.gt(Money::ZERO))).set(on_sale).execute(&mut **tx)
}
