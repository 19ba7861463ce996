//! The shell: languages, errors, headers, static files, health.

use reqwest::redirect::Policy;

use crate::support::House;

#[actix_web::test]
async fn a_page_that_is_not_there_says_so_in_each_language() {
    let house = House::new().await;
    let visitor = house.visitor();
    for (path, heading) in [("/nowhere", "Такой страницы нет"), ("/kk/nowhere", "Мұндай бет жоқ"), ("/en/nowhere", "No such page")]
    {
        let page = visitor.get(path).await.expect(404);
        assert_eq!(page.text("h1"), heading);
        assert_eq!(page.headers["x-content-type-options"], "nosniff");
        assert!(page.headers["content-security-policy"].to_str().unwrap().contains("script-src 'none'"));
        assert!(!page.html.contains("<script") && !page.html.contains("⟦?⟧"), "{}", page.html);
    }
}

#[actix_web::test]
async fn russian_said_twice_leads_to_the_root() {
    let house = House::new().await;
    let client = reqwest::Client::builder().redirect(Policy::none()).build().unwrap();
    for (path, to) in [("/ru/cart?a=1", "/cart?a=1"), ("/ru", "/"), ("/ru//evil.example", "/evil.example")] {
        let answer = client.get(format!("{}{path}", house.base)).send().await.unwrap();
        assert_eq!((answer.status().as_u16(), answer.headers()["location"].to_str().unwrap()), (301, to));
    }
}

#[actix_web::test]
async fn the_node_is_alive_and_ready() {
    let house = House::new().await;
    assert_eq!(house.visitor().get("/healthz").await.expect(200).html, "alive\n");
    assert_eq!(house.visitor().get("/readyz").await.expect(200).html, "ready\n");
}

#[actix_web::test]
async fn a_program_that_is_ahead_of_its_database_does_not_start() {
    let house = House::new().await;
    house.sql("DELETE FROM __diesel_schema_migrations WHERE version = (SELECT max(version) FROM __diesel_schema_migrations)");
    let refused = house.start("behind").await.expect_err("it does not start");
    assert!(format!("{refused:#}").ends_with("the database lacks 1 of this program's migrations"), "{refused:#}");
}

#[actix_web::test]
async fn styles_are_kept_for_ever_under_hashed_names() {
    let house = House::new().await;
    let visitor = house.visitor();
    let page = visitor.get("/nowhere").await;
    for sheet in page.attrs("link[rel=stylesheet]", "href") {
        let answer = visitor.get(&sheet).await.expect(200);
        assert_eq!(answer.headers["cache-control"], "public, max-age=31536000, immutable");
    }
    visitor.get("/static/css/app.00000000.css").await.expect(404);
}

#[actix_web::test]
async fn the_platform_tells_where_to_write() {
    let house = House::new().await;
    let about = house.visitor().get("/kk/help/about").await.expect(200);
    assert_eq!(about.attr("main a[href^=mailto]", "href"), "mailto:help@samal.example");
    assert!(!house.visitor().get("/help/rules").await.expect(200).has("a[href^=mailto]"));
}
