//! Lists that go out: exports and feeds.

use std::io::Cursor;

use samal::imports::file::{Draft, Limits, guess, open};

use super::{counts, import};
use crate::support::House;

#[actix_web::test]
async fn an_export_defuses_formulas_and_can_be_imported_again() {
    let house = House::new().await;
    let (seller, other) = (house.seller("Лавка"), house.seller("Чужие"));
    let goods = house.goods(&seller, "=HYPERLINK(\"http://evil.example\")", 90_000, 5);
    house.goods(&seller, "Смартфон; с \"кавычками\"", 10_000, 0);
    house.sql(&format!("UPDATE listings SET sku = '+7-1' WHERE id = {}", goods.listing));
    let archived = house.goods(&seller, "Давно в архиве", 10_000, 1);
    house.sql(&format!("UPDATE listings SET state = 'archived' WHERE id = {}", archived.listing));
    house.goods(&other, "Чужой товар", 1_000, 1);
    let at = &seller.person.at;
    let table = at.get("/sell/listings").await.expect(200);
    let file = at.get(&table.attr("a[href$='export.csv']", "href")).await.expect(200);
    assert!(file.html.starts_with("\u{feff}Артикул;Название;Цена;Остаток;"), "{}", file.html);
    assert!(file.html.contains("'+7-1;\"'=HYPERLINK(\"\"http://evil.example\"\")\";90000;5;Новый;Телефоны"), "{}", file.html);
    assert!(!file.html.contains("архиве") && !file.html.contains("Чужой"));
    assert_eq!(
        counts(&super::check(&house, &seller, &super::upload(&seller, "back.csv", file.html.clone()).await, &[]).await),
        [0, 0, 0, 2, 0]
    );

    for lang in ["", "/kk", "/en"] {
        let answer = at.client().get(at.url(&format!("{lang}/sell/listings/export.xlsx"))).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        let rows = open(Cursor::new(answer.bytes().await.unwrap().to_vec()), Limits::default()).unwrap();
        let columns = guess(&rows.header, |_| false);
        let drafts: Vec<Draft> = rows.rows.map(|row| Draft::parse(&row.unwrap(), &columns).unwrap()).collect();
        assert_eq!(drafts.len(), 2, "{lang}");
        assert_eq!((drafts[0].sku.as_deref(), drafts[0].price, drafts[0].stock), (Some("+7-1"), Some(90_000), Some(5)));
    }
    at.get("/sell/listings/export.pdf").await.expect(404);
    assert!(house.visitor().get("/sell/listings/export.csv").await.path.starts_with("/login"));
}

#[actix_web::test]
async fn orders_are_exported_line_by_line() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Лавка"), house.person("Айгерим"));
    let goods = house.goods(&seller, "Смартфон Orbit 12", 90_000, 5);
    house.sql(&format!(
        "WITH p AS (INSERT INTO purchases (number, buyer_id, contact_name, contact_phone, city_id, street, house)
                    SELECT 'ABCD', {}, 'А', '+77010000000', id, 'у', '1' FROM cities WHERE slug = 'astana' RETURNING id),
              o AS (INSERT INTO orders (number, purchase_id, shop_id, way, goods_total, delivery_price, promised_from, promised_to, accept_by, issue_code)
                    SELECT 'EFGH', id, {}, 'courier', 18000000, 99000, now(), now(), now() + interval '1 day', '1' FROM p RETURNING id)
         INSERT INTO order_items (order_id, listing_id, product_id, title, slug, price, quantity)
         SELECT id, {}, {}, '@SUM(1) Смартфон', 'x', 9000000, 2 FROM o",
        buyer.id, seller.shop, goods.listing, goods.product
    ));
    let board = seller.person.at.get("/sell/orders").await.expect(200);
    let file = seller.person.at.get(&board.attr("a[href$='export.csv']", "href")).await.expect(200);
    assert!(file.html.starts_with("\u{feff}Заказ;Оформлен;Состояние;Товар;"), "{}", file.html);
    assert!(
        file.html.contains("EFGH;") && file.html.contains(";'@SUM(1) Смартфон;90000;2;180000;990;") && file.html.contains("Астана"),
        "{}",
        file.html
    );
    assert_eq!(
        seller.person.at.get("/kk/sell/orders/export.xlsx").await.expect(200).headers["content-disposition"],
        "attachment; filename=\"orders.xlsx\""
    );
    let other = house.seller("Чужие");
    assert!(!other.person.at.get("/sell/orders/export.csv").await.expect(200).html.contains("EFGH"));
}

#[actix_web::test]
async fn the_feed_shows_what_is_on_sale_and_is_read_by_our_own_import() {
    let house = House::new().await;
    let (seller, partner) = (house.seller("Лавка & Ко"), house.seller("Партнёр"));
    let shown = house.goods(&seller, "Смартфон <Orbit> & 12", 90_000, 5);
    let paused = house.goods(&seller, "Смартфон на паузе", 10_000, 5);
    house.sql(&format!("UPDATE listings SET state = 'paused' WHERE id = {}", paused.listing));
    house.goods(&seller, "Смартфон закончился", 10_000, 0);
    let page = seller.person.at.get("/sell/import").await.expect(200);
    let path = page.attr("a[href$='.yml']", "href");
    let feed = house.visitor().get(&path).await.expect(200);
    assert_eq!(feed.headers["content-type"], "application/xml; charset=utf-8");
    assert_eq!(feed.headers["cache-control"], "public, max-age=600");
    assert!(feed.html.contains("<name>Смартфон &lt;Orbit&gt; &amp; 12</name>"), "{}", feed.html);
    assert!(feed.html.contains(&format!("<url>{}{}?listing={}</url>", house.base, shown.path, shown.listing)), "{}", feed.html);
    assert!(!feed.html.contains("паузе") && !feed.html.contains("закончился"));
    let visitor = house.visitor();
    let etag = feed.headers["etag"].to_str().unwrap().to_owned();
    let again = visitor.client().get(visitor.url(&path)).header("if-none-match", etag).send().await.unwrap();
    assert_eq!(again.status(), 304);
    let done = import(&house, &partner, "feed.yml", feed.html).await;
    assert_eq!(counts(&done), [0, 1, 0, 0, 0], "{}", done.words());
    assert_eq!(
        house.text("SELECT c.slug AS t FROM products p JOIN categories c ON c.id = p.category_id ORDER BY p.id DESC LIMIT 1"),
        "smartphones"
    );

    house.sql(&format!("UPDATE shops SET state = 'suspended' WHERE id = {}", seller.shop));
    visitor.get(&path).await.expect(404);
    visitor.get("/feeds/nobody.yml").await.expect(404);
}
