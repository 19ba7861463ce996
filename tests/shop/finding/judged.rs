//! Judged queries on the demo's goods: slips, other keyboards, other alphabets, forms of words, units, model numbers, mixed languages.

use std::collections::HashMap;

use samal::demo;

use crate::support::House;

/// Written before the engine was tried on them, and not changed since.
const JUDGED: &str = include_str!("judged.tsv");
/// A right answer has to stand among so many.
const TOP: usize = 3;
/// So many of a hundred queries have to have one.
const WANTED: usize = 95;

/// A query and what answers it.
struct Judged {
    kind: &'static str,
    query: &'static str,
    categories: Vec<&'static str>,
    words: Vec<&'static str>,
}

fn judged() -> Vec<Judged> {
    let lines = JUDGED.lines().filter(|line| !line.starts_with('#'));
    let split = |text: &'static str| text.split('/').filter(|part| !part.is_empty()).collect();
    lines
        .map(|line| {
            let mut parts = line.split('\t');
            let mut next = || parts.next().unwrap_or_default();
            Judged { kind: next(), query: next(), categories: split(next()), words: words(next()) }
        })
        .collect()
}

/// A size like 205/55 is one word; no words are in every title.
fn words(text: &'static str) -> Vec<&'static str> {
    if text.contains(|c: char| c.is_ascii_digit()) { Vec::from([text]) } else { text.split('/').collect() }
}

impl Judged {
    fn is_answered_by(&self, title: &str, category: &str) -> bool {
        self.categories.contains(&category) && self.words.iter().any(|word| title.contains(word))
    }
}

#[actix_web::test]
async fn people_who_slip_write_otherwise_or_in_another_language_find_what_they_mean() {
    let house = House::new().await;
    demo::load(&house.app.db, &house.app.shelf.now(), &house.app.config).expect("the demo loads");
    house.index();
    let titles = house.texts_of("SELECT p.title || '\t' || c.slug AS t FROM products p JOIN categories c ON c.id = p.category_id");
    let homes: HashMap<String, &str> =
        titles.iter().filter_map(|line| line.split_once('\t')).map(|(title, home)| (plain(title), home)).collect();
    let (queries, visitor) = (judged(), house.visitor());
    assert!(queries.len() >= 150);

    let mut missed: HashMap<&str, Vec<String>> = HashMap::new();
    for judged in &queries {
        let page = visitor.get(&format!("/search?q={}", judged.query)).await.expect(200);
        let found: Vec<String> = page.texts(".card h3").iter().take(TOP).map(|title| plain(title)).collect();
        if !found.iter().any(|title| judged.is_answered_by(title, homes.get(title).unwrap_or(&""))) {
            missed.entry(judged.kind).or_default().push(format!("{}: {found:?}", judged.query));
        }
    }
    let right = queries.len() - missed.values().map(Vec::len).sum::<usize>();
    assert!(right * 100 >= WANTED * queries.len(), "only {right} of {} are answered: {missed:#?}", queries.len());
    println!("{right} of {} judged queries have a right answer among the first {TOP}; missed: {missed:#?}", queries.len());
}

#[actix_web::test]
async fn who_looks_for_a_phone_sees_phones_before_what_is_for_them() {
    let house = House::new().await;
    demo::load(&house.app.db, &house.app.shelf.now(), &house.app.config).expect("the demo loads");
    house.index();
    let phones = "SELECT p.title AS t FROM products p JOIN categories c ON c.id = p.category_id WHERE c.slug = 'smartphones'";
    let phones: Vec<String> = house.texts_of(phones).iter().map(|title| plain(title)).collect();
    let visitor = house.visitor();
    for query in ["телефон", "телефоны", "phone", "смартфон", "smartphone"] {
        for language in ["", "/kk", "/en"] {
            let page = visitor.get(&format!("{language}/search?q={query}")).await.expect(200);
            let found: Vec<String> = page.texts(".card h3").iter().take(TOP).map(|title| plain(title)).collect();
            assert!(found.len() == TOP && found.iter().all(|title| phones.contains(title)), "{language} {query}: {found:?}");
        }
    }
    let cases = visitor.get("/search?q=чехол+для+телефона").await.expect(200).texts(".card h3");
    assert!(cases.iter().take(TOP).all(|title| !phones.contains(&plain(title))), "{cases:?}");
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
