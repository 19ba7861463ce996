//! "Sell yours": a shop offers what has a card already, and fills in only its offer.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::draft::offer;
use super::{Condition, ListingState};
use crate::db::Tx;
use crate::kernel::{CategoryId, Gtin, ListingId, ProductId, ShopId};
use crate::schema::{listings, products};
use crate::shops::Shop;

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picked {
    /// A new draft on that card.
    Draft(ListingId),
    /// The shop sells it already.
    Already(ListingId),
    /// The card is a shop's own and stays so.
    Private,
}

type Row = (Option<ShopId>, CategoryId, Option<Gtin>, Option<ProductId>);

/// Begins a shop's offer of a card: a shared one, or another shop's that has a number, is new and on sale. An unknown card is not found.
pub fn pick(tx: &mut Tx<'_>, shop: &Shop, product: ProductId) -> QueryResult<Picked> {
    let columns = (products::owner_shop_id, products::category_id, products::gtin, products::merged_into);
    let (owner, category, gtin, merged): Row = products::table.find(product).select(columns).for_no_key_update().first(&mut **tx)?;
    if let Some(into) = merged {
        return pick(tx, shop, into);
    }
    let own = listings::table.filter(listings::product_id.eq(product)).filter(listings::shop_id.eq(shop.id)).select(listings::id);
    if let Some(listing) = own.first(&mut **tx).optional()? {
        return Ok(Picked::Already(listing));
    }
    if owner.is_some() && (gtin.is_none() || !is_sold_new(tx, product)?) {
        return Ok(Picked::Private);
    }
    match offer(tx, shop, product, category)? {
        Some(listing) => Ok(Picked::Draft(listing)),
        None => own.first(&mut **tx).map(Picked::Already),
    }
}

fn is_sold_new(tx: &mut Tx<'_>, product: ProductId) -> QueryResult<bool> {
    let offers = listings::table.filter(listings::product_id.eq(product)).filter(listings::condition.eq(Condition::New));
    diesel::select(exists(offers.filter(listings::state.eq(ListingState::Active)))).get_result(&mut **tx)
}
