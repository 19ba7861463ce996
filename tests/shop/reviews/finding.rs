//! Finding goods by their rating: filter, counts, order, and how soon.

use super::{rate, received, starred};
use crate::support::{House, Page};

fn titles(page: &Page) -> Vec<String> {
    page.texts(".card h3")
}

/// The choices of the filter: value, how many, whether it can be chosen.
fn choices(page: &Page) -> Vec<(String, String, bool)> {
    let values = page.attrs(".facets [name=rating][value]", "value");
    let counts = page.texts(".check:has([name=rating]) .num");
    let shut = page.attrs(".facets [name=rating][disabled]", "value");
    let choice = |(value, n): (&String, String)| (value.clone(), n, !shut.contains(value));
    values.iter().skip(1).zip(counts).map(choice).collect()
}

/// Titles with their stars and the number of ratings.
const SHELF: [(&str, i64, i64); 6] =
    [("Пять", 10, 2), ("Много", 490, 100), ("Ровно", 9, 2), ("Чуть ниже", 449, 100), ("Так себе", 7, 2), ("Плохо", 2, 1)];

fn stocked(house: &House) {
    let seller = house.seller("Orbit Store");
    for (n, (title, stars, reviews)) in SHELF.into_iter().enumerate() {
        let goods = house.goods(&seller, title, 10_000 * (i64::try_from(n).unwrap() + 1), 5);
        starred(house, &goods, stars, reviews);
    }
    house.goods(&seller, "Без оценок", 99_000, 5);
}

#[actix_web::test]
async fn each_choice_of_the_filter_brings_what_it_says() {
    let house = House::new().await;
    stocked(&house);
    let visitor = house.visitor();
    for base in ["/c/smartphones", "/c/phones"] {
        let page = visitor.get(base).await.expect(200);
        let told: Vec<(String, String)> = choices(&page).into_iter().map(|(value, n, _)| (value, n)).collect();
        let expected = [("4.5", "3"), ("4", "4"), ("3.5", "5"), ("3", "5")].map(|(value, n)| (value.to_owned(), n.to_owned()));
        assert_eq!(told, expected, "{base}");
        for (value, n) in told {
            let found = visitor.get(&format!("{base}?rating={value}")).await.expect(200);
            assert_eq!(found.path, format!("{base}?rating={value}"));
            assert_eq!(titles(&found).len().to_string(), n, "{value}");
            assert_eq!(
                choices(&found).iter().map(|(_, n, _)| n.clone()).collect::<Vec<_>>(),
                ["3", "4", "5", "5"],
                "disjunctive at {value}"
            );
            assert_eq!(found.attrs(".facets [name=rating][checked]", "value"), [value]);
        }
    }
    let page = visitor.get("/c/smartphones?rating=4.5").await;
    assert_eq!(titles(&page), ["Ровно", "Много", "Пять"], "a mean of 4,49 is less than 4,5");
    assert_eq!(page.texts("a.chip[aria-current]"), ["рейтинг от 4,5, убрать"]);
    assert_eq!(page.attr("a.chip[aria-current]", "href"), "/c/smartphones");
    assert_eq!(page.attr("link[rel=canonical]", "href"), format!("{}/c/smartphones", house.base));
    assert_eq!(visitor.get("/en/c/smartphones?rating=4.5").await.texts("a.chip[aria-current]"), ["rated 4.5 and up, remove"]);
    for (typed, tidy) in [("4,5", "?rating=4.5"), ("4.50", "?rating=4.5"), ("4.2", ""), ("", ""), ("5", ""), ("x&rating=4", ""), ("-3", "")]
    {
        assert_eq!(
            visitor.get(&format!("/c/smartphones?rating={typed}")).await.expect(200).path,
            format!("/c/smartphones{tidy}"),
            "{typed}"
        );
    }
}

#[actix_web::test]
async fn with_other_filters_counts_hold_and_the_impossible_stays_in_sight() {
    let house = House::new().await;
    stocked(&house);
    let visitor = house.visitor();
    let page = visitor.get("/c/smartphones?price_from=40000").await.expect(200);
    let expected = [("4.5", "0", false), ("4", "1", true), ("3.5", "2", true), ("3", "2", true)];
    assert_eq!(choices(&page), expected.map(|(value, n, open)| (value.to_owned(), n.to_owned(), open)));
    let found = visitor.get("/c/smartphones?price_from=40000&rating=4").await.expect(200);
    assert_eq!(titles(&found), ["Чуть ниже"]);
    // nothing is left: each filter says what would be there without it
    let none = visitor.get("/c/smartphones?price_from=40000&rating=4.5").await.expect(200);
    assert!(titles(&none).is_empty());
    assert!(none.says("Без фильтра «рейтинг от 4,5»: 4 товара") && none.says("Без фильтра «от 40 000 ₸»: 3 товара"), "{}", none.words());
    assert!(choices(&none)[0].2, "what is chosen can be left");
}

#[actix_web::test]
async fn where_nothing_is_rated_nothing_asks_for_ratings() {
    let house = House::new().await;
    house.goods(&house.seller("Orbit Store"), "Смартфон", 10_000, 5);
    let page = house.visitor().get("/c/smartphones").await.expect(200);
    assert!(!page.has("[name=rating]") && !page.has("#sort a[href*='sort=rating']") && !page.has(".rate"));
}

#[actix_web::test]
async fn the_best_rated_stand_first_and_of_equals_those_with_more_ratings() {
    let house = House::new().await;
    stocked(&house);
    let more = house.goods(&house.seller("Kelt"), "Пять многими", 10_000, 5);
    starred(&house, &more, 50, 10);
    let visitor = house.visitor();
    let page = visitor.get("/c/smartphones").await.expect(200);
    let link = page.attr("#sort a[href*='sort=rating']", "href");
    let page = visitor.get(&link).await.expect(200);
    assert_eq!(titles(&page), ["Пять многими", "Пять", "Много", "Ровно", "Чуть ниже", "Так себе", "Плохо", "Без оценок"]);
    assert_eq!(page.text("#sort [aria-current]"), "С высоким рейтингом");
    assert_eq!(page.attr(".facets [type=hidden][name=sort]", "value"), "rating");
}

#[actix_web::test]
async fn a_saved_search_keeps_the_rating() {
    let house = House::new().await;
    stocked(&house);
    let person = house.person("Айгерим");
    let page = person.at.get("/c/smartphones?rating=4.5&sort=rating").await.expect(200);
    let page = person.at.get(&page.attr("a[href*='/searches/new']", "href")).await.expect(200);
    person.at.send(&page, "main form", &[("name", "Лучшие")]).await.expect(200);
    assert_eq!(house.text("SELECT path AS t FROM saved_searches"), "/c/smartphones?rating=4.5");
}

#[actix_web::test]
async fn stars_are_found_by_as_soon_as_they_are_given() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    let lamp = house.goods(&seller, "Смартфон Orbit", 5_000, 5);
    house.goods(&seller, "Смартфон Kelt", 5_000, 5);
    let number = received(&house, &seller, &buyer, &[&lamp]).await;
    house.index();
    let visitor = house.visitor();
    assert!(titles(&visitor.get("/c/smartphones?rating=4").await.expect(200)).is_empty());
    let changes = house.count("SELECT count(*) AS n FROM search_changes");
    rate(&house, &buyer, &number, &[4], 5).await.expect(200);
    assert_eq!(house.count("SELECT count(*) AS n FROM search_changes"), changes + 1, "one line of the log, in the same transaction");
    house.index();
    assert_eq!(titles(&visitor.get("/c/smartphones?rating=4").await), ["Смартфон Orbit"]);
    assert_eq!(titles(&visitor.get("/search?q=смартфон&rating=4").await), ["Смартфон Orbit"]);
    assert!(visitor.get("/search?q=смартфон&why=1").await.expect(200).text("#why").contains("оценки"));
    rate(&house, &buyer, &number, &[2], 5).await.expect(200);
    house.index();
    assert!(titles(&visitor.get("/c/smartphones?rating=4").await).is_empty());
    let changes = house.count("SELECT count(*) AS n FROM search_changes");
    rate(&house, &buyer, &number, &[2], 1).await.expect(200);
    assert_eq!(house.count("SELECT count(*) AS n FROM search_changes"), changes, "the shop's stars move no card");
}
