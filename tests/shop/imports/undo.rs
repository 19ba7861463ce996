//! What an import did is taken back.

use image::ImageFormat;

use super::wizard::zipped;
use super::{check, counts, import, kettles, run, upload_with};
use crate::selling::files::picture;
use crate::support::{House, Page, Seller};

async fn undo(house: &House, seller: &Seller, done: &Page) -> Page {
    let at = &seller.person.at;
    let asked = at.get(&done.attr("a[href$='/undo']", "href")).await.expect(200);
    let sent = at.send(&asked, "form[action$='/undo']", &[]).await.expect(200);
    house.work().await;
    at.get(&sent.path).await.expect(200)
}

#[actix_web::test]
async fn new_listings_go_and_changed_ones_get_their_price_and_stock_back() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let first = house.goods(&seller, "Смартфон Orbit 12", 90_000, 5);
    let second = house.goods(&seller, "Смартфон Orbit 14", 120_000, 2);
    let list = "name;price;stock\nСмартфон Orbit 12;80000;9\nСмартфон Orbit 14;110000;2\nЧайник совсем новый;5000;1\n";
    let done = import(&house, &seller, "a.csv", list).await;
    assert_eq!(counts(&done), [0, 1, 2, 0, 0], "{}", done.words());
    house.sql(&format!("UPDATE listings SET price = 11500000 WHERE id = {}", second.listing));

    let undone = undo(&house, &seller, &done).await;
    assert!(undone.says("Импорт отменён"), "{}", undone.words());
    let now = |listing: i64| {
        house.text(&format!(
            "SELECT l.price || ' ' || s.on_hand AS t FROM listings l JOIN stocks s ON s.listing_id = l.id WHERE l.id = {listing}"
        ))
    };
    assert_eq!(now(first.listing), "9000000 5");
    assert_eq!(now(second.listing), "11500000 2", "somebody changed it since");
    assert_eq!(house.count("SELECT count(*) AS n FROM products WHERE title = 'Чайник совсем новый'"), 0);
    assert!(!undone.has("a[href$='/undo']"));
    assert_eq!(counts(&import(&house, &seller, "a.csv", list).await), [0, 1, 2, 0, 0], "and it can be imported again");
}

#[actix_web::test]
async fn an_undo_ends_though_there_was_no_price_before() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let goods = house.goods(&seller, "Смартфон Orbit 12", 90_000, 5);
    let done = import(&house, &seller, "a.csv", "name;price;stock\nСмартфон Orbit 12;80000;9\n").await;
    // it was a draft without a price then, and its shop put it on sale since
    house.sql("UPDATE import_rows SET price_before = 0");
    let undone = undo(&house, &seller, &done).await;
    assert!(undone.says("Импорт отменён"), "{}", undone.words());
    let now = "SELECT l.state || ' ' || l.price || ' ' || s.on_hand AS t FROM listings l JOIN stocks s ON s.listing_id = l.id WHERE l.id";
    assert_eq!(house.text(&format!("{now} = {}", goods.listing)), "active 8000000 5");
}

#[actix_web::test]
async fn what_was_on_sale_goes_to_the_archive_and_what_was_ordered_stays() {
    let house = House::new().await;
    let (seller, other, buyer) = (house.seller("Лавка"), house.seller("Другие"), house.person("Айгерим"));
    for (title, gtin) in [("Смартфон Orbit 12", "04006381333931"), ("Смартфон Orbit 14", "00000040170725")] {
        let goods = house.goods(&other, title, 90_000, 5);
        house.sql(&format!("UPDATE products SET gtin = '{gtin}', owner_shop_id = NULL, shared_at = now() WHERE id = {}", goods.product));
    }
    let done = import(&house, &seller, "a.csv", "sku;price;barcode\nA;85000;4006381333931\nB;86000;40170725\n").await;
    assert_eq!(counts(&done), [2, 0, 0, 0, 0], "{}", done.words());
    house.sql(&format!(
        "WITH p AS (INSERT INTO purchases (number, buyer_id, contact_name, contact_phone, city_id, street, house)
                    SELECT 'ABCD', {}, 'А', '+77010000000', id, 'у', '1' FROM cities LIMIT 1 RETURNING id),
              o AS (INSERT INTO orders (number, purchase_id, shop_id, way, goods_total, delivery_price, promised_from, promised_to, accept_by, issue_code)
                    SELECT 'EFGH', id, {}, 'courier', 100, 0, now(), now(), now() + interval '1 day', '1' FROM p RETURNING id)
         INSERT INTO order_items (order_id, listing_id, product_id, title, slug, price, quantity)
         SELECT o.id, l.id, l.product_id, 'x', 'x', 100, 1 FROM o, listings l WHERE l.sku = 'B'",
        buyer.id, seller.shop
    ));
    undo(&house, &seller, &done).await;
    let states =
        format!("SELECT string_agg(state || coalesce(' ' || sku, ''), ';' ORDER BY id) AS t FROM listings WHERE shop_id = {}", seller.shop);
    assert_eq!(house.text(&states), "archived;active B");
}

#[actix_web::test]
async fn drafts_that_photos_put_on_sale_are_drafts_without_photos_again() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let head = "name;price;stock;Объём;description";
    let titles = ["Чайник первый хороший", "Чайник второй хороший", "Чайник третий хороший"];
    let rows: Vec<String> = titles.iter().map(|title| format!("{title};1000;3;1,7;Греет воду быстро")).collect();
    let made = import(&house, &seller, "a.csv", [head, &rows.join("\n")].join("\n")).await;
    assert_eq!(counts(&made), [0, 3, 0, 0, 0], "{}", made.words());
    let rows: Vec<String> = rows.iter().enumerate().map(|(n, row)| format!("K{n};{row};k{n}.jpg")).collect();
    let list = [format!("sku;{head};Фото"), rows.join("\n")].join("\n");
    let jpeg = picture(400, 300, ImageFormat::Jpeg);
    let photos = zipped(&[("k0.jpg", jpeg.clone()), ("k1.jpg", jpeg.clone()), ("k2.jpg", jpeg)]);
    let columns = upload_with(&seller, &[("file", "b.csv", list.into_bytes()), ("photos", "p.zip", photos)]).await.expect(200);
    let checked = check(&house, &seller, &columns, &[("category", &kettles(&house))]).await;
    let done = run(&house, &seller, &checked).await;
    let all = "SELECT string_agg(concat_ws(' ', l.state, l.sku, (SELECT count(*) FROM photos f WHERE f.product_id = l.product_id)), ';' ORDER BY l.id) AS t
               FROM listings l";
    assert_eq!(house.text(all), "active K0 1;active K1 1;active K2 1", "{}", done.words());
    // one waits for its buyer, one was put away by its shop
    house.sql(&format!(
        "WITH p AS (INSERT INTO purchases (number, buyer_id, contact_name, contact_phone, city_id, street, house)
                    SELECT 'ABCD', {}, 'А', '+77010000000', id, 'у', '1' FROM cities LIMIT 1 RETURNING id),
              o AS (INSERT INTO orders (number, purchase_id, shop_id, way, goods_total, delivery_price, promised_from, promised_to, accept_by, issue_code)
                    SELECT 'EFGH', id, {}, 'courier', 100, 0, now(), now(), now() + interval '1 day', '1' FROM p RETURNING id)
         INSERT INTO order_items (order_id, listing_id, product_id, title, slug, price, quantity)
         SELECT o.id, l.id, l.product_id, 'x', 'x', 100, 1 FROM o, listings l WHERE l.sku = 'K1'",
        house.person("Айгерим").id, seller.shop
    ));
    house.sql("UPDATE listings SET state = 'archived' WHERE sku = 'K2'");
    let undone = undo(&house, &seller, &done).await;
    assert!(undone.says("Импорт отменён"), "{}", undone.words());
    assert_eq!(house.text(all), "draft 0;active 1;archived 1");
    assert_eq!(house.count("SELECT count(*) AS n FROM listings l JOIN products p ON p.id = l.product_id WHERE l.state = 'draft' AND p.cover_id IS NULL AND l.published_at IS NULL"), 1);
}

#[actix_web::test]
async fn after_a_day_it_is_too_late() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let done = import(&house, &seller, "a.csv", "name;price\nЧайник совсем новый;5000\n").await;
    house.sql("UPDATE imports SET undo_until = now() - interval '1 second'");
    let page = seller.person.at.get(&done.path).await.expect(200);
    assert!(!page.has("a[href$='/undo']"));
    let late = seller.person.at.post(&format!("{}/undo", done.path), &[("x", "y")]).await.expect(200);
    assert!(late.says("уже нельзя отменить"), "{}", late.words());
    assert_eq!(house.count("SELECT count(*) AS n FROM listings"), 1);
}
