//! Products side by side: chosen on cards, kept by the browser, compared by characteristics.

use crate::support::{Goods, House, Visitor};

/// Gives a product a value of a characteristic: the first of its category that is a number or text.
fn say(house: &House, goods: &Goods, code: &str, tail: &str) {
    house.sql(&format!(
        "INSERT INTO product_values (product_id, attribute_id, {column}) SELECT {}, id, {value} FROM attributes WHERE code = '{code}'",
        goods.product,
        column = tail.split('=').next().unwrap_or_default(),
        value = tail.split('=').nth(1).unwrap_or_default(),
    ));
}

/// A number characteristic that smartphones are asked.
fn number(house: &House) -> String {
    house.text(
        "SELECT a.code AS t FROM category_attributes w JOIN attributes a ON a.id = w.attribute_id JOIN categories c ON c.id = w.category_id
         WHERE c.slug = 'smartphones' AND a.kind = 'number' ORDER BY w.position LIMIT 1",
    )
}

async fn put(visitor: &Visitor, goods: &Goods) -> crate::support::Page {
    visitor.post("/compare/items", &[("back", "/c/smartphones"), ("compare", &goods.product.to_string())]).await.expect(200)
}

#[actix_web::test]
async fn a_guest_compares_up_to_four_without_a_row_written() {
    let house = House::new().await;
    let seller = house.seller("Орбита");
    let goods: Vec<Goods> = (0..5).map(|n| house.goods(&seller, &format!("Телефон {n}"), 10_000 + n, 5)).collect();
    let guest = house.visitor();
    assert!(guest.get("/compare").await.expect(200).says("Сравнивать пока нечего"));
    let page = put(&guest, &goods[0]).await;
    assert_eq!(page.path, "/c/smartphones");
    assert!(page.says("Выберите, с чем сравнить"));
    assert_eq!(page.attrs(".card [name=uncompare]", "value"), [goods[0].product.to_string()]);
    assert!(page.texts(".me a[href='/compare']")[0].contains('1') && page.has(".versus-bar"));
    for one in &goods[1..4] {
        put(&guest, one).await;
    }
    assert!(put(&guest, &goods[4]).await.says("уже 4 товара"));
    let page = guest.get("/compare").await.expect(200);
    assert_eq!(page.texts("thead th a[href*='/p/']"), ["Телефон 0", "Телефон 1", "Телефон 2", "Телефон 3"]);
    let form = page.form("form[action='/cart/items']");
    assert_eq!(form.1, [("back".to_owned(), "/compare".to_owned())]);
    let page = guest.post("/compare/items", &[("back", "/compare"), ("uncompare", &goods[1].product.to_string())]).await.expect(200);
    assert_eq!((page.path.as_str(), page.texts("thead th a[href*='/p/']").len()), ("/compare", 3));
    let page = guest.post("/compare/items", &[("clear", "1")]).await.expect(200);
    assert!(page.says("Сравнивать пока нечего") && !page.has(".me a[href='/compare']"));
    assert_eq!(house.count("SELECT count(*) AS n FROM sessions"), 1, "the seller's");
}

#[actix_web::test]
async fn only_differences_leave_out_what_is_alike() {
    let house = House::new().await;
    let seller = house.seller("Орбита");
    let (a, b) = (house.goods(&seller, "Телефон A", 10_000, 5), house.goods(&seller, "Телефон B", 10_000, 5));
    let code = number(&house);
    say(&house, &a, &code, "number_value=6");
    say(&house, &b, &code, "number_value=7");
    house.sql("UPDATE products SET brand = 'Orbit'");
    let guest = house.visitor();
    put(&guest, &a).await;
    put(&guest, &b).await;
    let all = guest.get("/compare").await.expect(200);
    assert_eq!(all.texts("tbody th[scope=row]").len(), 2, "{}", all.words());
    assert_eq!(all.texts("tbody td")[..2], ["Orbit", "Orbit"]);
    let differing = guest.get(&all.attrs(".chips a", "href")[1]).await.expect(200);
    assert_eq!(differing.texts("tr.differs").len(), 1);
    assert_eq!(differing.texts("tbody th[scope=row]").len(), 1);
    assert!(crate::finding::cost(&house, &guest, "/compare").await <= 3);
}

#[actix_web::test]
async fn what_has_nothing_in_common_is_not_compared() {
    let house = House::new().await;
    let seller = house.seller("Орбита");
    let phone = house.goods(&seller, "Телефон", 10_000, 5);
    let book = house.goods(&seller, "Роман", 5_000, 5);
    house.sql(&format!(
        "WITH c AS (SELECT id FROM categories WHERE slug IN ('fiction', 'books', 'novels', 'vacuum-cleaners') ORDER BY id LIMIT 1),
         p AS (UPDATE products SET category_id = (SELECT id FROM c) WHERE id = {} RETURNING id)
         UPDATE listings SET category_id = (SELECT id FROM c) WHERE id = {}",
        book.product, book.listing
    ));
    let guest = house.visitor();
    put(&guest, &phone).await;
    assert!(put(&guest, &book).await.says("другие характеристики"));
    assert_eq!(guest.get("/compare").await.texts("thead th a[href*='/p/']"), ["Телефон"]);
}

#[actix_web::test]
async fn a_comparison_survives_what_goes_off_sale_and_what_somebody_made_up() {
    let house = House::new().await;
    let seller = house.seller("Орбита");
    let (a, b) = (house.goods(&seller, "Телефон A", 10_000, 5), house.goods(&seller, "Телефон B", 10_000, 5));
    let guest = house.visitor();
    put(&guest, &a).await;
    put(&guest, &b).await;
    house.sql(&format!("UPDATE stocks SET on_hand = 0 WHERE listing_id = {}", b.listing));
    let page = guest.get("/compare").await.expect(200);
    assert!(page.says("1 товар сейчас не продаётся"));
    let page = guest.send(&page, "form.note", &[]).await.expect(200);
    assert!(!page.says("не продаётся") && page.texts("thead th a[href*='/p/']") == ["Телефон A"]);
    for bad in ["999999", "x", "-1"] {
        guest.post("/compare/items", &[("compare", bad)]).await.expect(404);
    }
    let forged = Visitor::with_cookie(&house.base, &format!("compare={}.{}", a.product, b.product));
    assert!(forged.get("/compare").await.expect(200).says("Сравнивать пока нечего"));
}
