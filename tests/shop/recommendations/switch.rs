//! Taking oneself out.

use super::{block, bought, strangers, train};
use crate::support::{Goods, House};

fn phones(house: &House) -> [Goods; 4] {
    let seller = house.seller("Orbit Store");
    [1, 2, 3, 4].map(|n| house.goods(&seller, &format!("Смартфон Orbit {n}"), 100_000 + n, 9))
}

#[actix_web::test]
async fn who_switches_it_off_sees_nothing_personal_and_leaves_the_model() {
    let house = House::new().await;
    let [a, b, c, _] = phones(&house);
    strangers(&house, 2, &[&a, &b]);
    let buyer = house.person("Айгерим");
    bought(&house, buyer.id, &[&a, &b], 3);
    buyer.at.get(&c.path).await.expect(200);
    train(&house).await;
    assert_eq!(block(&house.visitor().get(&a.path).await, "together"), ["Смартфон Orbit 2"]);
    buyer.at.get(&c.path).await.expect(200);
    assert!(buyer.at.get("/").await.has("#for-you, #because"));

    let page = buyer.at.get("/recommendations").await.expect(200);
    assert!(page.says("Куплено 2 товара") && page.says("Открыт 1 товар"), "{}", page.words());
    assert!(page.has(&format!("a[href='{}']", a.path)));
    let page = buyer.at.send(&page, "main form", &[("recommend", "off")]).await.expect(200);
    assert_eq!(page.path, "/recommendations");
    assert!(page.says("Рекомендации по вашим действиям выключены") && !page.says("Куплено"));
    let page = buyer.at.get("/").await.expect(200);
    assert!(!page.has("#for-you") && !page.has("#because"));
    assert_eq!(page.texts(".small h3"), ["Смартфон Orbit 3"], "what was looked at has a switch of its own");
    train(&house).await;
    assert!(block(&house.visitor().get(&a.path).await, "together").is_empty(), "without them it is chance");
    assert_eq!(house.count("SELECT people AS n FROM recommendation_training"), 2);
    assert!(buyer.at.get("/me/data").await.html.contains("\"from_what_i_do\": false"));

    buyer.at.post("/recommendations", &[("recommend", "on")]).await.expect(200);
    train(&house).await;
    assert_eq!(house.count("SELECT people AS n FROM recommendation_training"), 2, "what was before does not come back");
    assert!(buyer.at.get("/recommendations").await.says("Пока не из чего"));
    buyer.at.get(&b.path).await.expect(200);
    assert!(buyer.at.get("/").await.text("#because").contains("Смартфон Orbit 2"));
    buyer.at.post("/recommendations", &[("recommend", "afresh")]).await.expect(200);
    assert!(!buyer.at.get("/").await.has("#because"), "not even what is not written yet");
    buyer.at.post("/recommendations", &[("recommend", "nonsense")]).await.expect(400);
}

#[actix_web::test]
async fn a_guests_switch_lies_in_the_browser() {
    let house = House::new().await;
    let [a, ..] = phones(&house);
    let guest = house.visitor();
    guest.get(&a.path).await.expect(200);
    let page = guest.get("/recommendations").await.expect(200);
    assert!(page.says("Открыт 1 товар") && page.says("хранит ваш браузер"));
    let page = guest.send(&page, "main form", &[("recommend", "off")]).await.expect(200);
    assert!(page.has("button[value=on]") && !page.has("button[value=off]"));
    guest.get(&a.path).await.expect(200);
    assert!(!guest.get("/").await.has("#because"));
    guest.post("/recommendations", &[("recommend", "on")]).await.expect(200);
    guest.get(&a.path).await.expect(200);
    assert!(guest.get("/").await.has("#because"));
}

#[actix_web::test]
async fn whose_account_is_deleted_leaves_the_model() {
    let house = House::new().await;
    let [a, b, ..] = phones(&house);
    strangers(&house, 3, &[&a, &b]);
    train(&house).await;
    house.sql("UPDATE users SET deleted_at = now(), email = NULL, phone = NULL, password_hash = NULL WHERE id IN (SELECT buyer_id FROM purchases)");
    train(&house).await;
    assert_eq!(house.count("SELECT count(*) AS n FROM product_neighbours"), 0);
}
