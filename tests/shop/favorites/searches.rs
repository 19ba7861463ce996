//! Saved searches: saved from lists, looked after, told by letters and on the site, called off.

use samal::db::DbError;
use samal::storefront::searches::{due, look};

use super::letters::{one_click, raw_letter};
use crate::cards::{offer, shared};
use crate::support::{House, Page, Person};

/// Looks after all searches whose turn it is, as the timetable does, and sends what follows.
async fn watch(house: &House) {
    let app = house.app.clone();
    tokio::task::spawn_blocking(move || {
        app.index().expect("the index keeps up");
        for id in app.db.read_here(|conn| -> Result<_, DbError> { Ok(due(conn)?) }).expect("due") {
            let catalog = app.shelf.now();
            app.db.write_here(|tx| -> Result<_, DbError> { Ok(look(tx, (&app.config, &catalog, &app.search), id)?) }).expect("looked");
        }
    })
    .await
    .expect("the watch");
    house.work().await;
}

/// Saves the search of a list page, as often as said.
async fn follow(person: &Person, list: &str, often: &str) -> Page {
    let page = person.at.get(list).await.expect(200);
    let form = person.at.get(&page.attr(".tools a[href*='/searches/new']", "href")).await.expect(200);
    person.at.send(&form, "form[action*='/searches/new']", &[("frequency", often)]).await.expect(200)
}

/// Makes everything so far lie in the past.
fn later(house: &House) {
    house.sql("UPDATE listings SET published_at = published_at - interval '1 hour'");
    house.sql("UPDATE saved_searches SET seen_at = seen_at - interval '30 minutes', told_at = told_at - interval '30 minutes', lettered_at = lettered_at - interval '30 minutes'");
}

#[actix_web::test]
async fn a_search_is_saved_by_its_one_address_and_named() {
    let house = House::new().await;
    let seller = house.seller("Орбита");
    house.goods(&seller, "Телефон Orbit", 50_000, 5);
    let person = house.person("Айгерим");
    let page = follow(&person, "/search?q=телефон&price_to=60000&sort=cheap&page=1", "daily").await;
    assert!(page.says("Поиск сохранён"));
    assert_eq!(house.text("SELECT path AS t FROM saved_searches"), "/search?q=%D1%82%D0%B5%D0%BB%D0%B5%D1%84%D0%BE%D0%BD&price_to=60000");
    assert_eq!(house.text("SELECT name AS t FROM saved_searches"), "телефон");
    let page = follow(&person, "/search?q=телефон&price_to=60000", "weekly").await;
    assert!(page.path.starts_with("/searches/") && page.says("уже есть"));
    follow(&person, "/kk/c/smartphones?condition=used", "at_once").await;
    assert_eq!(house.text("SELECT path AS t FROM saved_searches WHERE frequency = 'at_once'"), "/c/smartphones?condition=used");
    // a guest is led through sign-in to the same form
    let guest = house.visitor().get("/searches/new?path=%2Fc%2Fsmartphones").await.expect(200);
    assert_eq!(guest.path, "/login?next=%2Fsearches%2Fnew%3Fpath%3D%252Fc%252Fsmartphones");
    for bad in
        ["", "/", "/c/nothing", "https://evil.kz/c/smartphones", "/shops/x", "/search?q=", "/search", "//c/smartphones", "/c/smartphones/x"]
    {
        let query = serde_html_form::to_string([("path", bad)]).expect("a query");
        person.at.get(&format!("/searches/new?{query}")).await.expect(404);
        person.at.post("/searches/new", &[("path", bad), ("name", "x"), ("frequency", "daily")]).await.expect(404);
    }
    person.at.post("/searches/new", &[("path", "/c/smartphones"), ("name", ""), ("frequency", "hourly")]).await.expect(422);
}

#[actix_web::test]
async fn days_of_delivery_are_counted_to_the_town_of_the_list_that_was_saved() {
    let house = House::new().await;
    let seller = house.seller("Орбита");
    let person = house.person("Айгерим");
    person.at.post("/settings/city", &[("city", "astana"), ("back", "/")]).await.expect(200);
    let form = person.at.get("/searches/new?path=%2Fc%2Fsmartphones%3Fdays%3D1").await.expect(200);
    assert!(form.says("Даты для города Астана"));
    follow(&person, "/c/smartphones?days=1", "at_once").await;
    later(&house);
    let near = house.goods(&seller, "Телефон рядом", 50_000, 5);
    house.goods(&seller, "Телефон далеко", 50_000, 5);
    house.sql(&format!("UPDATE listings SET city_id = (SELECT id FROM cities WHERE slug = 'astana') WHERE id = {}", near.listing));
    watch(&house).await;
    let letters = house.letters(&person.email);
    assert_eq!(letters.len(), 1);
    assert!(letters[0].says("Телефон рядом") && !letters[0].says("далеко"), "{}", letters[0].words());
}

#[actix_web::test]
async fn new_listings_are_told_at_once_in_the_owners_language_and_once() {
    let house = House::new().await;
    let seller = house.seller("Орбита");
    house.goods(&seller, "Телефон старый", 50_000, 5);
    let person = house.person("Айгерим");
    house.sql(&format!("UPDATE users SET lang = 'en' WHERE id = {}", person.id));
    follow(&person, "/c/smartphones?price_to=60000", "at_once").await;
    watch(&house).await;
    assert_eq!(house.letters(&person.email).len(), 0, "what is on sale already is no news");
    later(&house);
    house.goods(&seller, "Телефон новый", 55_000, 5);
    house.goods(&seller, "Телефон дорогой", 99_000, 5);
    watch(&house).await;
    let letters = house.letters(&person.email);
    assert_eq!(letters.len(), 1);
    assert!(letters[0].says("Телефон новый") && !letters[0].says("дорогой") && !letters[0].says("старый"), "{}", letters[0].words());
    assert!(letters[0].says("1 new product"));
    assert_eq!(letters[0].attr("a[href]", "href"), format!("{}/en/c/smartphones?price_to=60000", house.base));
    watch(&house).await;
    assert_eq!(house.letters(&person.email).len(), 1);
    // on the site: counted until looked at
    let page = person.at.get("/searches").await.expect(200);
    assert!(page.says("1 новый") && person.at.get("/me").await.says("1 новый товар"));
    let page = person.at.send(&page, "form[action$='/seen']", &[]).await.expect(200);
    assert_eq!(page.path, "/c/smartphones?price_to=60000");
    assert!(!person.at.get("/searches").await.says("1 новый"));
}

#[actix_web::test]
async fn a_second_shops_dearer_offer_is_news_where_it_fits() {
    let house = House::new().await;
    let (first, second) = (house.seller("Орбита"), house.seller("Techno Dala"));
    let goods = house.goods(&first, "Телефон Orbit", 50_000, 5);
    shared(&house, &goods);
    let (all, cheap) = (house.person("Айгерим"), house.person("Ерлан"));
    follow(&all, "/c/smartphones", "at_once").await;
    follow(&cheap, "/c/smartphones?price_to=52000", "at_once").await;
    later(&house);
    offer(&house, &second, &goods, 55_000, 3);
    watch(&house).await;
    let letters = house.letters(&all.email);
    assert!(letters.len() == 1 && letters[0].says("Телефон Orbit"), "{}", letters.len());
    assert_eq!(house.letters(&cheap.email).len(), 0, "what is new does not fit");
    watch(&house).await;
    assert_eq!(house.letters(&all.email).len(), 1);
}

#[actix_web::test]
async fn daily_letters_wait_for_their_day() {
    let house = House::new().await;
    let seller = house.seller("Орбита");
    house.goods(&seller, "Телефон старый", 50_000, 5);
    let person = house.person("Айгерим");
    follow(&person, "/search?q=телефон", "daily").await;
    later(&house);
    house.goods(&seller, "Телефон первый", 55_000, 5);
    watch(&house).await;
    assert_eq!(house.letters(&person.email).len(), 1);
    later(&house);
    house.goods(&seller, "Телефон второй", 55_000, 5);
    watch(&house).await;
    assert_eq!(house.letters(&person.email).len(), 1);
    assert_eq!(house.count("SELECT fresh::bigint AS n FROM saved_searches"), 2, "the site tells at once");
    house.sql("UPDATE saved_searches SET lettered_at = now() - interval '25 hours', looked_at = now() - interval '1 hour'");
    watch(&house).await;
    let letters = house.letters(&person.email);
    assert_eq!(letters.len(), 2);
    assert!(letters[1].says("Телефон второй") && !letters[1].says("Телефон первый"), "{}", letters[1].words());
}

#[actix_web::test]
async fn letters_stop_by_one_click_by_a_pause_and_with_the_search() {
    let house = House::new().await;
    let seller = house.seller("Орбита");
    house.goods(&seller, "Телефон старый", 50_000, 5);
    let person = house.person("Айгерим");
    follow(&person, "/c/smartphones", "at_once").await;
    later(&house);
    house.goods(&seller, "Телефон один", 55_000, 5);
    watch(&house).await;
    let raw = raw_letter(&house);
    assert!(raw.contains("List-Unsubscribe: <") && raw.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{raw}");
    let link = house.letters(&person.email)[0].attrs("a[href]", "href").pop().expect("a link");
    let path = link.strip_prefix(&house.base).expect("our address").to_owned();
    let page = house.visitor().get(&path).await.expect(200);
    assert_eq!(house.count("SELECT count(*) AS n FROM saved_searches WHERE paused"), 0, "looking changes nothing");
    assert!(house.visitor().send(&page, "form[action*='/mute/']", &[]).await.expect(200).says("Больше не напишем"));
    assert_eq!(house.count("SELECT count(*) AS n FROM saved_searches WHERE paused"), 1);
    one_click(&house.visitor(), &path).await;
    later(&house);
    house.goods(&seller, "Телефон два", 55_000, 5);
    watch(&house).await;
    assert_eq!(house.letters(&person.email).len(), 1);
    // going on begins afresh
    let page = person.at.get("/searches").await.expect(200);
    person.at.send(&page, "form[action$='/resume']", &[]).await.expect(200);
    watch(&house).await;
    assert_eq!(house.letters(&person.email).len(), 1);
    let delete = person.at.get("/searches").await.attr("a[href$='/delete']", "href");
    let page = person.at.get(&delete).await.expect(200);
    person.at.send(&page, "form[action$='/delete']", &[]).await.expect(200);
    assert_eq!(house.count("SELECT count(*) AS n FROM saved_searches"), 0);
    house.visitor().get(&format!("{path}x")).await.expect(404);
}

#[actix_web::test]
async fn searches_are_their_owners_alone() {
    let house = House::new().await;
    house.goods(&house.seller("Орбита"), "Телефон", 50_000, 5);
    let (person, stranger) = (house.person("Айгерим"), house.person("Ерлан"));
    follow(&person, "/c/smartphones", "daily").await;
    let path = house.text("SELECT '/searches/' || id AS t FROM saved_searches");
    for page in ["", "/delete"] {
        stranger.at.get(&format!("{path}{page}")).await.expect(404);
    }
    for form in ["", "/seen", "/pause", "/resume", "/delete"] {
        stranger.at.post(&format!("{path}{form}"), &[("name", "x"), ("frequency", "daily")]).await.expect(404);
    }
    assert_eq!(house.count("SELECT count(*) AS n FROM saved_searches WHERE NOT paused"), 1);
    assert!(person.at.get("/me/data").await.html.contains("/c/smartphones"));
}

#[actix_web::test]
async fn thirty_searches_are_enough() {
    let house = House::new().await;
    house.goods(&house.seller("Орбита"), "Телефон", 50_000, 5);
    let person = house.person("Айгерим");
    house.sql(&format!(
        "INSERT INTO saved_searches (user_id, name, path) SELECT {}, 'x', '/c/x?price_to=' || n FROM generate_series(1, 30) n",
        person.id
    ));
    let page = person.at.get("/searches/new?path=%2Fc%2Fsmartphones").await.expect(200);
    let page = person.at.send(&page, "form[action*='/searches/new']", &[]).await.expect(422);
    assert!(page.says("не больше 30"));
}

#[actix_web::test]
async fn a_searchs_name_is_of_one_line() {
    let house = House::new().await;
    let seller = house.seller("Орбита");
    house.goods(&seller, "Телефон Orbit", 10_000, 5);
    house.index();
    let person = house.person("Айгерим");
    let page = person.at.get("/search?q=телефон").await.expect(200);
    let form = person.at.get(&page.attr(".tools a[href*='/searches/new']", "href")).await.expect(200);
    let fill = [("frequency", "daily"), ("name", "a\nBcc: x@y.kz")];
    person.at.send(&form, "form[action*='/searches/new']", &fill).await.expect(200);
    assert_eq!(house.text("SELECT name AS t FROM saved_searches"), "a Bcc: x@y.kz");
}
