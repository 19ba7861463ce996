//! On a product's page and in the cart.

use super::{apart, block, bought, sold_out, strangers, train};
use crate::buying::put;
use crate::finding::cost;
use crate::support::{Goods, House};

/// A phone with two things that people buy with it, of other categories.
fn set(house: &House) -> [Goods; 3] {
    let seller = house.seller("Orbit Store");
    let phone = house.goods(&seller, "Смартфон Orbit", 100_000, 9);
    let (case, buds) = (house.goods(&seller, "Чехол синий", 3_000, 9), house.goods(&seller, "Наушники Buds", 20_000, 9));
    apart(house, &case, "laptops");
    apart(house, &buds, "tablets");
    [phone, case, buds]
}

#[actix_web::test]
async fn what_several_people_bought_together_stands_on_the_product_and_in_the_cart() {
    let house = House::new().await;
    let [phone, case, buds] = set(&house);
    strangers(&house, 4, &[&phone, &case]);
    strangers(&house, 2, &[&phone, &buds]);
    let guest = house.visitor();
    assert!(block(&guest.get(&phone.path).await, "together").is_empty(), "nobody learnt yet");
    train(&house).await;
    let page = guest.get(&phone.path).await.expect(200);
    assert_eq!(block(&page, "together"), ["Чехол синий"], "two baskets are chance");
    assert_eq!(page.attr("[aria-labelledby=together] .sec-head a", "href"), "/recommendations");
    assert!(!block(&page, "similar").contains(&"Чехол синий".to_owned()) && !block(&page, "others").contains(&"Чехол синий".to_owned()));

    let buyer = house.person("Айгерим");
    put(&buyer, &phone, 1).await;
    assert_eq!(block(&buyer.at.get("/cart").await, "together"), ["Чехол синий"]);
    put(&buyer, &case, 1).await;
    assert!(block(&buyer.at.get("/cart").await, "together").is_empty(), "it lies there already");
    assert!(block(&buyer.at.get(&phone.path).await, "together").is_empty());
    sold_out(&house, &case);
    assert!(block(&guest.get(&phone.path).await, "together").is_empty());
}

#[actix_web::test]
async fn cancelled_orders_bring_nobody_together() {
    let house = House::new().await;
    let [phone, case, _] = set(&house);
    for _ in 0..4 {
        let order = bought(&house, house.person("Кто-то").id, &[&phone, &case], 3);
        house.sql(&format!("UPDATE orders SET state = 'cancelled' WHERE id = {order}"));
    }
    train(&house).await;
    assert_eq!(house.count("SELECT count(*) AS n FROM product_neighbours"), 0);
}

#[actix_web::test]
async fn a_new_product_has_neighbours_at_once_by_what_it_is() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    house.goods(&seller, "Чехол для телефона", 3_000, 9);
    house.goods(&seller, "Смартфон Orbit 12 чёрный", 101_000, 9);
    let gone = house.goods(&seller, "Смартфон Orbit 12 белый", 100_500, 9);
    sold_out(&house, &gone);
    let other = house.goods(&seller, "Ноутбук Tigin", 100_000, 9);
    apart(&house, &other, "laptops");
    let fresh = house.goods(&house.seller("Techno Dala"), "Смартфон Orbit 12 синий", 100_000, 9);
    let similar = block(&house.visitor().get(&fresh.path).await.expect(200), "similar");
    assert_eq!(similar, ["Смартфон Orbit 12 чёрный", "Чехол для телефона"], "the nearest first, nothing sold out, nothing of other kinds");
}

#[actix_web::test]
async fn whom_people_chose_comes_before_what_is_merely_alike() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let phone = house.goods(&seller, "Смартфон Orbit 12", 100_000, 9);
    house.goods(&seller, "Смартфон Orbit 12 синий", 100_000, 9);
    let chosen = house.goods(&seller, "Dala Pro", 300_000, 9);
    for _ in 0..3 {
        let person = house.person("Кто-то").id;
        bought(&house, person, &[&phone], 30);
        bought(&house, person, &[&chosen], 3);
    }
    train(&house).await;
    let page = house.visitor().get(&phone.path).await.expect(200);
    assert_eq!(block(&page, "similar"), ["Dala Pro", "Смартфон Orbit 12 синий"]);
    assert!(block(&page, "together").is_empty());
}

#[actix_web::test]
async fn with_all_its_blocks_a_product_costs_a_guest_four_statements() {
    let house = House::new().await;
    let [phone, case, buds] = set(&house);
    house.goods(&house.seller("Techno Dala"), "Смартфон Dala", 110_000, 9);
    strangers(&house, 4, &[&phone, &case]);
    train(&house).await;
    let guest = house.visitor();
    guest.get(&buds.path).await.expect(200);
    let page = guest.get(&phone.path).await.expect(200);
    assert!(!block(&page, "together").is_empty() && !block(&page, "similar").is_empty() && !block(&page, "others").is_empty());
    assert_eq!(page.texts(".small h3"), ["Наушники Buds"]);
    let spent = cost(&house, &guest, &phone.path).await;
    assert!(spent <= 4, "{spent}");
    let spent = cost(&house, &house.person("Айгерим").at, &phone.path).await;
    assert!(spent <= 5, "{spent}");
}
