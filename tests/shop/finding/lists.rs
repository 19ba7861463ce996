//! Home and the lists: filters, orders, pages, what is shown and what is not, and what it costs.

use super::cost;
use crate::support::{House, Page, Seller};

/// The titles of a page's cards, in order.
fn titles(page: &Page) -> Vec<String> {
    page.texts(".card h3")
}

/// Many listings at once: title, price in tenge, minutes on sale.
fn many(house: &House, seller: &Seller, n: i32) {
    house.sql(&format!(
        "WITH made AS (
            INSERT INTO products (category_id, owner_shop_id, title, slug, lang)
            SELECT c.id, {}, 'Товар ' || i, 'tovar-' || i, 'ru' FROM categories c, generate_series(1, {n}) i WHERE c.slug = 'smartphones' RETURNING id, category_id),
         listed AS (
            INSERT INTO listings (product_id, shop_id, category_id, price, city_id, state, published_at, in_stock)
            SELECT m.id, {}, m.category_id, 100000, t.id, 'active', now(), true FROM made m, cities t WHERE t.slug = 'almaty' RETURNING id)
         INSERT INTO stocks (listing_id, on_hand) SELECT id, 5 FROM listed",
        seller.shop, seller.shop
    ));
}

#[actix_web::test]
async fn home_shows_what_is_new_and_what_is_used_once_each() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    house.goods(&seller, "Смартфон Orbit", 289_990, 3);
    let used = house.goods(&seller, "Смартфон Kelt", 90_000, 1);
    house.sql(&format!("UPDATE listings SET condition = 'used' WHERE id = {}", used.listing));
    let page = house.visitor().get("/").await.expect(200);
    assert_eq!(page.texts(".grid .card h3"), ["Смартфон Orbit"]);
    assert_eq!(page.texts(".rail .card h3"), ["Смартфон Kelt"]);
    assert_eq!(page.texts(".cats a").len(), 12);
    assert!(page.says("289 990 ₸") && page.says("Б/у"));
    assert_eq!(page.attr("form[action='/cart/items'] [name=back]", "value"), "/");
    assert_eq!(page.attr(".grid .card", "id"), format!("p{}", page.attr(".grid .card a", "href").split(['/', '-']).nth(2).unwrap()));
}

#[actix_web::test]
async fn an_empty_house_has_pages_too() {
    let house = House::new().await;
    let visitor = house.visitor();
    for path in ["/", "/c", "/c/phones", "/c/smartphones", "/search?q=чай", "/search", "/kk", "/en/c/phones"] {
        let page = visitor.get(path).await.expect(200);
        assert!(!page.html.contains("⟦?⟧") && page.has("h1"), "{path}");
    }
    assert!(visitor.get("/c/smartphones").await.says("Здесь пока пусто"));
}

#[actix_web::test]
async fn categories_filter_and_sort() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let visitor = house.visitor();
    let cheap = house.goods(&seller, "Дешёвый", 10_000, 1);
    let middle = house.goods(&seller, "Средний", 50_000, 1);
    house.goods(&seller, "Дорогой", 90_000, 1);
    house.sql(&format!("UPDATE listings SET condition = 'used' WHERE id = {}", cheap.listing));
    house.sql(&format!("UPDATE listings SET city_id = (SELECT id FROM cities WHERE slug = 'astana') WHERE id = {}", middle.listing));
    for (query, expected) in [
        ("", vec!["Дорогой", "Средний", "Дешёвый"]),
        ("?sort=cheap", vec!["Дешёвый", "Средний", "Дорогой"]),
        ("?sort=dear", vec!["Дорогой", "Средний", "Дешёвый"]),
        ("?price_from=50000", vec!["Дорогой", "Средний"]),
        ("?price_to=50000", vec!["Средний", "Дешёвый"]),
        ("?price_from=20000&price_to=60000", vec!["Средний"]),
        ("?condition=used", vec!["Дешёвый"]),
        ("?condition=new&sort=cheap", vec!["Средний", "Дорогой"]),
        ("?city=astana", vec!["Средний"]),
        ("?city=astana&condition=used", vec![]),
    ] {
        for base in ["/c/smartphones", "/c/phones"] {
            let page = visitor.get(&format!("{base}{query}")).await.expect(200);
            assert_eq!(titles(&page), expected, "{base}{query}");
        }
        let shop = visitor.get(&format!("/shops/{}{query}", seller.slug)).await.expect(200);
        assert_eq!(titles(&shop), expected, "shop {query}");
    }
    assert_eq!(titles(&visitor.get("/c/laptops").await.expect(200)), Vec::<String>::new());
}

#[actix_web::test]
async fn the_filter_form_leads_to_one_short_address() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    house.goods(&seller, "Дешёвый", 10_000, 1);
    house.goods(&seller, "Дорогой", 90_000, 1);
    let visitor = house.visitor();
    let page = visitor.get("/c/smartphones?sort=cheap").await;
    let (action, mut fields) = page.form("form.facets");
    fields.iter_mut().find(|(name, _)| name == "price_from").unwrap().1 = "50 000".into();
    let query = fields.iter().map(|(n, v)| format!("{n}={}", v.replace(' ', "+"))).collect::<Vec<_>>().join("&");
    let found = visitor.get(&format!("{action}?{query}")).await.expect(200);
    assert_eq!(found.path, "/c/smartphones?price_from=50000&sort=cheap");
    assert_eq!(titles(&found), ["Дорогой"]);
    assert_eq!(found.texts("a.chip[aria-current]"), ["от 50 000 ₸, убрать"]);
    let removal = found.attr("a.chip[aria-current]", "href");
    assert_eq!((removal.as_str(), found.attr("a.chip[aria-current]", "rel").as_str()), ("/c/smartphones?sort=cheap", "nofollow"));
    assert_eq!(found.attr("link[rel=canonical]", "href"), format!("{}/c/smartphones", house.base));
}

#[actix_web::test]
async fn a_mistyped_price_keeps_its_text_and_says_what_is_wrong() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    house.goods(&seller, "Дорогой", 90_000, 1);
    let page = house.visitor().get("/c/smartphones?price_from=дёшево").await.expect(422);
    assert_eq!(page.attr("[name=price_from]", "value"), "дёшево");
    assert_eq!(page.attr("[name=price_from]", "aria-invalid"), "true");
    assert!(page.says("Напишите цену цифрами") && titles(&page) == ["Дорогой"]);
}

#[actix_web::test]
async fn hostile_addresses_are_survived() {
    let house = House::new().await;
    let visitor = house.visitor();
    let long = "я".repeat(3_000);
    for query in [
        "price_from=99999999999999999999999",
        "price_to=-1",
        "price_from=1e5",
        "price_from=%F0%9F%99%82",
        "city=%27%3B+DROP+TABLE",
        "sort[]=1",
        "condition=%E2%80%AE",
        "a=%FF%FE",
        "&&&===",
        "price_from=1&price_from=2",
        "city=almaty&city=astana",
    ] {
        for base in ["/c/smartphones", "/search"] {
            let status = visitor.get(&format!("{base}?{query}")).await.status.as_u16();
            assert!([200, 422].contains(&status), "{base}?{query}: {status}");
        }
    }
    assert_eq!(visitor.get(&format!("/c/{long}")).await.status, 404);
    assert_eq!(visitor.get("/c/smartphones?city=%00").await.status, 400);
}

#[actix_web::test]
async fn pages_are_numbered_from_one_to_fifty() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    many(&house, &seller, 50);
    let visitor = house.visitor();
    let first = visitor.get("/c/smartphones").await.expect(200);
    assert_eq!(titles(&first).len(), 24);
    assert_eq!(first.attrs(".pages a[rel=next]", "href"), ["/c/smartphones?page=2"]);
    let last = visitor.get("/c/smartphones?page=3").await.expect(200);
    assert_eq!(titles(&last).len(), 2);
    assert!(!last.has(".pages a[rel=next]"));
    assert_eq!(last.attr("link[rel=canonical]", "href"), format!("{}/c/smartphones?page=3", house.base));
    let mut seen: Vec<String> = titles(&first);
    seen.extend(titles(&visitor.get("/c/smartphones?page=2").await));
    seen.extend(titles(&last));
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 50, "each listing stands on one page");
    for page in ["0", "51", "abc", "-1"] {
        visitor.get(&format!("/c/smartphones?page={page}")).await.expect(404);
    }
    assert_eq!(visitor.get("/c/smartphones?page=1").await.expect(200).path, "/c/smartphones");
    assert_eq!(visitor.get("/c/smartphones?page=9").await.expect(200).path, "/c/smartphones?page=3");
}

#[actix_web::test]
async fn more_than_fifty_pages_are_counted_to_the_end_and_shown_up_to_the_fiftieth() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    many(&house, &seller, 1_250);
    let page = house.visitor().get("/c/smartphones?page=50").await.expect(200);
    assert!(page.text("h1").contains("1 250"), "{}", page.text("h1"));
    assert_eq!(titles(&page).len(), 24);
    assert!(!page.has(".pages a[rel=next]"));
}

#[actix_web::test]
async fn only_what_can_be_bought_is_listed() {
    let house = House::new().await;
    let (seller, suspended) = (house.seller("Техно Сарай"), house.seller("Плохой магазин"));
    house.goods(&seller, "Продаётся", 10_000, 1);
    house.goods(&seller, "Раскупили", 10_000, 0);
    let paused = house.goods(&seller, "На паузе", 10_000, 1);
    house.sql(&format!("UPDATE listings SET state = 'paused' WHERE id = {}", paused.listing));
    house.goods(&suspended, "Чужой", 10_000, 1);
    house.sql(&format!("UPDATE shops SET state = 'suspended' WHERE id = {}", suspended.shop));
    let visitor = house.visitor();
    for path in ["/", "/c/phones", "/c/smartphones", "/search?q=10"] {
        let page = visitor.get(path).await.expect(200);
        for hidden in ["Раскупили", "На паузе", "Чужой"] {
            assert!(!page.says(hidden), "{path}: {hidden}");
        }
    }
    assert_eq!(titles(&visitor.get("/c/phones").await), ["Продаётся"]);
    visitor.get(&format!("/shops/{}", suspended.slug)).await.expect(404);
}

#[actix_web::test]
async fn unknown_places_are_not_found() {
    let house = House::new().await;
    for path in ["/c/nowhere", "/tags/nowhere", "/shops/nowhere", "/help/nowhere", "/c/smartphones/x"] {
        house.visitor().get(path).await.expect(404);
    }
}

#[actix_web::test]
async fn hostile_titles_are_only_text() {
    let house = House::new().await;
    let seller = house.seller("<b>Лавка</b>");
    let title = "<script>alert(1)</script> \"x\" onload=y";
    let goods = house.goods(&seller, title, 10_000, 1);
    house.sql(&format!(
        "UPDATE product_texts SET description = '<img src=x onerror=1> <script>2</script>' WHERE product_id = {}",
        goods.product
    ));
    for path in ["/c/smartphones", &goods.path, &format!("/shops/{}", seller.slug), "/search?q=%3Cscript%3Ealert%3C/script%3E"] {
        let page = house.visitor().get(path).await.expect(200);
        assert!(!page.html.contains("<script") && !page.html.contains("<b>Лавка") && !page.html.contains("<img src=x"), "{path}");
    }
    assert_eq!(house.visitor().get(&goods.path).await.text("h1"), title);
}

#[actix_web::test]
async fn lists_cost_three_statements_whatever_their_length() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    house.goods(&seller, "Смартфон первый", 10_000, 5);
    house.sql("INSERT INTO tags (slug, name) VALUES ('novinka', 'Новинка')");
    house.sql("INSERT INTO product_tags SELECT p.id, t.id FROM products p, tags t");
    let shop = format!("/shops/{}", seller.slug);
    let paths = [
        "/",
        "/c",
        "/c/phones",
        "/c/smartphones?city=almaty&condition=new",
        "/tags/novinka",
        "/search?q=смартфон",
        shop.as_str(),
        "/help/buying",
    ];
    let (guest, person) = (house.visitor(), house.person("Айгерим"));
    house.sql(&format!("INSERT INTO carts (user_id) VALUES ({})", person.id));
    house.sql("INSERT INTO cart_items (cart_id, listing_id, quantity, price_seen) SELECT c.id, l.id, 2, l.price FROM carts c, listings l");
    for rows in [1, 60] {
        if rows > 1 {
            many(&house, &seller, rows);
        }
        for path in paths {
            let spent = cost(&house, &guest, path).await;
            assert!(spent <= 3, "{path} with {rows} rows costs a guest {spent} statements");
            let spent = cost(&house, &person.at, path).await;
            assert!(spent <= 5, "{path} with {rows} rows costs a person {spent} statements");
        }
    }
}

#[actix_web::test]
async fn a_card_says_what_lies_in_the_cart() {
    let house = House::new().await;
    let (seller, person) = (house.seller("Техно Сарай"), house.person("Айгерим"));
    let goods = house.goods(&seller, "Смартфон Orbit", 10_000, 5);
    house.sql(&format!("INSERT INTO carts (user_id) VALUES ({})", person.id));
    house.sql(&format!("INSERT INTO cart_items (cart_id, listing_id, quantity, price_seen) SELECT id, {}, 2, 1 FROM carts", goods.listing));
    for path in ["/", "/c/phones", goods.path.as_str()] {
        assert!(person.at.get(path).await.says("В корзине · 2"), "{path}");
        assert!(!house.visitor().get(path).await.says("В корзине"), "{path}");
    }
}

#[actix_web::test]
async fn tags_lead_to_everything_that_carries_them() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let goods = house.goods(&seller, "Смартфон Orbit", 10_000, 5);
    house.goods(&seller, "Смартфон Kelt", 10_000, 5);
    house.sql("INSERT INTO tags (slug, name) VALUES ('podarok', 'подарок')");
    house.sql(&format!("INSERT INTO product_tags SELECT {}, id FROM tags", goods.product));
    let visitor = house.visitor();
    let product = visitor.get(&goods.path).await.expect(200);
    let tag = visitor.get(&product.attr(".info .chips a", "href")).await.expect(200);
    assert_eq!((tag.path.as_str(), titles(&tag)), ("/tags/podarok", vec!["Смартфон Orbit".to_owned()]));
}

#[actix_web::test]
async fn a_shop_shows_who_it_is() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    house.sql(&format!("UPDATE shops SET about = 'Чиним и **продаём**', created_at = '2024-03-01' WHERE id = {}", seller.shop));
    let page = house.visitor().get(&format!("/shops/{}", seller.slug)).await.expect(200);
    assert_eq!(page.text("h1"), "Техно Сарай");
    assert!(page.says("На Самале с 2024 года") && page.says("Алматы") && page.text(".prose strong") == "продаём");
    assert!(!page.says("220140001238"), "the taxpayer number is nobody's business");
}

#[actix_web::test]
async fn a_chosen_shop_keeps_its_name_and_its_box_however_few_goods_it_has() {
    let house = House::new().await;
    let visitor = house.visitor();
    let mut sellers = Vec::new();
    for n in 0..12 {
        let seller = house.seller(&format!("Лавка {n}"));
        for k in 0..if n == 11 { 1 } else { 2 } {
            house.goods(&seller, &format!("Смартфон {n} {k}"), 10_000, 1);
        }
        sellers.push(seller);
    }
    let nobody = house.seller("Пустая лавка");
    house.index();
    for (base, shop, name, found) in [
        ("/c/smartphones".to_owned(), sellers[11].shop, "Лавка 11", 1),
        ("/c/smartphones".to_owned(), nobody.shop, "Пустая лавка", 0),
        ("/c/laptops".to_owned(), sellers[0].shop, "Лавка 0", 0),
        (format!("/shops/{}", sellers[0].slug), sellers[0].shop, "Лавка 0", 2),
    ] {
        let page = visitor.get(&format!("{base}?shop={shop}")).await.expect(200);
        assert_eq!(titles(&page).len(), found, "{base} {name}");
        assert_eq!(page.texts("a.chip[aria-current]"), [format!("{name}, убрать")], "{base}");
        assert_eq!(page.attrs("[name=shop][type=checkbox][checked]", "value"), [shop.to_string()], "{base} {name}");
    }
    let page = visitor.get("/c/smartphones?shop=999999").await.expect(200);
    assert!(page.text("a.chip[aria-current]").starts_with("магазин, которого нет"), "{}", page.words());
}

#[actix_web::test]
async fn a_span_is_said_as_people_write_it() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    for (title, inches) in [("Малый", "5.9"), ("Большой", "6.7")] {
        let goods = house.goods(&seller, title, 10_000, 1);
        house.sql(&format!(
            "INSERT INTO product_values (product_id, attribute_id, number_value) SELECT {}, id, {inches} FROM attributes WHERE code = 'screen-size'",
            goods.product
        ));
    }
    let visitor = house.visitor();
    for (query, chip, found) in [
        ("a.screen-size.from=6.1", "Диагональ экрана: от 6,1 дюйм", 1),
        ("a.screen-size.to=6.7", "Диагональ экрана: до 6,7 дюйм", 2),
        ("a.screen-size.from=6.1&a.screen-size.to=6.7", "Диагональ экрана: 6,1–6,7 дюйм", 1),
    ] {
        let page = visitor.get(&format!("/c/smartphones?{query}")).await.expect(200);
        assert!(page.text("a.chip[aria-current]").starts_with(chip), "{}", page.text("a.chip[aria-current]"));
        assert_eq!(titles(&page).len(), found, "{query}");
    }
    for (language, chip, placeholder, value) in [
        ("", "Диагональ экрана: от 6,1", "6,7", "6,1"),
        ("/kk", "Экран диагоналі: кемінде 6,1 дюйм", "6,7", "6,1"),
        ("/en", "Screen size: from 6.1 in", "6.7", "6.1"),
    ] {
        let page = visitor.get(&format!("{language}/c/smartphones?a.screen-size.from=6.1")).await.expect(200);
        assert!(page.text("a.chip[aria-current]").starts_with(chip), "{}", page.text("a.chip[aria-current]"));
        assert_eq!(page.attr("[name='a.screen-size.to']", "placeholder"), placeholder);
        assert_eq!(page.attr("[name='a.screen-size.from']", "value"), value);
    }
    let typed = visitor.get("/c/smartphones?a.screen-size.from=6%2C1").await.expect(200);
    assert_eq!(typed.path, "/c/smartphones?a.screen-size.from=6.1", "what the field shows is read again");
}
