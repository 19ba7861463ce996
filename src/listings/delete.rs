//! A draft that was never on sale goes without a trace.

use diesel::prelude::*;

use super::{Listing, ListingState};
use crate::db::Tx;
use crate::photos;
use crate::schema::{listings, products};

/// Deletes a draft with its card and photos. False when it is no draft, or was on sale before: orders may remember it.
pub fn delete_draft(tx: &mut Tx<'_>, listing: &Listing) -> QueryResult<bool> {
    if listing.state != ListingState::Draft || listing.published_at.is_some() {
        return Ok(false);
    }
    photos::drop_of_product(tx, listing.product_id)?;
    diesel::delete(listings::table.find(listing.id)).execute(&mut **tx)?;
    diesel::delete(products::table.find(listing.product_id)).execute(&mut **tx)?;
    Ok(true)
}
