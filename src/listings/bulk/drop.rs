//! Listings that were made by mistake go again.

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt};

use super::super::{Listing, ListingState, delete_draft};
use crate::db::Tx;
use crate::kernel::{ListingId, ShopId};
use crate::schema::listings;

/// Deletes those that were never on sale; puts the others into the archive, but for those that somebody has ordered. Their own numbers become free.
pub fn drop_many(tx: &mut Tx<'_>, shop: ShopId, ids: &[ListingId]) -> QueryResult<()> {
    let own = listings::table.filter(listings::shop_id.eq(shop)).filter(listings::id.eq_any(ids));
    let all: Vec<Listing> = own.select(Listing::as_select()).order(listings::id).for_update().load(&mut **tx)?;
    for listing in all.iter().filter(|listing| listing.state == ListingState::Draft) {
        delete_draft(tx, listing)?;
    }
    diesel::sql_query(
        "UPDATE listings l SET state = 'archived', sku = NULL
         WHERE l.shop_id = $1 AND l.id = ANY($2) AND l.state NOT IN ('archived', 'removed')
           AND NOT EXISTS (SELECT FROM order_items i WHERE i.listing_id = l.id)",
    )
    .bind::<BigInt, _>(shop)
    .bind::<Array<BigInt>, _>(ids)
    .execute(&mut **tx)
    .map(drop)
}
