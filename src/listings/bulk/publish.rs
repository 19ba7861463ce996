//! Drafts that are complete go on sale, or before the moderators: the same steps that [`publish`](super::super::publish) takes with one.

use diesel::prelude::*;

use super::super::publish::put_many_on_sale;
use super::super::{ListingState, review};
use crate::db::Tx;
use crate::kernel::{ListingId, Money};
use crate::schema::listings;
use crate::shops::Shop;

/// Publishes a shop's drafts on cards of its own or shared ones; whether they are complete is the caller's question.
pub fn publish_many(tx: &mut Tx<'_>, shop: &Shop, drafts: &[ListingId]) -> QueryResult<()> {
    if drafts.is_empty() {
        return Ok(());
    }
    if shop.trusted_at.is_some() {
        return put_many_on_sale(tx, drafts);
    }
    let own = listings::table.filter(listings::shop_id.eq(shop.id)).filter(listings::id.eq_any(drafts));
    let ready = own.filter(listings::state.eq(ListingState::Draft)).filter(listings::price.gt(Money::ZERO));
    let ready: Vec<ListingId> = ready.select(listings::id).order(listings::id).load(&mut **tx)?;
    review::submit_many(tx, &ready)
}
