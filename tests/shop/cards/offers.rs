//! The offers of a card: which stands first and why, in which order, and how lists show a card once.

use super::{offer, shared};
use crate::support::House;

#[actix_web::test]
async fn the_first_offer_is_the_one_that_comes_to_the_least_and_the_page_says_why() {
    let house = House::new().await;
    let (first, second) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let goods = house.goods(&first, "Смартфон Orbit", 100_000, 3);
    shared(&house, &goods);
    offer(&house, &second, &goods, 99_000, 3);
    let visitor = house.visitor();
    assert_eq!(visitor.get(&goods.path).await.text(".buy .price"), "99 000 ₸");
    // a cheaper one that lets every second order down stands behind
    house.sql(&format!("INSERT INTO shop_records VALUES ({}, 60, 40), ({}, 99, 1)", second.shop, first.shop));
    let page = visitor.get(&goods.path).await.expect(200);
    assert_eq!(page.text(".buy .price"), "100 000 ₸");
    let why = page.text("#why");
    assert!(why.contains("Сейчас это Orbit Store") && why.contains("34,1 %"), "{why}");
    assert_eq!(page.texts(".why tbody th"), ["Orbit Store", "Techno Dala"]);
    assert!(page.text(".offers").contains("99 % заказов выполнено, всего 99"), "{}", page.text(".offers"));
    let prices = visitor.get(&format!("{}?order=price", goods.path)).await;
    assert!(prices.texts(".offers li")[0].starts_with("Techno Dala"));
    assert_eq!(prices.text(".buy .price"), "100 000 ₸", "another order of the list chooses no other offer");
    // sold out stands behind whatever it costs
    house.sql(&format!("UPDATE stocks SET on_hand = 0 WHERE listing_id = {}", goods.listing));
    assert_eq!(visitor.get(&goods.path).await.text(".buy .price"), "99 000 ₸");
}

#[actix_web::test]
async fn an_offer_is_picked_by_its_link_and_bought_by_its_button() {
    let house = House::new().await;
    let (first, second) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let goods = house.goods(&first, "Смартфон Orbit", 100_000, 3);
    shared(&house, &goods);
    let listing = offer(&house, &second, &goods, 120_000, 3);
    let visitor = house.visitor();
    let page = visitor.get(&format!("{}?listing={listing}", goods.path)).await.expect(200);
    assert_eq!((page.text(".buy .price"), page.attr(".buy [name=listing]", "value")), ("120 000 ₸".into(), listing.to_string()));
    assert!(page.text(".seller").contains("Techno Dala"));
    assert_eq!(page.attr("link[rel=canonical]", "href"), format!("{}{}", house.base, goods.path));
    visitor.post("/cart/items", &[("listing", listing.to_string().as_str()), ("back", "/cart")]).await.expect(200);
    assert!(visitor.get("/cart").await.says("120 000 ₸"));
    let strange = visitor.get(&format!("{}?listing=999999&order=x", goods.path)).await.expect(200);
    assert_eq!(strange.text(".buy .price"), "100 000 ₸");
}

#[actix_web::test]
async fn a_list_shows_a_card_once_from_its_lowest_price() {
    let house = House::new().await;
    let (first, second, third) = (house.seller("Orbit Store"), house.seller("Techno Dala"), house.seller("BitSoft"));
    let goods = house.goods(&first, "Смартфон Orbit", 100_000, 3);
    house.goods(&first, "Смартфон Kelt", 95_000, 3);
    shared(&house, &goods);
    let cheap = offer(&house, &second, &goods, 90_000, 1);
    offer(&house, &third, &goods, 110_000, 1);
    house.sql(&format!("UPDATE listings SET city_id = (SELECT id FROM cities WHERE slug = 'astana') WHERE shop_id = {}", third.shop));
    let visitor = house.visitor();
    let page = visitor.get("/c/smartphones?sort=cheap").await.expect(200);
    assert_eq!(page.texts(".card h3"), ["Смартфон Orbit", "Смартфон Kelt"]);
    assert!(
        page.texts(".card")[0].starts_with("от 90 000 ₸") && page.texts(".card")[0].contains("3 предложения"),
        "{:?}",
        page.texts(".card")
    );
    assert!(page.text("h1").contains("2 товара"), "{}", page.text("h1"));
    let astana = visitor.get("/c/smartphones?city=astana").await.expect(200);
    assert_eq!(astana.texts(".card h3"), ["Смартфон Orbit"]);
    assert!(astana.texts(".card")[0].contains("110 000 ₸"));
    assert_eq!(visitor.get(&format!("/shops/{}", third.slug)).await.texts(".card h3"), ["Смартфон Orbit"]);
    // what leads follows stock, price and the shops' states
    house.sql(&format!("UPDATE stocks SET on_hand = 0 WHERE listing_id = {cheap}"));
    let page = visitor.get("/c/smartphones?sort=cheap").await;
    assert!(page.texts(".card")[1].starts_with("от 100 000 ₸"), "{:?}", page.texts(".card"));
    house.sql(&format!("UPDATE shops SET state = 'suspended' WHERE id = {}", first.shop));
    let page = visitor.get("/c/smartphones").await;
    assert_eq!(page.texts(".card h3"), ["Смартфон Orbit"]);
    assert!(page.texts(".card")[0].starts_with("110 000 ₸"), "one offer is no 'from': {:?}", page.texts(".card"));
}

#[actix_web::test]
async fn a_card_with_many_offers_variants_and_a_history_costs_a_guest_four_statements() {
    let house = House::new().await;
    let first = house.seller("Orbit Store");
    let goods = house.goods(&first, "Смартфон Orbit", 100_000, 3);
    let other = house.goods(&first, "Смартфон Orbit другой", 100_000, 3);
    shared(&house, &goods);
    for n in 0..8 {
        offer(&house, &house.seller(&format!("Магазин {n}")), &goods, 90_000 + n, 3);
    }
    house.sql("INSERT INTO variant_groups DEFAULT VALUES");
    house.sql(&format!(
        "UPDATE products SET variant_group_id = (SELECT max(id) FROM variant_groups) WHERE id IN ({}, {})",
        goods.product, other.product
    ));
    let mut least = u64::MAX;
    for _ in 0..3 {
        least = least.min(house.statements(house.visitor().get(&goods.path)).await);
    }
    assert!(least <= 4, "{least}");
}
