//! Checkout: what is told before, what is refused, what is never half done.

use super::{ADDRESS, order_by, put, stock, with_total};
use crate::support::House;

#[actix_web::test]
async fn a_guest_is_led_through_sign_in() {
    let house = House::new().await;
    let answer = house.visitor().get("/checkout").await;
    assert!(answer.path.starts_with("/login?next=%2Fcheckout"), "{}", answer.path);
}

#[actix_web::test]
async fn one_purchase_has_one_order_a_shop_and_remembers_the_address() {
    let house = House::new().await;
    let (one, two) = (house.seller("Orbit Store"), house.seller("Техно Сарай"));
    let (phone, kettle) = (house.goods(&one, "Смартфон", 60_000, 3), house.goods(&two, "Чайник", 18_490, 3));
    let buyer = house.person("Айгерим");
    put(&buyer, &phone, 1).await;
    put(&buyer, &kettle, 2).await;
    let page = buyer.at.get("/checkout").await.expect(200);
    // 60 000 goes free of charge, 36 980 does not
    assert!(page.says("Заказать за 97 970 ₸"), "{}", page.words());
    let delivery = format!("delivery[{}]", two.shop);
    let mut fill = ADDRESS.to_vec();
    fill.push((&delivery, "pickup"));
    let page = with_total(&buyer, page, &fill).await;
    assert!(page.says("Итог изменился") && page.says("Заказать за 96 980 ₸"), "{}", page.words());
    assert_eq!(house.count("SELECT count(*) AS n FROM purchases"), 0);
    let page = buyer.at.send(&page, "#of", &fill).await.expect(200);
    assert!(page.says("Спасибо, заказ оформлен") && page.says("Orbit Store") && page.says("Техно Сарай"), "{}", page.words());
    assert_eq!(
        house.text("SELECT string_agg(way || ' ' || goods_total || ' ' || delivery_price, ', ' ORDER BY id) AS t FROM orders"),
        "courier 6000000 0, pickup 3698000 0"
    );
    assert_eq!(
        house.text("SELECT string_agg(state || ' ' || amount, ', ' ORDER BY order_id) AS t FROM payment_allocations"),
        "created 6000000, created 3698000"
    );
    assert_eq!(house.text("SELECT contact_phone || ' ' || street || ' ' || house AS t FROM purchases"), "+77011234567 Абая 52");
    assert_eq!((stock(&house, &phone), stock(&house, &kettle)), ("3/1".into(), "3/2".into()));
    assert_eq!(house.count("SELECT count(*) AS n FROM cart_items"), 0);
    assert_eq!(house.count("SELECT count(*) AS n FROM addresses WHERE is_default"), 1);

    put(&buyer, &phone, 1).await;
    let page = buyer.at.get("/checkout").await.expect(200);
    assert!(page.says("Абая, 52, 14"));
    assert_ne!(page.attr("input[name=address][checked]", "value"), "new");
    let both = buyer.at.send(&page, "#of", &[("street", "Достык"), ("house", "7")]).await.expect(422);
    assert!(
        both.says("ниже введён новый") && both.has("details[open] #street") && both.attr("#street", "value") == "Достык",
        "{}",
        both.words()
    );
    buyer.at.send(&page, "#of", &[]).await.expect(200);
    assert_eq!(house.count("SELECT count(*) AS n FROM addresses"), 1);
    assert_eq!(house.count("SELECT count(*) AS n FROM orders"), 3);
}

#[actix_web::test]
async fn an_address_is_kept_tidy_and_the_same_one_once() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let buyer = house.person("Айгерим");
    for (street, number) in [("ул. Абая", "52"), ("  ул.   Абая ", " 52\t")] {
        put(&buyer, &house.goods(&seller, "Чайник", 1_000, 5), 1).await;
        let page = buyer.at.get("/checkout").await.expect(200);
        let mut fill = ADDRESS.to_vec();
        fill[0].1 = street;
        fill[1].1 = number;
        fill.extend([("address", "new"), ("flat", "1  4"), ("address_comment", "Домофон\nне работает")]);
        let done = buyer.at.send(&page, "#of", &fill).await.expect(200);
        assert!(done.path.starts_with("/purchases/"), "{}", done.words());
        let kept = house
            .text("SELECT street || '|' || house || '|' || flat || '|' || address_comment AS t FROM purchases ORDER BY id DESC LIMIT 1");
        assert_eq!(kept, "ул. Абая|52|1 4|Домофон\nне работает");
    }
    assert_eq!(house.count("SELECT count(*) AS n FROM addresses"), 1);
}

#[actix_web::test]
async fn a_price_that_moved_is_told_and_nothing_is_ordered() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Смартфон", 60_000, 3);
    let buyer = house.person("Айгерим");
    put(&buyer, &goods, 1).await;
    let page = buyer.at.get("/checkout").await.expect(200);
    house.sql(&format!("UPDATE listings SET price = 6100000 WHERE id = {}", goods.listing));
    let page = buyer.at.send(&page, "#of", &ADDRESS).await.expect(422);
    assert!(
        page.says("Итог изменился") && page.says("было 60 000 ₸, стало 61 000 ₸") && page.says("Заказать за 61 000 ₸"),
        "{}",
        page.words()
    );
    assert_eq!(page.attr("#street", "value"), "Абая", "what was typed stays");
    assert_eq!((house.count("SELECT count(*) AS n FROM purchases"), stock(&house, &goods)), (0, "3/0".into()));
    buyer.at.send(&page, "#of", &ADDRESS).await.expect(200);
    assert_eq!(house.text("SELECT price::text AS t FROM order_items"), "6100000");
}

#[actix_web::test]
async fn a_shortage_at_the_second_shop_leaves_nothing_behind() {
    let house = House::new().await;
    let (one, two) = (house.seller("Первый"), house.seller("Второй"));
    let (a, b) = (house.goods(&one, "А", 1_000, 3), house.goods(&two, "Б", 1_000, 3));
    let buyer = house.person("Айгерим");
    put(&buyer, &a, 1).await;
    put(&buyer, &b, 2).await;
    let page = buyer.at.get("/checkout").await.expect(200);
    house.sql(&format!("UPDATE stocks SET reserved = 2 WHERE listing_id = {}", b.listing));
    let page = buyer.at.send(&page, "#of", &ADDRESS).await.expect(422);
    assert!(page.says("Осталось 1 шт."), "{}", page.words());
    assert_eq!((house.count("SELECT count(*) AS n FROM purchases"), stock(&house, &a), stock(&house, &b)), (0, "3/0".into(), "3/2".into()));
    assert_eq!(house.count("SELECT count(*) AS n FROM form_tokens"), 0);
}

#[actix_web::test]
async fn a_transaction_that_fails_late_leaves_no_half_purchase() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Смартфон", 60_000, 3);
    let buyer = house.person("Айгерим");
    put(&buyer, &goods, 1).await;
    let page = buyer.at.get("/checkout").await.expect(200);
    house.sql("CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$");
    house.sql("CREATE TRIGGER fail BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION fail()");
    buyer.at.send(&page, "#of", &ADDRESS).await.expect(500);
    let left = "SELECT (SELECT count(*) FROM purchases) + (SELECT count(*) FROM orders) + (SELECT count(*) FROM payments)
                + (SELECT count(*) FROM form_tokens) + (SELECT sum(reserved) FROM stocks) + (SELECT count(*) FROM addresses) AS n";
    assert_eq!(house.count(left), 0);
    assert_eq!(house.count("SELECT count(*) AS n FROM cart_items"), 1);
    house.sql("DROP TRIGGER fail ON events");
    buyer.at.send(&page, "#of", &ADDRESS).await.expect(200);
    assert_eq!(house.count("SELECT count(*) AS n FROM orders"), 1);
}

#[actix_web::test]
async fn everything_wrong_is_told_at_once_and_what_was_typed_stays() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Смартфон", 60_000, 3);
    let buyer = house.person("Айгерим");
    put(&buyer, &goods, 1).await;
    let page = buyer.at.get("/checkout").await.expect(200);
    let delivery = format!("delivery[{}]", seller.shop);
    let long = "я".repeat(10_000);
    let fill = [
        ("street", ""),
        ("house", long.as_str()),
        ("name", " "),
        ("phone", "701 123"),
        ("city", "999999"),
        (delivery.as_str(), "drone"),
        ("comment", long.as_str()),
    ];
    let page = buyer.at.send(&page, "#of", &fill).await.expect(422);
    assert_eq!(page.texts("#errors li").len(), 7, "{:?}", page.texts("#errors li"));
    assert!(page.text("title").starts_with("Ошибка:"));
    assert_eq!(page.attr("#phone", "value"), "701 123");
    for (name, value) in [
        ("shown", "99999999999999999999"),
        ("shown", ""),
        ("address", "1"),
        ("address", ""),
        ("token", "x"),
        ("street", "🙂 <b>'; DROP TABLE users"),
    ] {
        let page = buyer.at.get("/checkout").await.expect(200);
        let mut fill = ADDRESS.to_vec();
        fill.retain(|(field, _)| *field != name);
        fill.push((name, value));
        let status = buyer.at.send(&page, "#of", &fill).await.status.as_u16();
        assert_eq!(status, if name == "street" { 200 } else { 422 }, "{name}={value}");
    }
    assert_eq!(house.text("SELECT street AS t FROM purchases"), "🙂 <b>'; DROP TABLE users");
}

#[actix_web::test]
async fn enter_recounts_and_never_orders() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Смартфон", 60_000, 3);
    let buyer = house.person("Айгерим");
    put(&buyer, &goods, 1).await;
    let page = buyer.at.get("/checkout").await.expect(200);
    let (_, mut fields) = page.form("#of");
    fields.push((format!("delivery[{}]", seller.shop), "post".to_owned()));
    fields.retain(|(name, value)| !(name.starts_with("delivery") && value == "courier"));
    let page = buyer.at.post("/checkout/save", &fields).await.expect(422);
    assert!(page.says("Заказать за 61 500 ₸"), "{}", page.words());
    assert_eq!(house.count("SELECT count(*) AS n FROM purchases"), 0);
}

#[actix_web::test]
async fn what_is_fetched_needs_no_street() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Смартфон", 60_000, 3);
    let buyer = house.person("Айгерим");
    put(&buyer, &goods, 1).await;
    let page = buyer.at.get("/checkout").await.expect(200);
    let delivery = format!("delivery[{}]", seller.shop);
    let page = buyer.at.send(&page, "#of", &[(&delivery, "pickup")]).await.expect(200);
    assert!(page.path.starts_with("/purchases/"));
    assert_eq!(house.count("SELECT count(*) AS n FROM addresses"), 0);
    let path = format!("{}/address", page.path);
    let page = buyer.at.get(&path).await.expect(200);
    buyer.at.send(&page, &format!("form[action='{path}#errors']"), &[("name", "Данияр")]).await.expect(200);
    assert_eq!(house.text("SELECT contact_name || '|' || street AS t FROM purchases"), "Данияр|");
}

#[actix_web::test]
async fn only_ways_that_shop_and_goods_share_are_offered() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let (a, b) = (house.goods(&seller, "А", 1_000, 3), house.goods(&seller, "Б", 1_000, 3));
    house.sql(&format!("UPDATE listings SET by_courier = false WHERE id = {}", a.listing));
    house.sql(&format!("UPDATE listings SET by_post = false WHERE id = {}", b.listing));
    let buyer = house.person("Айгерим");
    put(&buyer, &a, 1).await;
    put(&buyer, &b, 1).await;
    let page = buyer.at.get("/checkout").await.expect(200);
    assert_eq!(page.attrs("input[name^=delivery]", "value"), ["pickup"]);
    house.sql(&format!("UPDATE listings SET by_pickup = false WHERE id = {}", b.listing));
    let page = buyer.at.get("/checkout").await.expect(200);
    assert!(page.says("нельзя доставить вместе") && !page.has("button[form=of]"));
    buyer.at.send(&page, "#of", &ADDRESS).await.expect(422);
}

#[actix_web::test]
async fn checkout_of_an_empty_cart_leads_to_the_cart() {
    let house = House::new().await;
    let buyer = house.person("Айгерим");
    assert_eq!(buyer.at.get("/checkout").await.expect(200).path, "/cart");
    assert_eq!(buyer.at.post("/kk/checkout", &ADDRESS).await.expect(200).path, "/kk/cart");
}

#[actix_web::test]
async fn a_purchase_belongs_to_its_buyer() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Смартфон", 60_000, 3);
    let (buyer, other) = (house.person("Айгерим"), house.person("Данияр"));
    put(&buyer, &goods, 1).await;
    let page = order_by(&buyer, &seller, "courier", "").await;
    other.at.get(&page.path).await.expect(404);
    other.at.get(&format!("{}/address", page.path)).await.expect(404);
    other.at.post(&format!("{}/address", page.path), &ADDRESS).await.expect(404);
    seller.person.at.get(&page.path).await.expect(404);
}
