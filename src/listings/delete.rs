//! A draft that was never on sale goes without a trace.

use diesel::prelude::*;

use super::{Listing, ListingState};
use crate::db::Tx;
use crate::kernel::ShopId;
use crate::photos;
use crate::schema::{listings, products};

/// Deletes a draft, with its card and photos where they are its own. False when it is no draft, or was on sale before: orders may remember it.
pub fn delete_draft(tx: &mut Tx<'_>, listing: &Listing) -> QueryResult<bool> {
    if listing.state != ListingState::Draft || listing.published_at.is_some() {
        return Ok(false);
    }
    let card = products::table.find(listing.product_id);
    let own = card.select(products::owner_shop_id).for_update().first::<Option<ShopId>>(&mut **tx)? == Some(listing.shop_id);
    diesel::delete(listings::table.find(listing.id)).execute(&mut **tx)?;
    if own {
        photos::drop_of_product(tx, listing.product_id)?;
        diesel::delete(card).execute(&mut **tx)?;
    }
    Ok(true)
}
