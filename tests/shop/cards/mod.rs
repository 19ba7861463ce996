//! Cards that several shops sell on: picking, sharing, merging, offers, prices, variants, proposals, towns.

mod offers;
mod picked;
mod prices;
mod proposals;
mod sharing;
mod town;
mod variants;

use crate::selling::files;
use crate::support::{Goods, House, Page, Seller};

/// A right number under the bars.
const GTIN: &str = "4006381333931";

/// Puts a number on a card.
fn number(house: &House, goods: &Goods) {
    house.sql(&format!("UPDATE products SET gtin = '0{GTIN}' WHERE id = {}", goods.product));
}

/// Makes a card everybody's, past the doors.
pub fn shared(house: &House, goods: &Goods) {
    house.sql(&format!("UPDATE products SET owner_shop_id = NULL, shared_at = now() WHERE id = {}", goods.product));
}

/// Another shop's offer of a shared card, past the doors.
pub fn offer(house: &House, seller: &Seller, goods: &Goods, tenge: i64, stock: i32) -> i64 {
    let listing = house.count(&format!(
        "INSERT INTO listings (product_id, shop_id, category_id, price, city_id, by_courier, by_pickup, by_post, state, published_at, expires_at)
         SELECT product_id, {}, category_id, {}, city_id, true, true, true, 'active', now(), now() + interval '60 days' FROM listings WHERE id = {}
         RETURNING id AS n",
        seller.shop,
        tenge * 100,
        goods.listing
    ));
    house.sql(&format!("INSERT INTO stocks (listing_id, on_hand) VALUES ({listing}, {stock})"));
    listing
}

/// Fills in an offer on somebody's card and presses "publish".
async fn publish(seller: &Seller, page: &Page, price: &str) -> Page {
    files::send(&seller.person.at, page, &[("price", price), ("quantity", "3"), ("way", "courier"), ("do", "publish")], &[]).await
}
