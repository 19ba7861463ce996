//! Recommendations: what the job learns, what pages show of it, and how a person takes themselves out.

mod front;
mod product;
mod switch;
mod training;

use samal::db::{DbError, Tx};
use samal::jobs;
use samal::recommendations::TrainRecommendations;

use crate::support::{Goods, House, Page};

/// Somebody bought these of one shop in one go, some days ago; past the doors.
fn bought(house: &House, buyer: i64, goods: &[&Goods], days: i32) -> i64 {
    let purchase = house.count(&format!(
        "INSERT INTO purchases (number, buyer_id, contact_name, contact_phone, city_id, street, house, placed_at)
         SELECT gen_random_uuid(), {buyer}, 'Айгерим', '+77015550000', id, 'Абая', '10', now() - interval '{days} days'
         FROM cities WHERE slug = 'almaty' RETURNING id AS n"
    ));
    let order = house.count(&format!(
        "INSERT INTO orders (number, purchase_id, shop_id, state, way, goods_total, delivery_price, promised_from, promised_to, accept_by, issue_code)
         SELECT gen_random_uuid(), {purchase}, shop_id, 'placed', 'courier', 100000, 0, current_date, current_date, now(), '1234'
         FROM listings WHERE id = {} RETURNING id AS n",
        goods[0].listing
    ));
    for one in goods {
        house.sql(&format!(
            "INSERT INTO order_items (order_id, listing_id, product_id, title, slug, price, quantity)
             SELECT {order}, l.id, p.id, p.title, p.slug, l.price, 1 FROM listings l JOIN products p ON p.id = l.product_id WHERE l.id = {}",
            one.listing
        ));
    }
    order
}

/// So many strangers bought these together.
fn strangers(house: &House, n: usize, goods: &[&Goods]) {
    for _ in 0..n {
        bought(house, house.person("Кто-то").id, goods, 3);
    }
}

/// The job of every hour.
async fn train(house: &House) {
    let job = |tx: &mut Tx<'_>| -> Result<(), DbError> { Ok(jobs::enqueue(tx, &TrainRecommendations {})?) };
    house.app.db.write(job).await.expect("a job is queued");
    house.work().await;
}

/// Puts goods into another part of the catalogue, so that they are not alike.
fn apart(house: &House, goods: &Goods, category: &str) {
    for (table, id) in [("products", goods.product), ("listings", goods.listing)] {
        house.sql(&format!("UPDATE {table} SET category_id = (SELECT id FROM categories WHERE slug = '{category}') WHERE id = {id}"));
    }
}

/// Nothing is left of it.
fn sold_out(house: &House, goods: &Goods) {
    house.sql(&format!("UPDATE stocks SET on_hand = 0 WHERE listing_id = {}", goods.listing));
}

/// The titles in a block.
fn block(page: &Page, id: &str) -> Vec<String> {
    page.texts(&format!("[aria-labelledby='{id}'] .card h3"))
}
