//! On the first page.

use super::{apart, block, bought, sold_out, strangers, train};
use crate::finding::cost;
use crate::support::{Goods, House};

fn phones(house: &House) -> Vec<Goods> {
    let seller = house.seller("Orbit Store");
    (1..=4).map(|n| house.goods(&seller, &format!("Смартфон Orbit {n}"), 100_000 + n, 9)).collect()
}

#[actix_web::test]
async fn a_guest_sees_why_of_what_they_opened_last() {
    let house = House::new().await;
    let goods = phones(&house);
    let guest = house.visitor();
    let page = guest.get("/").await.expect(200);
    assert!(!page.has("#because") && !page.has("#for-you"));
    guest.get(&goods[0].path).await.expect(200);
    guest.get(&goods[1].path).await.expect(200);
    let page = guest.get("/").await.expect(200);
    assert_eq!(page.text("#because"), "Потому что вы смотрели «Смартфон Orbit 2»");
    let mut near = block(&page, "because");
    near.sort();
    assert_eq!(near, ["Смартфон Orbit 3", "Смартфон Orbit 4"], "neither itself nor what was seen");
    assert!(!block(&page, "fresh").contains(&near[0]), "nothing stands there twice");
    assert!(cost(&house, &guest, "/").await <= 3);
    assert_eq!(house.count("SELECT count(*) AS n FROM recent_views"), 0, "no row is written of a guest");
    guest.post("/settings/recent", &[("recent", "off")]).await.expect(200);
    assert!(!guest.get("/").await.has("#because"));
}

#[actix_web::test]
async fn a_person_sees_what_people_with_like_purchases_chose() {
    let house = House::new().await;
    let goods = phones(&house);
    let kettle = house.goods(&house.seller("Жылы үй"), "Чайник Sary", 12_000, 9);
    apart(&house, &kettle, "laptops");
    for _ in 0..3 {
        let person = house.person("Кто-то").id;
        bought(&house, person, &[&goods[0]], 20);
        bought(&house, person, &[&kettle], 2);
    }
    train(&house).await;
    let buyer = house.person("Айгерим");
    bought(&house, buyer.id, &[&goods[0]], 5);
    let page = buyer.at.get("/").await.expect(200);
    let for_you = block(&page, "for-you");
    assert!(for_you.contains(&"Чайник Sary".to_owned()) && !for_you.contains(&"Смартфон Orbit 1".to_owned()), "{for_you:?}");
    assert_eq!(page.attr("[aria-labelledby=for-you] .sec-head a", "href"), "/recommendations");
    assert!(cost(&house, &buyer.at, "/").await <= 5);
    sold_out(&house, &kettle);
    assert!(!block(&buyer.at.get("/").await, "for-you").contains(&"Чайник Sary".to_owned()));
}

#[actix_web::test]
async fn who_did_nothing_yet_sees_what_their_town_buys() {
    let house = House::new().await;
    let goods = phones(&house);
    strangers(&house, 3, &[&goods[2]]);
    strangers(&house, 1, &[&goods[0]]);
    train(&house).await;
    let guest = house.visitor();
    let page = guest.get("/").await.expect(200);
    assert_eq!(block(&page, "popular"), ["Смартфон Orbit 3", "Смартфон Orbit 1"]);
    assert!(cost(&house, &guest, "/").await <= 3);
    house.sql("UPDATE purchases SET city_id = (SELECT id FROM cities WHERE slug = 'astana') WHERE id = (SELECT max(id) FROM purchases)");
    for _ in 0..30 {
        bought(&house, house.person("Кто-то").id, &[&goods[3]], 1);
    }
    house.sql("UPDATE purchases SET placed_at = now() - interval '100 days' WHERE city_id = (SELECT id FROM cities WHERE slug = 'almaty')");
    train(&house).await;
    guest.post("/settings/city", &[("city", "astana"), ("back", "/")]).await.expect(200);
    let page = guest.get("/").await.expect(200);
    assert_eq!(page.text("#popular"), "Часто покупают: Астана");
    assert_eq!(block(&page, "popular")[0], "Смартфон Orbit 1");
}
