//! Many at once: real parallel requests.

use diesel::RunQueryDsl;
use futures_util::future::join_all;

use super::{ADDRESS, put, stock};
use crate::support::House;

/// So many, or more in the long versions that `bin/bench soak` runs.
fn many(few: usize, soak: usize) -> usize {
    if std::env::var_os("SAMAL_TEST_SOAK").is_some() { soak } else { few }
}

#[actix_web::test]
async fn many_buyers_of_one_last_item_make_one_order() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Последний", 10_000, 1);
    let mut ready = Vec::new();
    for n in 0..many(40, 200) {
        let buyer = house.person(&format!("Покупатель {n}"));
        put(&buyer, &goods, 1).await;
        let page = buyer.at.get("/checkout").await.expect(200);
        ready.push((buyer, page));
    }
    let answers = join_all(ready.iter().map(|(buyer, page)| buyer.at.send(page, "#of", &ADDRESS))).await;
    let bought = answers.iter().filter(|page| page.path.starts_with("/purchases/")).count();
    assert_eq!(bought, 1);
    assert!(
        answers.iter().all(|page| page.status.as_u16() < 500),
        "{:?}",
        answers.iter().map(|page| page.status.as_u16()).collect::<Vec<_>>()
    );
    assert_eq!(house.count("SELECT count(*) AS n FROM orders"), 1);
    assert_eq!(stock(&house, &goods), "1/1");
}

#[actix_web::test]
async fn the_same_form_sent_many_times_makes_one_purchase() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Чайник", 10_000, 100);
    let buyer = house.person("Айгерим");
    put(&buyer, &goods, 1).await;
    let page = buyer.at.get("/checkout").await.expect(200);
    let answers = join_all((0..many(20, 50)).map(|_| buyer.at.send(&page, "#of", &ADDRESS))).await;
    let first = &answers[0].path;
    assert!(first.starts_with("/purchases/"));
    assert!(answers.iter().all(|page| page.path == *first), "{:?}", answers.iter().map(|page| &page.path).collect::<Vec<_>>());
    assert_eq!(house.count("SELECT count(*) AS n FROM purchases"), 1);
    assert_eq!(stock(&house, &goods), "100/1");
    assert_eq!(buyer.at.send(&page, "#of", &ADDRESS).await.expect(200).path, *first, "later, too");
}

#[actix_web::test]
async fn buyers_of_the_same_things_in_other_orders_do_not_block_each_other() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods: Vec<_> = (0..4).map(|n| house.goods(&seller, &format!("Товар {n}"), 1_000, 6)).collect();
    let mut ready = Vec::new();
    for n in 0..12 {
        let buyer = house.person(&format!("Покупатель {n}"));
        for k in 0..4 {
            put(&buyer, &goods[if n % 2 == 0 { k } else { 3 - k }], 1).await;
        }
        ready.push((buyer.clone(), buyer.at.get("/checkout").await.expect(200)));
    }
    let answers = join_all(ready.iter().map(|(buyer, page)| buyer.at.send(page, "#of", &ADDRESS))).await;
    assert_eq!(answers.iter().filter(|page| page.path.starts_with("/purchases/")).count(), 6);
    assert!(goods.iter().all(|goods| stock(&house, goods) == "6/6"));
}

#[actix_web::test]
async fn a_shop_and_a_buyer_who_act_at_once_leave_one_truth() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    for _ in 0..5 {
        let number = super::bought(&house, &seller, &buyer, "courier").await;
        let none: [(&str, &str); 0] = [];
        let (accept, cancel) = (format!("/sell/orders/{number}/accept"), format!("/orders/{number}/cancel"));
        let (decline, no) = (format!("/sell/orders/{number}/decline"), [("reason", "stock")]);
        let (a, b, c) =
            tokio::join!(seller.person.at.post(&accept, &none), buyer.at.post(&cancel, &none), seller.person.at.post(&decline, &no));
        for page in [&a, &b, &c] {
            assert!([200, 409].contains(&page.status.as_u16()), "{}", page.status);
        }
        let released = house.count("SELECT count(*) AS n FROM stocks WHERE reserved <> 0 AND on_hand = 5");
        let alive = house.count("SELECT count(*) AS n FROM orders WHERE state IN ('placed', 'accepted')");
        assert_eq!(released, alive, "stock is reserved exactly for orders that live");
    }
}

#[actix_web::test]
async fn a_seller_who_saves_waits_for_a_checkout_without_standing_in_its_way() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Чайник", 10_000, 5);
    let (at, id) = (&seller.person.at, goods.listing);
    let (price, quantity) = (format!("price[{id}]"), format!("quantity[{id}]"));
    let edit = at.get(&format!("/sell/listings/{id}/edit")).await.expect(200);
    let table = at.get("/sell/listings").await.expect(200);
    let forms = [
        (edit, "form[enctype]", [("price", "11 000"), ("quantity", "6")]),
        (table, "form:has(.lots)", [(price.as_str(), "12 000"), (quantity.as_str(), "7")]),
    ];
    for (page, form, fill) in forms {
        // what a checkout does: the stock, and then, by trigger, the listing
        let mut checkout = house.connect();
        let mut run = |statement: &str| diesel::sql_query(statement).execute(&mut checkout).map(drop);
        run("BEGIN").expect("a transaction");
        run("SET LOCAL lock_timeout = '3s'").expect("a limit");
        run(&format!("UPDATE stocks SET reserved = reserved + 1 WHERE listing_id = {id}")).expect("the stock");
        let waiting = "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        let saving = at.send(&page, form, &fill);
        let buying = async {
            house.until("the seller waits", || house.count(waiting) > 0).await;
            run(&format!("UPDATE listings SET in_stock = false WHERE id = {id}")).expect("the listing is free");
            run("ROLLBACK").expect("the end");
        };
        let (saved, ()) = tokio::join!(saving, buying);
        assert!(saved.status.as_u16() < 500, "{}", saved.status);
    }
}

#[actix_web::test]
async fn a_checkout_that_waited_for_the_seller_sees_what_the_seller_did() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let buyer = house.person("Айгерим");
    for done in ["state = 'paused'", "price = price * 2"] {
        let goods = house.goods(&seller, "Чайник", 10_000, 5);
        put(&buyer, &goods, 1).await;
        let page = buyer.at.get("/checkout").await.expect(200);
        let mut saving = house.connect();
        let mut run = |statement: &str| diesel::sql_query(statement).execute(&mut saving).map(drop);
        run("BEGIN").expect("a transaction");
        run(&format!("SELECT 1 FROM stocks WHERE listing_id = {} FOR NO KEY UPDATE", goods.listing)).expect("the stock");
        let waiting = "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        let saved = async {
            house.until("the buyer waits", || house.count(waiting) > 0).await;
            run(&format!("UPDATE listings SET {done} WHERE id = {}", goods.listing)).expect("the change");
            run("COMMIT").expect("the end");
        };
        let (answer, ()) = tokio::join!(buyer.at.send(&page, "#of", &ADDRESS), saved);
        assert!(!answer.path.starts_with("/purchases/"), "{done}: {}", answer.words());
        assert_eq!((house.count("SELECT count(*) AS n FROM orders"), stock(&house, &goods)), (0, "5/0".into()), "{done}");
    }
}
