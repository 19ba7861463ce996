//! A new listing begins as a draft.

use diesel::prelude::*;

use crate::catalog::Catalog;
use crate::db::Tx;
use crate::kernel::{CategoryId, ListingId, ProductId};
use crate::schema::{listing_views, listings, product_texts, products, stocks};
use crate::shops::{Shop, Terms, Way};

/// A draft's two halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draft {
    /// The offer.
    pub listing: ListingId,
    /// Its card, private to the shop.
    pub product: ProductId,
}

/// Begins a draft: in the shop's town and language, with every way the shop offers. It stands in the first group until a category is chosen.
pub fn draft(tx: &mut Tx<'_>, shop: &Shop, catalog: &Catalog) -> QueryResult<Draft> {
    let category = catalog.groups().next().map(|group| group.id).ok_or(diesel::result::Error::NotFound)?;
    let product = diesel::insert_into(products::table)
        .values((
            products::category_id.eq(category),
            products::owner_shop_id.eq(shop.id),
            products::title.eq(""),
            products::lang.eq(shop.lang),
        ))
        .returning(products::id)
        .get_result(&mut **tx)?;
    let text = (product_texts::product_id.eq(product), product_texts::description.eq(""));
    diesel::insert_into(product_texts::table).values(text).execute(&mut **tx)?;
    let listing = offer(tx, shop, product, category)?.ok_or(diesel::result::Error::NotFound)?;
    Ok(Draft { listing, product })
}

/// The shop's offer of a card, still a draft; nothing when the shop has one already.
pub(super) fn offer(tx: &mut Tx<'_>, shop: &Shop, product: ProductId, category: CategoryId) -> QueryResult<Option<ListingId>> {
    let Some(listing) = insert(tx, shop, product, category)? else { return Ok(None) };
    diesel::insert_into(stocks::table).values((stocks::listing_id.eq(listing), stocks::on_hand.eq(1))).execute(&mut **tx)?;
    diesel::insert_into(listing_views::table).values(listing_views::listing_id.eq(listing)).execute(&mut **tx)?;
    Ok(Some(listing))
}

fn insert(tx: &mut Tx<'_>, shop: &Shop, product: ProductId, category: CategoryId) -> QueryResult<Option<ListingId>> {
    let terms = Terms::of_shops(tx, &[shop.id])?;
    let offers = |way: Way| terms.iter().any(|terms| terms.way == way);
    diesel::insert_into(listings::table)
        .values((
            listings::product_id.eq(product),
            listings::shop_id.eq(shop.id),
            listings::category_id.eq(category),
            listings::city_id.eq(shop.city_id),
            listings::by_courier.eq(offers(Way::Courier)),
            listings::by_pickup.eq(offers(Way::Pickup)),
            listings::by_post.eq(offers(Way::Post)),
        ))
        .on_conflict((listings::product_id, listings::shop_id))
        .do_nothing()
        .returning(listings::id)
        .get_result(&mut **tx)
        .optional()
}
