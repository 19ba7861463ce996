//! From rows to cards: with the town's name, and with what the visitor did with the goods already.

use super::{CardRow, ListingCard};
use crate::catalog::Catalog;
use crate::i18n::Names;
use crate::kernel::{CityId, today};
use crate::web::Marks;

/// Cards of rows; a town that the shelf does not know yet is left without a name.
pub fn cards(catalog: &Catalog, rows: Vec<CardRow>) -> Vec<ListingCard> {
    let city = |row: &CardRow| catalog.city(row.6).map_or_else(|| Names::new("", "", ""), |city| city.names.clone());
    rows.into_iter().map(|row| (city(&row), row)).map(|(city, row)| ListingCard::of(row, city)).collect()
}

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
