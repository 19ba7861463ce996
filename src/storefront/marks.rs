//! Writes onto cards what the visitor did with the goods already.

use crate::catalog::Catalog;
use crate::kernel::{CityId, today};
use crate::listings::ListingCard;
use crate::web::Marks;

/// In the cart, with a heart, side by side.
pub fn mark<'a>(cards: impl Iterator<Item = &'a mut ListingCard>, marks: &Marks) {
    for card in cards {
        card.in_cart = marks.in_cart(card.listing_id);
        card.favorite = marks.is_favorite(card.product_id);
        card.compared = marks.is_compared(card.product_id);
    }
}

/// Says on cards when each can be had in the visitor's town; while nobody knows the town, they say where they are sold.
pub fn promise<'a>(cards: impl Iterator<Item = &'a mut ListingCard>, catalog: &Catalog, town: Option<CityId>) {
    let Some(town) = town else { return };
    for card in cards {
        card.promise(today(), catalog.road_days(card.city_id, town), card.city_id == town);
    }
}
