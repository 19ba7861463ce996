//! Ratings: who may give them, what they add up to, where they are shown and how goods are found by them.

mod finding;
mod rating;
mod shown;

use crate::buying::{code, newest, order_by, press, put};
use crate::support::{Goods, House, Page, Person, Seller};

/// A buyer orders one of each and fetches it; gives the number of the order.
pub async fn received(house: &House, seller: &Seller, buyer: &Person, goods: &[&Goods]) -> String {
    for one in goods {
        put(buyer, one, 1).await;
    }
    order_by(buyer, seller, "pickup", "").await;
    let number = newest(house);
    press(seller, &number, "accept", &[]).await.expect(200);
    press(seller, &number, "ready", &[]).await.expect(200);
    press(seller, &number, "issue", &[("code", &code(house, &number))]).await.expect(200);
    number
}

/// Where an order is rated.
pub fn address(number: &str) -> String {
    format!("/orders/{number}/review")
}

/// The names of the fields of an order's lines, in their order.
fn fields(house: &House, number: &str) -> Vec<String> {
    house.texts_of(&format!(
        "SELECT 'rating[' || i.id || ']' AS t FROM order_items i JOIN orders o ON o.id = i.order_id WHERE o.number = '{number}' ORDER BY i.id"
    ))
}

/// The buyer gives stars to each line of an order and to its shop, through the page.
async fn rate(house: &House, buyer: &Person, number: &str, goods: &[i64], shop: i64) -> Page {
    let page = buyer.at.get(&address(number)).await.expect(200);
    let mut fill: Vec<(String, String)> = fields(house, number).into_iter().zip(goods.iter().map(ToString::to_string)).collect();
    fill.push(("rating_shop".into(), shop.to_string()));
    let fill: Vec<(&str, &str)> = fill.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    buyer.at.send(&page, &form(number), &fill).await
}

/// The form on the page.
fn form(number: &str) -> String {
    format!("form[action*='{number}/review']")
}

/// Sum of stars and number of ratings that stand beside a product.
pub fn sums(house: &House, goods: &Goods) -> String {
    house.text(&format!("SELECT stars_sum || '/' || reviews AS t FROM products WHERE id = {}", goods.product))
}

/// The same of a shop.
pub fn shop_sums(house: &House, seller: &Seller) -> String {
    house.text(&format!("SELECT stars_sum || '/' || reviews AS t FROM shops WHERE id = {}", seller.shop))
}

/// Stars past the doors, for tests of what follows from them.
fn starred(house: &House, goods: &Goods, stars: i64, reviews: i64) {
    house.sql(&format!("UPDATE products SET stars_sum = {stars}, reviews = {reviews} WHERE id = {}", goods.product));
}
