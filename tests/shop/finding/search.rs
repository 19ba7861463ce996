//! Search by words.

use std::net::TcpListener;

use crate::support::{House, Page, Visitor};

fn titles(page: &Page) -> Vec<String> {
    page.texts(".card h3")
}

/// Stands in another category: the words of its own are found too.
fn move_to(house: &House, product: i64, category: &str) {
    house.sql(&format!(
        "WITH moved AS (UPDATE products SET category_id = (SELECT id FROM categories WHERE slug = '{category}') WHERE id = {product} RETURNING id, category_id)
         UPDATE listings l SET category_id = m.category_id FROM moved m WHERE l.product_id = m.id"
    ));
}

/// What else the card says of itself.
fn describe(house: &House, product: i64, words: &str) {
    house.sql(&format!("UPDATE product_texts SET description = '{words}' WHERE product_id = {product}"));
}

#[actix_web::test]
async fn words_are_found_by_stem_tag_characteristic_and_in_kazakh() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let (phone, carpet) = (house.goods(&seller, "Смартфон Orbit 12", 90_000, 1), house.goods(&seller, "Қазақша кілем", 40_000, 1));
    describe(&house, phone.product, "подарок графитовый running shoes");
    describe(&house, carpet.product, "қолөнер жүн");
    move_to(&house, carpet.product, "laptops");
    let visitor = house.visitor();
    for (words, expected) in [
        ("смартфоны", vec!["Смартфон Orbit 12"]),
        ("СМАРТФОНАМИ orbit", vec!["Смартфон Orbit 12"]),
        ("подарок", vec!["Смартфон Orbit 12"]),
        ("графитовая", vec!["Смартфон Orbit 12"]),
        ("run", vec!["Смартфон Orbit 12"]),
        ("кілем", vec!["Қазақша кілем"]),
        ("жүн кілем", vec!["Қазақша кілем"]),
    ] {
        let page = visitor.get(&format!("/search?q={words}")).await.expect(200);
        assert_eq!(titles(&page), expected, "{words}");
        assert_eq!(page.attr("#q", "value"), words);
    }
}

#[actix_web::test]
async fn when_too_few_have_all_words_some_will_do_and_it_is_said() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    house.goods(&seller, "Смартфон Orbit", 90_000, 1);
    house.goods(&seller, "Қазақша кілем", 40_000, 1);
    let page = house.visitor().get("/search?q=смартфон+кілем").await.expect(200);
    assert_eq!(titles(&page).len(), 2);
    assert!(page.says("товары с частью слов"));
}

#[actix_web::test]
async fn slips_of_the_keyboard_are_read_as_they_were_meant() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    house.goods(&seller, "Смартфон Samsung Galaxy", 90_000, 1);
    let carpet = house.goods(&seller, "Кілем", 40_000, 1);
    move_to(&house, carpet.product, "laptops");
    let visitor = house.visitor();
    for words in ["ыфьыгтп", "самсунг", "samsnug", "cvfhnajy", "smartfon", "galaxi"] {
        let page = visitor.get(&format!("/search?q={words}")).await.expect(200);
        assert_eq!(titles(&page), ["Смартфон Samsung Galaxy"], "{words}");
    }
    let page = visitor.get("/search?q=samsnug").await;
    assert!(page.says("Показали результаты по запросу «samsung»"), "{}", page.words());
    let literal = page.attr("a[href*='literal=1']", "href");
    assert!(titles(&visitor.get(&literal).await.expect(200)).is_empty(), "what was typed is what is looked for");
}

#[actix_web::test]
async fn why_the_order_is_as_it_is_can_be_asked() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    house.goods(&seller, "Смартфон Orbit", 90_000, 1);
    let page = house.visitor().get("/search?q=orbit&why=1").await.expect(200);
    assert!(page.text("#why tbody th").contains("Смартфон Orbit") && page.text("#why tbody td").contains("orbit"));
}

#[actix_web::test]
async fn why_is_told_of_the_page_where_it_is_asked() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    for n in 0..26 {
        house.goods(&seller, &format!("Смартфон Orbit {n}"), 90_000, 1);
    }
    let visitor = house.visitor();
    let page = visitor.get("/search?q=orbit&page=2").await.expect(200);
    let why = visitor.get(&page.attr("a[href$='#why']", "href")).await.expect(200);
    assert_eq!(why.path, "/search?q=orbit&page=2&why=1");
    let told: Vec<String> = why.texts("#why tbody th");
    assert_eq!((told.len(), &told), (2, &titles(&page)));
}

#[actix_web::test]
async fn what_changes_is_found_soon_and_what_goes_is_not_found_any_more() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let goods = house.goods(&seller, "Смартфон Orbit", 90_000, 1);
    describe(&house, goods.product, "");
    let visitor = house.visitor();
    let found = async |words: &str| titles(&visitor.get(&format!("/search?q={words}")).await).len();
    assert_eq!(found("orbit").await, 1);
    for (change, back) in [
        ("UPDATE stocks SET on_hand = 0", "UPDATE stocks SET on_hand = 1"),
        ("UPDATE listings SET state = 'paused'", "UPDATE listings SET state = 'active'"),
        ("UPDATE shops SET state = 'suspended'", "UPDATE shops SET state = 'open'"),
        ("UPDATE products SET title = 'Чайник'", "UPDATE products SET title = 'Смартфон Orbit'"),
    ] {
        house.sql(change);
        assert_eq!(found("orbit").await, 0, "{change}");
        house.sql(back);
        assert_eq!(found("orbit").await, 1, "{back}");
    }
    house.sql(&format!("INSERT INTO product_values (product_id, attribute_id, option_id) SELECT {}, a.id, o.id FROM attributes a JOIN attribute_options o ON o.attribute_id = a.id WHERE a.code = 'color' AND o.code = 'black'", goods.product));
    assert_eq!([found("чёрный").await, found("black").await, found("қара").await], [1, 1, 1]);
}

#[actix_web::test]
async fn a_transaction_that_ends_late_is_not_overlooked() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let (slow, quick) = (house.goods(&seller, "Смартфон Orbit", 90_000, 1), house.goods(&seller, "Смартфон Kelt", 90_000, 1));
    let mut late = house.connect();
    let rename = |product: i64| format!("UPDATE products SET title = 'Чайник {product}' WHERE id = {product}");
    diesel::connection::SimpleConnection::batch_execute(&mut late, &format!("BEGIN; {}", rename(slow.product))).unwrap();
    house.sql(&rename(quick.product));
    let visitor = house.visitor();
    assert_eq!(titles(&visitor.get("/search?q=чайник").await).len(), 1);
    diesel::connection::SimpleConnection::batch_execute(&mut late, "COMMIT").unwrap();
    house.index();
    assert_eq!(titles(&visitor.get("/search?q=чайник").await).len(), 2);
}

#[actix_web::test]
async fn a_process_that_only_reads_the_index_sees_every_commit() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let goods = ["Orbit", "Kelt", "Aina"].map(|title| house.goods(&seller, title, 90_000, 1));
    let beside = house.second_node("").await;
    beside.index().expect("it is seen");
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let visitor = Visitor::new(&format!("http://{}", listener.local_addr().unwrap()));
    actix_web::rt::spawn(samal::app::serve(&beside, listener).unwrap());
    let rename = |product: i64| format!("UPDATE products SET title = 'Чайник {product}' WHERE id = {product}");
    // as long as this is open, the place in the log stands still
    let mut late = house.connect();
    diesel::connection::SimpleConnection::batch_execute(&mut late, &format!("BEGIN; {}", rename(goods[0].product))).unwrap();
    for (at, one) in goods.iter().enumerate().skip(1) {
        house.sql(&rename(one.product));
        beside.index().expect("it is seen");
        assert_eq!(titles(&visitor.get("/search?q=чайник").await).len(), at);
    }
}

#[actix_web::test]
async fn an_index_that_was_deleted_is_built_again() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    house.goods(&seller, "Смартфон Orbit", 90_000, 1);
    let again = house.second_node("another").await;
    // As long as it is under way, entries after it stay in view though they were taken in.
    let mut under_way = house.connect();
    diesel::connection::SimpleConnection::batch_execute(&mut under_way, "BEGIN; SELECT pg_current_xact_id()").unwrap();
    house.sql("UPDATE products SET title = 'Смартфон Kelt'");
    again.index().expect("it is built");
    again.index().expect("it is looked at again");
    let standing = || again.index_standing().expect("it stands");
    assert_eq!(standing().products, 1);
    assert!(standing().behind > 0);
    diesel::connection::SimpleConnection::batch_execute(&mut under_way, "COMMIT").unwrap();
    // Other tests have transactions too.
    house.until("nothing is behind", || again.index().is_ok() && standing().behind == 0).await;
}

#[actix_web::test]
async fn filters_of_one_kind_add_up_and_counts_tell_what_a_click_brings() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    for (title, colour) in [("Чёрный", "black"), ("Белый", "white"), ("Синий", "blue"), ("Ещё чёрный", "black")] {
        let goods = house.goods(&seller, title, 10_000, 1);
        house.sql(&format!("INSERT INTO product_values (product_id, attribute_id, option_id) SELECT {}, a.id, o.id FROM attributes a JOIN attribute_options o ON o.attribute_id = a.id WHERE a.code = 'color' AND o.code = '{colour}'", goods.product));
    }
    let visitor = house.visitor();
    let page = visitor.get("/c/smartphones?a.color=black").await.expect(200);
    assert_eq!(titles(&page), ["Ещё чёрный", "Чёрный"]);
    assert_eq!(page.attrs("input[name='a.color'][checked]", "value"), ["black"]);
    let count = |page: &Page, value: &str| page.text(&format!("label:has(input[name='a.color'][value='{value}']) .num"));
    assert_eq!([count(&page, "black"), count(&page, "white")], ["2", "1"]);
    let both = visitor.get("/c/smartphones?a.color=black&a.color=white").await.expect(200);
    assert_eq!(titles(&both).len(), 3);
    let none = visitor.get("/c/smartphones?price_to=1&a.color=black").await.expect(200);
    assert!(titles(&none).is_empty() && none.says("Без фильтра"), "{}", none.words());
    assert!(none.has("input[name='a.color'][value='white'][disabled]"), "what cannot be stays and is shut");
    assert_eq!(visitor.get("/c/smartphones?a.color=black&a.color=rainbow&a.nonsense=1").await.path, "/c/smartphones?a.color=black");
}

#[actix_web::test]
async fn a_title_outranks_a_mention() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let phone = house.goods(&seller, "Смартфон", 90_000, 1);
    let case = house.goods(&seller, "Чехол", 2_000, 1);
    describe(&house, phone.product, "");
    describe(&house, case.product, "для смартфона");
    let visitor = house.visitor();
    assert_eq!(titles(&visitor.get("/search?q=смартфон").await), ["Смартфон", "Чехол"]);
    assert_eq!(titles(&visitor.get("/search?q=смартфон&sort=new").await), ["Чехол", "Смартфон"]);
    assert_eq!(titles(&visitor.get("/search?q=смартфон&sort=cheap").await), ["Чехол", "Смартфон"]);
    assert_eq!(titles(&visitor.get("/search?q=смартфон&price_from=50000").await), ["Смартфон"]);
}

#[actix_web::test]
async fn categories_of_the_matches_are_offered_and_narrow_them() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    house.goods(&seller, "Синий смартфон", 90_000, 1);
    let laptop = house.goods(&seller, "Синий ноутбук", 90_000, 1);
    move_to(&house, laptop.product, "laptops");
    let visitor = house.visitor();
    let page = visitor.get("/search?q=синий").await.expect(200);
    let chips = page.attrs("nav.chips a", "href");
    assert_eq!(chips.len(), 2);
    let narrowed = visitor.get(chips.iter().find(|href| href.contains("laptops")).unwrap()).await.expect(200);
    assert_eq!(titles(&narrowed), ["Синий ноутбук"]);
    assert!(narrowed.has("a.chip[aria-current]"), "the category can be taken away again");
}

#[actix_web::test]
async fn nothing_found_leads_on() {
    let house = House::new().await;
    let page = house.visitor().get("/search?q=трансмогрификатор").await.expect(200);
    assert!(page.says("По запросу «трансмогрификатор» ничего нет"));
    assert_eq!(page.texts(".cats a").len(), 12);
    assert_eq!(page.attr("meta[name=robots]", "content"), "noindex");
}

#[actix_web::test]
async fn no_filter_is_blamed_for_words_that_nothing_has() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    house.goods(&seller, "Смартфон Orbit", 90_000, 1);
    let visitor = house.visitor();
    for filters in ["price_to=5000", "category=smartphones", "category=smartphones&a.nfc=yes&city=almaty"] {
        let page = visitor.get(&format!("/search?q=трансмогрификатор&{filters}")).await.expect(200);
        assert!(page.says("По запросу «трансмогрификатор» ничего нет") && !page.says("С такими фильтрами"), "{filters}: {}", page.words());
        assert!(page.has(".cats a") && !page.has("form.facets"), "{filters}");
    }
    // what filters took away is still said to be theirs, and a category that has nothing is one of them
    for filters in ["price_to=5000", "category=laptops", "category=laptops&price_to=5000"] {
        let page = visitor.get(&format!("/search?q=orbit&{filters}")).await.expect(200);
        assert!(page.says("С такими фильтрами ничего нет") && page.has("form.facets"), "{filters}: {}", page.words());
    }
    let spent = super::cost(&house, &visitor, "/search?q=трансмогрификатор&category=smartphones").await;
    assert!(spent <= 2, "{spent}");
}

#[actix_web::test]
async fn any_text_can_be_looked_for() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    house.goods(&seller, "Смартфон", 90_000, 1);
    let visitor = house.visitor();
    let words = [
        "&",
        "|",
        "!!!",
        "(((",
        "a & b | !c",
        "'; DROP TABLE products; --",
        "смартфон:*",
        "<->",
        "\\",
        "%",
        "_",
        "\"смартфон",
        "-смартфон",
        "🙂📱",
        "שלום עולם",
        "\u{202e}abc",
        "а".repeat(5_000).as_str(),
        "слово ".repeat(900).as_str(),
        "и в на",
        "http://x.kz/?a=1&b=2",
        "a@b.kz",
    ]
    .map(str::to_owned);
    for text in words {
        let query = serde_html_form(&text);
        let page = visitor.get(&format!("/search?{query}")).await;
        assert_eq!(page.status, 200, "{text}: {}", page.words());
        assert!(!page.html.contains("⟦?⟧"));
    }
    visitor.get("/search?q=%00").await.expect(400);
    visitor.get("/search?q=%FF%FE").await.expect(200);
}

/// `q=…`, percent-encoded as a browser does.
fn serde_html_form(text: &str) -> String {
    let mut url = reqwest::Url::parse("http://x/").unwrap();
    url.query_pairs_mut().append_pair("q", text);
    url.query().unwrap().to_owned()
}

#[actix_web::test]
async fn goods_that_many_look_at_are_indexed_again() {
    let house = House::new().await;
    let goods = house.goods(&house.seller("Orbit Store"), "Лампа", 5_000, 5);
    house.sql(&format!("INSERT INTO listing_views (listing_id, views) VALUES ({}, 2)", goods.listing));
    let changes = || house.count(&format!("SELECT count(*) AS n FROM search_changes WHERE product_id = {}", goods.product));
    let before = changes();
    for (views, told) in [(3, 0), (5, 0), (7, 1), (8, 1), (40, 2)] {
        house.sql(&format!("UPDATE listing_views SET views = {views} WHERE listing_id = {}", goods.listing));
        assert_eq!(changes() - before, told, "{views}");
    }
}
