//! Download and deletion of a person's data, and the nightly sweep.

use super::{PASSWORD, is_in, registered, sign_in};
use crate::support::{House, Person, Seller, Visitor};

/// An order of this person at this shop, in a state.
fn order(house: &House, buyer: i64, seller: &Seller, listing: i64, state: &str) -> i64 {
    let purchase = house.count(&format!(
        "INSERT INTO purchases (number, buyer_id, contact_name, contact_phone, city_id, street, house)
         SELECT md5(random()::text), {buyer}, 'Айгерим', '+77015550000', id, 'Абая', '52' FROM cities WHERE slug = 'almaty' RETURNING id AS n"
    ));
    let order = house.count(&format!(
        "INSERT INTO orders (number, purchase_id, shop_id, state, way, goods_total, delivery_price, promised_from, promised_to, accept_by, issue_code)
         VALUES (md5(random()::text), {purchase}, {}, '{state}', 'courier', 100000, 0, current_date, current_date + 2, now() + interval '1 day', '123456') RETURNING id AS n",
        seller.shop
    ));
    house.sql(&format!(
        "INSERT INTO order_items (order_id, listing_id, product_id, title, slug, price, quantity)
         SELECT {order}, l.id, l.product_id, p.title, p.slug, l.price, 1 FROM listings l JOIN products p ON p.id = l.product_id WHERE l.id = {listing}"
    ));
    order
}

async fn leave(visitor: &Visitor, password: &str) -> crate::support::Page {
    visitor.post("/me/leave", &[("password", password)]).await
}

/// A registered person with an address and a cart.
async fn settled(house: &House, email: &str, listing: i64) -> Person {
    let at = registered(house, "Айгерим Сеитова", email).await;
    let id = house.count(&format!("SELECT id AS n FROM users WHERE email = '{email}'"));
    house.sql(&format!("UPDATE users SET phone = '+77017654321' WHERE id = {id}"));
    house.sql(&format!(
        "INSERT INTO addresses (user_id, city_id, street, house) SELECT {id}, id, 'Улица {id}', '52' FROM cities WHERE slug = 'almaty'"
    ));
    house.sql(&format!("WITH c AS (INSERT INTO carts (user_id) VALUES ({id}) RETURNING id) INSERT INTO cart_items (cart_id, listing_id, quantity, price_seen) SELECT id, {listing}, 1, 100 FROM c"));
    Person { at, id, email: email.to_owned() }
}

#[actix_web::test]
async fn a_deleted_account_is_nobodys_and_its_orders_stay() {
    let house = House::new().await;
    let seller = house.seller("Orbit");
    let goods = house.goods(&seller, "Orbit 12", 1000, 5);
    let person = settled(&house, "a@samal.example", goods.listing).await;
    order(&house, person.id, &seller, goods.listing, "completed");
    let page = person.at.get("/me/leave").await.expect(200);
    let wrong = person.at.send(&page, "form.panel", &[("password", "not mine")]).await.expect(422);
    assert!(wrong.has("#password[aria-invalid=true]"));
    assert!(is_in(&person.at).await);
    let left = person.at.send(&page, "form.panel", &[("password", PASSWORD)]).await;
    assert_eq!(left.path, "/");
    let id = person.id;
    assert_eq!(
        house.text(&format!("SELECT concat_ws('|', name, email, phone, password_hash, staff_role) AS t FROM users WHERE id = {id}")),
        "—"
    );
    for table in ["addresses", "sessions", "carts", "mailed_links"] {
        assert_eq!(house.count(&format!("SELECT count(*) AS n FROM {table} WHERE user_id = {id}")), 0, "{table}");
    }
    let kept =
        format!("SELECT concat_ws('|', contact_name, contact_phone, street, house, comment) AS t FROM purchases WHERE buyer_id = {id}");
    assert_eq!(house.text(&kept), "—||||");
    assert!(!is_in(&person.at).await);
    sign_in(&house.visitor(), "a@samal.example", PASSWORD).await.expect(422);
    house.work().await;
    assert!(house.letters("a@samal.example").pop().unwrap().says("удалён"));
    // The address is free again.
    assert!(is_in(&registered(&house, "Айгерим", "a@samal.example").await).await);
}

#[actix_web::test]
async fn nobody_leaves_with_an_order_on_its_way() {
    let house = House::new().await;
    let seller = house.seller("Orbit");
    let goods = house.goods(&seller, "Orbit 12", 1000, 5);
    let person = settled(&house, "a@samal.example", goods.listing).await;
    for state in ["placed", "accepted", "handed_over"] {
        let id = order(&house, person.id, &seller, goods.listing, state);
        let page = leave(&person.at, PASSWORD).await.expect(422);
        assert!(page.says("1 ваш заказ ещё не получен") && !page.has("#password"), "{}", page.words());
        assert!(person.at.get("/me").await.expect(200).says("1 заказ в пути"));
        house.sql("ALTER TABLE orders DISABLE TRIGGER order_states");
        house.sql(&format!("UPDATE orders SET state = 'completed' WHERE id = {id}"));
    }
    assert!(is_in(&person.at).await);
    assert_eq!(leave(&person.at, PASSWORD).await.path, "/");
}

#[actix_web::test]
async fn an_owner_takes_the_goods_off_sale_first_and_the_shop_closes() {
    let house = House::new().await;
    let seller = house.seller("Orbit");
    let goods = house.goods(&seller, "Orbit 12", 1000, 5);
    let owner = registered(&house, "Айгерим", "owner@samal.example").await;
    house.sql(&format!(
        "UPDATE shop_members SET user_id = (SELECT id FROM users WHERE email = 'owner@samal.example') WHERE shop_id = {}",
        seller.shop
    ));
    assert!(leave(&owner, PASSWORD).await.expect(422).says("1 объявление"));
    house.sql(&format!("UPDATE listings SET state = 'archived' WHERE id = {}", goods.listing));
    let buyer = house.person("Ерлан");
    let order = order(&house, buyer.id, &seller, goods.listing, "placed");
    assert!(leave(&owner, PASSWORD).await.expect(422).says("1 заказ ждёт вашего магазина"));
    house.sql(&format!("UPDATE orders SET state = 'declined' WHERE id = {order}"));
    house.sql("UPDATE shops SET kind = 'person', about = 'Живу на Абая, 10'");
    assert_eq!(leave(&owner, PASSWORD).await.path, "/");
    assert_eq!(house.text(&format!("SELECT state AS t FROM shops WHERE id = {}", seller.shop)), "closed");
    assert_eq!(house.text("SELECT name || '|' || about || '|' || tin AS t FROM shops"), "Orbit||000000000000");
    assert_eq!(house.count("SELECT count(*) AS n FROM delivery_terms"), 0, "a place of pickup may be a home");
    assert_eq!(house.count("SELECT count(*) AS n FROM shop_members"), 0);
}

#[actix_web::test]
async fn the_download_holds_ones_own_data_and_nobody_elses() {
    let house = House::new().await;
    let seller = house.seller("Orbit");
    let goods = house.goods(&seller, "Orbit 12", 1000, 5);
    let (one, other) =
        (settled(&house, "one@samal.example", goods.listing).await, settled(&house, "other@samal.example", goods.listing).await);
    order(&house, one.id, &seller, goods.listing, "completed");
    order(&house, other.id, &seller, goods.listing, "completed");
    let file = one.at.get("/me/data").await.expect(200);
    assert!(file.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert_eq!(file.headers["cache-control"], "no-store");
    assert!(!file.html.contains("other@") && !file.html.contains(&format!("Улица {}", other.id)) && !file.html.contains("$2"));
    let data: serde_json::Value = serde_json::from_str(&file.html).unwrap();
    assert_eq!(data["profile"]["email"], "one@samal.example");
    assert_eq!(data["addresses"][0]["street"], format!("Улица {}", one.id));
    assert_eq!(data["purchases"][0]["orders"][0]["items"][0]["title"], "Orbit 12");
    assert_eq!(data["purchases"].as_array().unwrap().len(), 1);
    assert_eq!(data["cart"][0]["title"], "Orbit 12");
    assert_eq!(data["devices"].as_array().unwrap().len(), 1);
    assert_eq!(data["letters"].as_array().unwrap().len(), 1);
    let shop: serde_json::Value = serde_json::from_str(&seller.person.at.get("/me/data").await.expect(200).html).unwrap();
    assert_eq!((shop["shop"]["name"].as_str(), shop["listings"][0]["price_tenge"].as_i64()), (Some("Orbit"), Some(1000)));
}

#[actix_web::test]
async fn the_nightly_sweep_takes_what_has_had_its_time() {
    let house = House::new().await;
    let (kept, gone) = (house.person("Айгерим"), house.person("Ерлан"));
    house.sql(&format!("UPDATE sessions SET expires_at = now() - interval '1 minute' WHERE user_id = {}", gone.id));
    house.sql("INSERT INTO mailed_links (token_hash, purpose, expires_at) VALUES ('\\x01', 'sign_up', now() - interval '1 minute'), ('\\x02', 'sign_up', now() + interval '1 hour')");
    house.sql(
        "INSERT INTO carts (token_hash, updated_at) VALUES ('\\x01', now() - interval '61 days'), ('\\x02', now() - interval '59 days')",
    );
    house.sql(&format!("INSERT INTO carts (user_id, updated_at) VALUES ({}, now() - interval '61 days')", kept.id));
    house.sql(&format!("INSERT INTO form_tokens (token, user_id, outcome, created_at) VALUES (gen_random_uuid(), {0}, '', now() - interval '31 days'), (gen_random_uuid(), {0}, '', now())", kept.id));
    house.sql("SELECT graphile_worker.add_job('sweep')");
    house.work().await;
    assert!(is_in(&kept.at).await);
    for (table, left) in [("sessions", 1), ("mailed_links", 1), ("carts", 2), ("form_tokens", 1)] {
        assert_eq!(house.count(&format!("SELECT count(*) AS n FROM {table}")), left, "{table}");
    }
}
