//! The product page.

use reqwest::redirect::Policy;

use super::cost;
use crate::support::{Goods, House};

fn state(house: &House, goods: &Goods, state: &str) {
    house.sql(&format!("UPDATE listings SET state = '{state}' WHERE id = {}", goods.listing));
}

/// Status and target of an address, without following it.
async fn step(house: &House, path: &str) -> (u16, String) {
    let client = reqwest::Client::builder().redirect(Policy::none()).build().unwrap();
    let answer = client.get(format!("{}{path}", house.base)).send().await.unwrap();
    let to = answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
    (answer.status().as_u16(), to.unwrap_or_default())
}

#[actix_web::test]
async fn a_product_tells_all_that_a_buyer_needs() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let goods = house.goods(&seller, "Смартфон Orbit 12", 89_990, 2);
    house.goods(&seller, "Смартфон Kelt", 40_000, 1);
    house.sql(&format!("UPDATE products SET brand = 'Orbit' WHERE id = {}", goods.product));
    for (attribute, column, value) in [("screen-size", "number_value", "6.7"), ("nfc", "bool_value", "true")] {
        house.sql(&format!(
            "INSERT INTO product_values (product_id, attribute_id, {column}) SELECT {}, id, {value} FROM attributes WHERE code = '{attribute}'",
            goods.product
        ));
    }
    let page = house.visitor().get(&goods.path).await.expect(200);
    assert_eq!(page.text("h1"), "Смартфон Orbit 12");
    assert_eq!(page.text(".buy .price"), "89 990 ₸");
    assert_eq!(page.attr(".buy [name=listing]", "value"), goods.listing.to_string());
    assert_eq!(page.attr(".buy [name=back]", "value"), goods.path);
    assert!(page.says("Осталось 2 шт.") && page.says("Описание: Смартфон Orbit 12") && page.says("Новый"));
    let facts = page.text("#specs");
    assert!(facts.contains("6,7 дюйм") && facts.contains("NFC") && facts.contains("да") && facts.contains("Orbit"), "{facts}");
    let ways = page.text(".ways");
    assert!(ways.contains("Курьером, бесплатно") && ways.contains("ул. Абая, 10") && ways.contains("Почтой, 1 500 ₸"), "{ways}");
    assert_eq!(page.texts(".rail .card h3"), ["Смартфон Kelt"]);
    assert_eq!(page.attr(".seller a", "href"), format!("/shops/{}", seller.slug));
    assert!(page.has(&format!("a[href='/report?listing={}']", goods.listing)));
    assert!(house.visitor().get(&format!("/en{}", goods.path)).await.text("#specs").contains("6.7 in"));
}

#[actix_web::test]
async fn only_ways_that_the_listing_offers_are_promised() {
    let house = House::new().await;
    let goods = house.goods(&house.seller("Техно Сарай"), "Диван", 20_000, 1);
    house.sql(&format!("UPDATE listings SET by_post = false, by_pickup = false WHERE id = {}", goods.listing));
    let ways = house.visitor().get(&goods.path).await.text(".ways");
    assert!(ways.contains("Курьером, 990 ₸") && ways.contains("Бесплатно от 50 000 ₸"), "{ways}");
    assert!(!ways.contains("Почтой") && !ways.contains("Самовывоз"), "{ways}");
}

#[actix_web::test]
async fn a_wrong_slug_leads_to_the_right_one() {
    let house = House::new().await;
    let goods = house.goods(&house.seller("Техно Сарай"), "Смартфон Orbit", 89_990, 2);
    let id = goods.product;
    for wrong in [format!("/p/{id}"), format!("/p/{id}-"), format!("/p/{id}-old-name"), format!("/p/{id}-{}", "x".repeat(300))] {
        assert_eq!(step(&house, &wrong).await, (301, goods.path.clone()), "{wrong}");
        assert_eq!(step(&house, &format!("/kk{wrong}")).await, (301, format!("/kk{}", goods.path)), "{wrong}");
    }
    let picked = format!("/p/{id}-x?listing={}", goods.listing);
    assert_eq!(step(&house, &picked).await, (301, format!("{}?listing={}", goods.path, goods.listing)));
}

#[actix_web::test]
async fn addresses_that_are_no_product_are_not_found() {
    let house = House::new().await;
    for path in ["/p/999999-x", "/p/0-x", "/p/abc", "/p/-5-x", "/p/99999999999999999999999-x", "/p/+1-x", "/p/1e3", "/p/%F0%9F%99%82"] {
        house.visitor().get(path).await.expect(404);
    }
}

#[actix_web::test]
async fn what_was_on_sale_is_gone_and_what_never_was_is_not_found() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let visitor = house.visitor();
    house.goods(&seller, "Смартфон Kelt", 40_000, 1);
    for (to, status, words) in [
        ("archived", 410, "Товар сняли с продажи"),
        ("removed", 410, "Товар сняли с продажи"),
        ("expired", 410, "Товар сняли с продажи"),
        ("paused", 404, "Товар сейчас не продаётся"),
        ("pending_review", 404, "Товар сейчас не продаётся"),
    ] {
        let goods = house.goods(&seller, &format!("Смартфон {to}"), 89_990, 2);
        state(&house, &goods, to);
        let page = visitor.get(&goods.path).await.expect(status);
        assert!(page.says(words) && !page.says(&format!("Смартфон {to}")), "{to}");
        assert_eq!(page.texts(".card h3"), ["Смартфон Kelt"], "{to}: similar goods lead on");
        visitor.get(&format!("{}/photos", goods.path)).await.expect(404);
        let bare = format!("/p/{}", goods.product);
        assert_eq!(visitor.get(&bare).await.expect(status).path, bare, "{to}: the address does not tell the title");
    }
    let draft = house.goods(&seller, "Черновик", 89_990, 2);
    house.sql(&format!("UPDATE listings SET state = 'pending_review', published_at = NULL WHERE id = {}", draft.listing));
    for path in [draft.path, format!("/p/{}", draft.product)] {
        let page = visitor.get(&path).await.expect(404);
        assert!(page.path == path && page.says("Такой страницы нет"));
    }
}

#[actix_web::test]
async fn a_suspended_shop_takes_its_products_along() {
    let house = House::new().await;
    let seller = house.seller("Плохой магазин");
    let goods = house.goods(&seller, "Смартфон Orbit", 89_990, 2);
    house.sql(&format!("UPDATE shops SET state = 'suspended' WHERE id = {}", seller.shop));
    let page = house.visitor().get(&goods.path).await.expect(404);
    assert!(!page.says("Смартфон Orbit"));
}

#[actix_web::test]
async fn sold_out_is_said_and_nothing_can_be_pressed() {
    let house = House::new().await;
    let goods = house.goods(&house.seller("Техно Сарай"), "Смартфон Orbit", 89_990, 0);
    let page = house.visitor().get(&goods.path).await.expect(200);
    assert!(page.says("Всё раскупили") && !page.has("form.buy button:not([formaction])") && !page.has(".buybar"));
    assert!(page.has("[itemprop=availability][href$=OutOfStock]"));
}

#[actix_web::test]
async fn photos_stand_in_the_sellers_order() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let goods = house.goods(&seller, "Смартфон Orbit", 89_990, 1);
    for (position, state, refusal) in
        [(2, "ready", "NULL"), (1, "ready", "NULL"), (3, "processing", "NULL"), (4, "refused", "'photo-broken'")]
    {
        house.sql(&format!(
            "INSERT INTO photos (id, product_id, shop_id, position, state, file_name, bytes, refusal)
             VALUES ('00000000-0000-0000-0000-00000000000{position}', {}, {}, {position}, '{state}', 'x.jpg', 1, {refusal})",
            goods.product, seller.shop
        ));
    }
    let visitor = house.visitor();
    let page = visitor.get(&goods.path).await.expect(200);
    let shown = page.attrs(".stage img", "src");
    assert_eq!(shown.len(), 2);
    assert!(shown[0].contains("0001/") && shown[1].contains("0002/"), "{shown:?}");
    assert!(page.attr("meta[property='og:image']", "content").ends_with("0001/1200.jpg"));
    let viewer = visitor.get(&page.attr(".stage a", "href")).await.expect(200);
    assert_eq!(viewer.attrs("main img", "src").len(), 2);
    assert!(viewer.has("#n1") && viewer.attr("main a", "href") == goods.path);
}

#[actix_web::test]
async fn machines_can_read_it() {
    let house = House::new().await;
    let goods = house.goods(&house.seller("Техно Сарай"), "Смартфон Orbit", 89_990, 1);
    let page = house.visitor().get(&goods.path).await.expect(200);
    assert!(page.has("[itemtype='https://schema.org/Product'] h1[itemprop=name]"));
    assert_eq!(page.attr("[itemtype='https://schema.org/Offer'] [itemprop=price]", "content"), "89990");
    assert_eq!(page.texts("[itemtype='https://schema.org/BreadcrumbList'] [itemprop=name]").len(), 4);
    assert_eq!(page.attr("link[rel=canonical]", "href"), format!("{}{}", house.base, goods.path));
    assert_eq!(page.attr("meta[property='og:title']", "content"), "Смартфон Orbit");
    assert!(page.attr("meta[name=description]", "content").contains("Описание: Смартфон Orbit"));
    assert_eq!(page.attr("link[hreflang=kk]", "href"), format!("{}/kk{}", house.base, goods.path));
}

#[actix_web::test]
async fn a_product_costs_a_guest_four_statements() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let goods = house.goods(&seller, "Смартфон Orbit", 89_990, 1);
    for n in 0..15 {
        house.goods(&seller, &format!("Смартфон {n}"), 1_000, 1);
    }
    let spent = cost(&house, &house.visitor(), &goods.path).await;
    assert!(spent <= 4, "{spent}");
    let spent = cost(&house, &house.person("Айгерим").at, &goods.path).await;
    assert!(spent <= 5, "{spent}");
}

#[actix_web::test]
async fn looks_are_counted_but_not_the_sellers_own_nor_those_ahead_of_a_click() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let goods = house.goods(&seller, "Смартфон Orbit", 89_990, 1);
    let visitor = house.visitor();
    visitor.get(&goods.path).await.expect(200);
    house.person("Айгерим").at.get(&goods.path).await.expect(200);
    seller.person.at.get(&goods.path).await.expect(200);
    visitor.client().get(visitor.url(&goods.path)).header("sec-purpose", "prefetch").send().await.unwrap();
    assert_eq!(house.count("SELECT count(*) AS n FROM listing_views"), 0, "nothing is written while a page is read");
    house.app.views.flush(&house.app.db).unwrap();
    assert_eq!(house.count(&format!("SELECT views AS n FROM listing_views WHERE listing_id = {}", goods.listing)), 2);
}
