//! Writes onto cards what the visitor did with the goods already.

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
