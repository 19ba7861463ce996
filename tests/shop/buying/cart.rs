//! The cart: of guests and of users, its page, and joining.

use samal::cart;
use samal::db::DbError;
use samal::kernel::{Token, UserId};

use super::put;
use crate::support::House;

#[actix_web::test]
async fn a_guest_fills_a_cart_and_a_repeat_does_nothing() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Смартфон Orbit 12", 289_990, 3);
    let guest = house.visitor();
    let listing = goods.listing.to_string();
    for _ in 0..2 {
        guest.post("/cart/items", &[("listing", listing.as_str()), ("back", "/cart")]).await.expect(200);
    }
    let page = guest.get("/cart").await.expect(200);
    assert_eq!(page.texts(".line h3"), ["Смартфон Orbit 12"]);
    assert_eq!(page.attr("input[name^=quantity]", "value"), "1");
    assert!(page.says("289 990 ₸") && page.says("Orbit Store"));
    assert_eq!(house.count("SELECT count(*) AS n FROM carts WHERE user_id IS NULL AND length(token_hash) = 32"), 1);
    assert!(house.visitor().get("/cart").await.expect(200).says("В корзине пока пусто"));
}

#[actix_web::test]
async fn every_button_sends_all_quantities() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let (a, b) = (house.goods(&seller, "Первый", 1_000, 50), house.goods(&seller, "Второй", 2_000, 50));
    let buyer = house.person("Айгерим");
    put(&buyer, &a, 1).await;
    put(&buyer, &b, 1).await;
    let page = buyer.at.get("/cart").await;
    let (qa, qb, step) = (format!("quantity[{}]", a.listing), format!("quantity[{}]", b.listing), format!("{}:5", b.listing));
    let page = buyer.at.send(&page, "#cartf", &[(&qa, "7"), (&qb, "3"), ("step", &step)]).await.expect(200);
    assert_eq!(page.attrs("input[name^=quantity]", "value"), ["7", "5"]);
    assert!(page.says("17 000 ₸"), "{}", page.words());
    let page = buyer.at.send(&page, "#cartf", &[(&qa, "8"), ("go", "checkout")]).await.expect(200);
    assert_eq!(page.path, "/checkout");
    assert_eq!(house.count("SELECT sum(quantity) AS n FROM cart_items"), 13);
}

#[actix_web::test]
async fn a_line_costs_one_statement_and_keeps_its_quantity_and_the_price_that_was_seen() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let buyer = house.person("Айгерим");
    let goods: Vec<_> = (1..=4).map(|n| house.goods(&seller, &format!("Товар {n}"), 1_000, 50)).collect();
    for goods in &goods {
        put(&buyer, goods, 1).await;
    }
    house.sql("UPDATE listings SET price = 200000");
    let fields = |n: usize| -> Vec<(String, &str)> {
        goods[..n].iter().flat_map(|g| [(format!("quantity[{}]", g.listing), "3"), (format!("seen[{}]", g.listing), "2000")]).collect()
    };
    let at = &buyer.at;
    let (action, _) = at.get("/cart").await.expect(200).form("#cartf");
    at.post(&action, &fields(4)).await.expect(200);
    let one = house.statements(at.post(&action, &fields(1))).await;
    let four = house.statements(at.post(&action, &fields(4))).await;
    assert_eq!(four - one, 3);
    assert_eq!(house.text("SELECT string_agg(DISTINCT quantity || ' for ' || price_seen, ', ') AS t FROM cart_items"), "3 for 200000");
}

#[actix_web::test]
async fn what_was_taken_out_can_be_put_back() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Наушники", 10_000, 9);
    let buyer = house.person("Айгерим");
    put(&buyer, &goods, 4).await;
    let page = buyer.at.get("/cart").await;
    let page = buyer.at.send(&page, "#cartf", &[("remove", &goods.listing.to_string())]).await.expect(200);
    assert!(page.says("Убрали: Наушники") && page.says("В корзине пока пусто"));
    let back = [("listing", goods.listing.to_string())];
    let back: Vec<(&str, &str)> = back.iter().map(|(k, v)| (*k, v.as_str())).collect();
    let page = buyer.at.send(&page, "form.flash", &back).await.expect(200);
    assert_eq!(page.attr("input[name^=quantity]", "value"), "4");
}

#[actix_web::test]
async fn price_changes_shortages_and_what_is_gone_are_told_plainly() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods: Vec<_> = ["Дорожает", "Кончается", "Кончился", "Снят"].map(|title| house.goods(&seller, title, 10_000, 9)).into();
    let buyer = house.person("Айгерим");
    for goods in &goods {
        put(&buyer, goods, 3).await;
    }
    house.sql(&format!("UPDATE listings SET price = 1200000 WHERE id = {}", goods[0].listing));
    house.sql(&format!("UPDATE stocks SET on_hand = 2 WHERE listing_id = {}", goods[1].listing));
    house.sql(&format!("UPDATE stocks SET on_hand = 0 WHERE listing_id = {}", goods[2].listing));
    house.sql(&format!("UPDATE listings SET state = 'paused' WHERE id = {}", goods[3].listing));
    let page = buyer.at.get("/cart").await.expect(200);
    let words = page.words();
    for said in ["было 10 000 ₸, стало 12 000 ₸", "Осталось 2 шт. Уменьшили количество, было 3", "Закончился", "Снят с продажи"]
    {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert!(words.contains("56 000 ₸"), "only what can be bought counts: {words}");
    let page = buyer.at.send(&page, "#cartf", &[]).await.expect(200);
    assert!(!page.says("стало") && !page.says("Уменьшили") && page.says("Снят с продажи"), "{}", page.words());
    for (path, said) in [("/kk/cart", "Сатылымнан алынған"), ("/en/cart", "Off sale")] {
        assert!(buyer.at.get(path).await.expect(200).says(said));
    }
}

#[actix_web::test]
async fn a_cart_joins_by_maximum_capped_by_stock() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let (a, b, c) = (house.goods(&seller, "А", 100, 9), house.goods(&seller, "Б", 100, 2), house.goods(&seller, "В", 100, 9));
    let buyer = house.person("Айгерим");
    put(&buyer, &a, 2).await;
    put(&buyer, &c, 5).await;
    let token = Token::random();
    let hash: String = token.hash().iter().map(|byte| format!("{byte:02x}")).collect();
    let guest = house.count(&format!("INSERT INTO carts (token_hash) VALUES ('\\x{hash}') RETURNING id AS n"));
    for (goods, n) in [(&a, 4), (&b, 7), (&c, 1)] {
        house.sql(&format!(
            "INSERT INTO cart_items (cart_id, listing_id, quantity, price_seen) VALUES ({guest}, {}, {n}, 10000)",
            goods.listing
        ));
    }
    let hash = token.hash();
    for _ in 0..2 {
        house.app.db.write_here(|tx| -> Result<_, DbError> { Ok(cart::join(tx, UserId(buyer.id), Some(&hash))?) }).unwrap();
    }
    let joined = house.text("SELECT string_agg(quantity::text, ' ' ORDER BY listing_id) AS t FROM cart_items");
    assert_eq!(joined, "4 2 5");
    assert_eq!(house.count("SELECT count(*) AS n FROM carts"), 1);
}

#[actix_web::test]
async fn nonsense_changes_nothing() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Наушники", 10_000, 9);
    let buyer = house.person("Айгерим");
    put(&buyer, &goods, 2).await;
    let row = format!("quantity[{}]", goods.listing);
    for text in ["-1", "1e9", "99999999999999999999", "🙂", "", "1000"] {
        let page = buyer.at.post("/cart", &[(row.as_str(), text)]).await.expect(422);
        assert!(page.has(&format!("#errors a[href='#q{}']", goods.listing)));
    }
    let many: Vec<(String, &str)> = (0..5_000).map(|row| (format!("quantity[{row}]"), "1")).collect();
    let statements = house.statements(buyer.at.post("/cart", &many)).await;
    assert!(statements < 300, "a cart has a hundred lines at most: {statements} statements");
    house.sql("UPDATE cart_items SET quantity = 2");
    for listing in ["", "0", "-5", "99999999999999999999999", "x", "9223372036854775807"] {
        buyer.at.post("/cart/items", &[("listing", listing), ("quantity", "1")]).await.expect(404);
    }
    let evil = [("listing", goods.listing.to_string()), ("back", "//evil.example".to_owned())];
    assert_eq!(buyer.at.client().post(buyer.at.url("/cart/items")).form(&evil).send().await.unwrap().url().host_str(), Some("127.0.0.1"));
    buyer.at.get("/cart?removed=1x1,axb,9999999999999999999x1&removed=2").await.expect(200);
    assert_eq!(house.count("SELECT sum(quantity) AS n FROM cart_items"), 2);
}

#[actix_web::test]
async fn nobody_buys_from_their_own_shop() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Наушники", 10_000, 9);
    let page =
        seller.person.at.post("/cart/items", &[("listing", goods.listing.to_string().as_str()), ("back", "/cart")]).await.expect(200);
    assert!(page.says("Это товар вашего магазина"), "{}", page.words());
    assert_eq!(house.count("SELECT count(*) AS n FROM cart_items"), 0);
}
