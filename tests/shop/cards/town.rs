//! The visitor's town: chosen once, used for dates.

use super::{offer, shared};
use crate::support::House;

#[actix_web::test]
async fn a_town_is_chosen_once_and_dates_are_for_it() {
    let house = House::new().await;
    let goods = house.goods(&house.seller("Orbit Store"), "Смартфон Orbit", 100_000, 3);
    let visitor = house.visitor();
    assert!(visitor.get("/").await.text("header").contains("Выберите город"));
    let page = visitor.get("/settings/city").await.expect(200);
    assert!(page.has("button[name=city][value=astana]"));
    let back = visitor.post("/settings/city", &[("city", "astana"), ("back", goods.path.as_str())]).await.expect(200);
    assert_eq!(back.path, goods.path);
    assert!(back.text("header").contains("Астана") && back.says("Даты для города Астана"), "{}", back.words());
    assert!(back.text(".ways").contains("Только в городе Алматы"), "what cannot be fetched is said: {}", back.text(".ways"));
    let card = visitor.get("/c/smartphones").await.expect(200);
    assert!(card.has(".card .when") && !card.has(".card .where"));
    visitor.post("/settings/city", &[("city", "almaty"), ("back", "/")]).await.expect(200);
    let near = visitor.get(&goods.path).await;
    assert!(!near.text(".ways").contains("Только в городе"));
    visitor.post("/settings/city", &[("city", ""), ("back", "/")]).await.expect(200);
    assert!(visitor.get("/c/smartphones").await.has(".card .where"));
    visitor.post("/settings/city", &[("city", "nowhere"), ("back", "/")]).await.expect(400);
}

#[actix_web::test]
async fn the_road_counts_when_offers_are_compared() {
    let house = House::new().await;
    let (first, second) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let goods = house.goods(&first, "Смартфон Orbit", 100_000, 3);
    shared(&house, &goods);
    let near = offer(&house, &second, &goods, 100_300, 3);
    house.sql("UPDATE listings SET by_pickup = false, by_post = false");
    house.sql(&format!("UPDATE listings SET city_id = (SELECT id FROM cities WHERE slug = 'astana') WHERE id = {near}"));
    let visitor = house.visitor();
    assert_eq!(visitor.get(&goods.path).await.text(".buy .price"), "100 000 ₸");
    visitor.post("/settings/city", &[("city", "astana"), ("back", "/")]).await.expect(200);
    assert_eq!(visitor.get(&goods.path).await.text(".buy .price"), "100 300 ₸", "two days on the road are dearer");
}

#[actix_web::test]
async fn lists_count_the_days_to_the_visitors_town() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let near = house.goods(&seller, "Смартфон Tolqyn", 100_000, 3);
    house.goods(&seller, "Смартфон Orbit", 90_000, 3);
    house.sql(&format!("UPDATE listings SET city_id = (SELECT id FROM cities WHERE slug = 'astana') WHERE id = {}", near.listing));
    let visitor = house.visitor();
    let titles = async |path| visitor.get(path).await.expect(200).texts(".card h3");
    assert_eq!(titles("/c/smartphones?days=1").await.len(), 2, "where nobody said a town, shops' own days count");
    visitor.post("/settings/city", &[("city", "astana"), ("back", "/")]).await.expect(200);
    assert_eq!(titles("/c/smartphones?days=1").await, ["Смартфон Tolqyn"], "the other cannot be fetched, and its courier needs four days");
    assert_eq!(titles("/c/smartphones?days=7").await, ["Смартфон Orbit", "Смартфон Tolqyn"]);
    assert_eq!(titles("/c/smartphones?sort=soon").await, ["Смартфон Tolqyn", "Смартфон Orbit"]);
    let counts = visitor.get("/c/smartphones").await.texts(".facets label:has([name=days]) .num");
    assert_eq!(counts, ["1", "1", "2"], "within a day, three, seven");
    visitor.post("/settings/city", &[("city", "almaty"), ("back", "/")]).await.expect(200);
    assert_eq!(titles("/c/smartphones?sort=soon").await, ["Смартфон Orbit", "Смартфон Tolqyn"]);
}
