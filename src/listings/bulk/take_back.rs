//! Drafts that were put on sale by mistake become drafts again.

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Text};

use super::super::{ListingState, Stock};
use crate::db::Tx;
use crate::kernel::{ListingId, PhotoId, ProductId, ShopId};
use crate::photos;
use crate::schema::{listings, order_items, products};

/// Of a shop's listings those that are on sale, or wait for moderators, become drafts; those that somebody has ordered, and those that their shop or
/// staff put elsewhere since, stay.
pub fn take_back_many(tx: &mut Tx<'_>, shop: ShopId, ids: &[ListingId]) -> QueryResult<()> {
    use ListingState::{Active, Archived, Draft, PendingReview};
    // first the stock, as buyers take it: nobody orders what goes off sale meanwhile
    Stock::lock_own(tx, shop, ids)?;
    let ordered = order_items::table.filter(order_items::listing_id.eq(listings::id));
    let own = listings::table.filter(listings::shop_id.eq(shop)).filter(listings::id.eq_any(ids));
    let out = own.filter(listings::state.eq_any([Active, PendingReview])).filter(diesel::dsl::not(diesel::dsl::exists(ordered)));
    let out: Vec<ListingId> = out.select(listings::id).order(listings::id).for_update().load(&mut **tx)?;
    let these = || listings::table.filter(listings::id.eq_any(&out));
    // what is on sale goes by way of the archive: so the steps are
    diesel::update(these().filter(listings::state.eq(Active))).set(listings::state.eq(Archived)).execute(&mut **tx)?;
    let draft = (listings::state.eq(Draft), listings::published_at.eq(None::<chrono::DateTime<chrono::Utc>>));
    diesel::update(these()).set(draft).execute(&mut **tx).map(drop)
}

/// A shop's own numbers of these listings go again, where they are still the same.
pub fn unnumber_many(tx: &mut Tx<'_>, shop: ShopId, numbers: &[(ListingId, &str)]) -> QueryResult<()> {
    let (ids, skus): (Vec<ListingId>, Vec<&str>) = numbers.iter().copied().unzip();
    diesel::sql_query(
        "UPDATE listings l SET sku = NULL FROM unnest($2, $3) AS had (id, sku) WHERE l.id = had.id AND l.shop_id = $1 AND l.sku = had.sku",
    )
    .bind::<BigInt, _>(shop)
    .bind::<Array<BigInt>, _>(ids)
    .bind::<Array<Text>, _>(skus)
    .execute(&mut **tx)
    .map(drop)
}

/// Takes photos off a draft's card again; what buyers see keeps them.
pub fn undress(tx: &mut Tx<'_>, shop: ShopId, listing: ListingId, photos: &[PhotoId]) -> QueryResult<()> {
    let own = listings::table.inner_join(products::table).filter(products::owner_shop_id.eq(shop));
    let draft = own.filter(listings::id.eq(listing)).filter(listings::state.eq(ListingState::Draft)).select(products::id);
    let Some(card) = draft.first::<ProductId>(&mut **tx).optional()? else { return Ok(()) };
    photos.iter().try_for_each(|photo| photos::remove(tx, card, *photo))?;
    diesel::update(products::table.find(card)).set(products::updated_at.eq(diesel::dsl::now)).execute(&mut **tx).map(drop)
}
