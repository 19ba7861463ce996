//! Taking oneself out.

use super::{apart, block, bought, strangers, train};
use crate::finding::cost;
use crate::support::{Goods, House, Visitor};

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
    assert!(page.says("Рекомендации выключены") && !page.says("Куплено"));
    let page = buyer.at.get("/").await.expect(200);
    assert!(!page.has("#for-you") && !page.has("#because") && !page.has("#popular"));
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

/// Who wants none sees no block, and pays no more statements for it.
#[actix_web::test]
async fn no_page_recommends_anything_to_whom_it_is_switched_off() {
    let house = House::new().await;
    let [a, b, ..] = phones(&house);
    let case = house.goods(&house.seller("Techno Dala"), "Чехол синий", 3_000, 9);
    apart(&house, &case, "laptops");
    strangers(&house, 4, &[&a, &case]);
    strangers(&house, 1, &[&b]);
    train(&house).await;
    let (guest, buyer) = (house.visitor(), house.person("Айгерим"));
    for at in [&guest, &buyer.at] {
        at.post("/cart/items", &[("listing", a.listing.to_string().as_str()), ("quantity", "1")]).await.expect(200);
    }
    let shown = async |at: &Visitor| {
        let (product, home, cart) = (at.get(&b.path).await.expect(200), at.get("/").await.expect(200), at.get("/cart").await.expect(200));
        let before = at.get(&case.path).await.expect(200);
        assert!(product.has("#others"), "the shop shows what it has");
        [
            product.has("#similar"),
            before.has("#together") || before.has("#similar"),
            home.has("#for-you, #because, #popular"),
            cart.has("#together"),
        ]
    };
    for at in [&guest, &buyer.at] {
        assert_eq!(shown(at).await, [true, false, true, true], "what lies in the cart is not recommended");
        let spent = [cost(&house, at, &b.path).await, cost(&house, at, "/").await, cost(&house, at, "/cart").await];
        let page = at.post("/recommendations", &[("recommend", "off")]).await.expect(200);
        assert!(page.says("блоков, описанных выше"), "{}", page.words());
        assert_eq!(shown(at).await, [false; 4]);
        for (page, spent) in [&b.path, "/", "/cart"].into_iter().zip(spent) {
            assert!(cost(&house, at, page).await <= spent, "{page}");
        }
        at.post("/recommendations", &[("recommend", "on")]).await.expect(200);
        assert_eq!(shown(at).await, [true, false, true, true]);
    }
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
