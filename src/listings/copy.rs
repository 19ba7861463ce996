//! A listing again, as a new draft.

use super::{Desk, Draft, Listing, ListingInput, draft};
use crate::catalog::Catalog;
use crate::db::Tx;
use crate::photos::{self, Taken};

/// Copies words, price and ways into a new draft; `photos` are the files of the old ones, taken in anew.
pub fn copy(tx: &mut Tx<'_>, desk: &Desk, photos: &[Taken], catalog: &Catalog) -> diesel::QueryResult<Draft> {
    let draft = draft(tx, &desk.shop, catalog)?;
    let (content, listing) = (desk.content.clone(), &desk.listing);
    let input = ListingInput {
        category: Some(content.category),
        title: Some(content.title),
        description: Some(content.description),
        brand: Some(content.brand),
        gtin: Some(content.gtin),
        lang: Some(content.lang),
        condition: Some(listing.condition),
        price: Some(listing.price),
        stock: Some(desk.stock.on_hand),
        city: Some(listing.city_id),
        ways: Some(listing.ways()),
        values: content.values.into_iter().map(|(attribute, value)| (attribute, Some(value))).collect(),
        tags: Some(content.tags),
    };
    let row = Listing::find(tx, draft.listing)?;
    input.save(tx, &row, catalog)?;
    photos::add(tx, draft.product, desk.shop.id, photos)?;
    Ok(draft)
}
