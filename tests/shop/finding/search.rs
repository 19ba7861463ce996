//! Search by words.

use crate::support::{House, Page};

fn titles(page: &Page) -> Vec<String> {
    page.texts(".card h3")
}

/// A document as the shop's verbs write it: title first, then tags and characteristics.
fn describe(house: &House, product: i64, title: &str, marks: &str) {
    house.sql(&format!(
        "UPDATE products SET document = setweight(to_tsvector('russian', '{title}') || to_tsvector('english', '{title}') || to_tsvector('simple', '{title}'), 'A')
         || setweight(to_tsvector('russian', '{marks}') || to_tsvector('english', '{marks}') || to_tsvector('simple', '{marks}'), 'B') WHERE id = {product}"
    ));
}

#[actix_web::test]
async fn words_are_found_by_stem_tag_characteristic_and_in_kazakh() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let (phone, carpet) = (house.goods(&seller, "Смартфон Orbit 12", 90_000, 1), house.goods(&seller, "Қазақша кілем", 40_000, 1));
    describe(&house, phone.product, "Смартфон Orbit 12", "подарок графитовый running shoes");
    describe(&house, carpet.product, "Қазақша кілем", "қолөнер жүн");
    let visitor = house.visitor();
    for (words, expected) in [
        ("смартфоны", vec!["Смартфон Orbit 12"]),
        ("СМАРТФОНАМИ orbit", vec!["Смартфон Orbit 12"]),
        ("подарок", vec!["Смартфон Orbit 12"]),
        ("графитовая", vec!["Смартфон Orbit 12"]),
        ("run", vec!["Смартфон Orbit 12"]),
        ("кілем", vec!["Қазақша кілем"]),
        ("жүн кілем", vec!["Қазақша кілем"]),
        ("смартфон кілем", vec![]),
    ] {
        let page = visitor.get(&format!("/search?q={words}")).await.expect(200);
        assert_eq!(titles(&page), expected, "{words}");
        assert_eq!(page.attr("#q", "value"), words);
    }
}

#[actix_web::test]
async fn a_title_outranks_a_mention() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let phone = house.goods(&seller, "Смартфон", 90_000, 1);
    let case = house.goods(&seller, "Чехол", 2_000, 1);
    describe(&house, phone.product, "Смартфон", "");
    describe(&house, case.product, "Чехол", "для смартфона");
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
    house.sql(&format!(
        "UPDATE listings SET category_id = (SELECT id FROM categories WHERE slug = 'laptops') WHERE id = {}",
        laptop.listing
    ));
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
