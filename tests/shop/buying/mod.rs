//! Buying: cart, checkout, orders of buyers and of shops, races.

mod cart;
mod checkout;
mod orders;
mod races;
mod thread;

use crate::support::{Goods, House, Page, Person, Seller};

/// What a new address is filled with.
pub const ADDRESS: [(&str, &str); 5] =
    [("street", "Абая"), ("house", "52"), ("flat", "14"), ("name", "Айгерим Сеитова"), ("phone", "8 701 123 45 67")];

/// Puts goods into a buyer's cart.
pub async fn put(buyer: &Person, goods: &Goods, quantity: i32) {
    let fields = [("listing", goods.listing.to_string()), ("quantity", quantity.to_string()), ("back", "/cart".to_owned())];
    buyer.at.post("/cart/items", &fields).await.expect(200);
}

/// Orders what lies in the cart, in the way asked for, and gives the purchase's page.
pub async fn order_by(buyer: &Person, seller: &Seller, way: &str, prefix: &str) -> Page {
    let page = buyer.at.get(&format!("{prefix}/checkout")).await.expect(200);
    let delivery = format!("delivery[{}]", seller.shop);
    // who bought before has an address
    let new = page.attr("input[name=address][checked]", "value") == "new";
    let mut fill = if new { ADDRESS.to_vec() } else { ADDRESS[3..].to_vec() };
    fill.push((delivery.as_str(), way));
    let page = with_total(buyer, page, &fill).await;
    let purchase = buyer.at.send(&page, "#of", &fill).await.expect(200);
    assert!(purchase.path.contains("/purchases/"), "{}: {}", purchase.path, purchase.words());
    purchase
}

/// The checkout page again, with the total of what is filled in: what the button without scripts does first.
pub async fn with_total(buyer: &Person, page: Page, fill: &[(&str, &str)]) -> Page {
    let (_, fields) = page.form("#of");
    let changed = fill.iter().any(|(name, value)| name.starts_with("delivery") && !fields.iter().any(|(n, v)| n == name && v == value));
    if changed { buyer.at.send(&page, "#of", fill).await.expect(422) } else { page }
}

/// Buys one piece of new goods for 10 000 ₸ and gives the number of the order.
pub async fn bought(house: &House, seller: &Seller, buyer: &Person, way: &str) -> String {
    let goods = house.goods(seller, "Чайник Sary", 10_000, 5);
    put(buyer, &goods, 1).await;
    order_by(buyer, seller, way, "").await;
    newest(house)
}

/// The newest order's number.
pub fn newest(house: &House) -> String {
    house.text("SELECT number AS t FROM orders ORDER BY id DESC LIMIT 1")
}

/// The code that the buyer of an order shows.
pub fn code(house: &House, number: &str) -> String {
    house.text(&format!("SELECT issue_code AS t FROM orders WHERE number = '{number}'"))
}

/// On hand and reserved of a listing.
pub fn stock(house: &House, goods: &Goods) -> String {
    house.text(&format!("SELECT on_hand || '/' || reserved AS t FROM stocks WHERE listing_id = {}", goods.listing))
}

/// Where an order and its parcel and money stand.
pub fn standing(house: &House, number: &str) -> String {
    house.text(&format!(
        "SELECT o.state || ' ' || s.state || ' ' || a.state AS t FROM orders o JOIN shipments s ON s.order_id = o.id
         JOIN payment_allocations a ON a.order_id = o.id WHERE o.number = '{number}'"
    ))
}

/// The shop presses a button of an order's page.
pub async fn press(seller: &Seller, number: &str, verb: &str, fill: &[(&str, &str)]) -> Page {
    let at = &seller.person.at;
    let page = at.get(&format!("/sell/orders/{number}")).await.expect(200);
    at.send(&page, &format!("form[action*='{number}/{verb}']"), fill).await
}
