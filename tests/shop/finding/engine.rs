//! The engine through its door: what is found, counted, ordered and said.

use samal::search::engine::found::How;
use samal::search::engine::{Ask, Change, Count, Doc, Error, Filters, Found, Home, Index, Offer, Place, Sort, Ways, choice};
use tempfile::TempDir;

const COLOUR: u32 = 1;
const MEMORY: u32 = 2;
const DIAGONAL: u32 = 3;

fn offer(listing: i64, price: i64) -> Offer {
    Offer { listing, shop: 1, price, city: 1, ways: Ways { post: 2, ..Ways::default() }, stock: true, ..Offer::default() }
}

fn phone(product: i64, title: &str, colour: u32, offers: Vec<Offer>) -> Doc {
    Doc {
        product,
        title: title.to_owned(),
        kind: "Смартфоны\nSmartphones\nСмартфондар".to_owned(),
        path: "Электроника\nElectronics".to_owned(),
        categories: vec![11, 1],
        choices: vec![choice(COLOUR, colour), choice(MEMORY, 256)],
        numbers: vec![(DIAGONAL, 6_100 + product)],
        offers,
        created: product,
        rating: 400,
        reviews: 10,
        ..Doc::default()
    }
}

fn other(product: i64, title: &str, kind: &str, category: u32) -> Doc {
    Doc {
        product,
        title: title.to_owned(),
        kind: kind.to_owned(),
        categories: vec![category],
        offers: vec![offer(product * 10, 5_000)],
        ..Doc::default()
    }
}

fn catalogue() -> Vec<Doc> {
    let used = Offer { used: true, city: 2, shop: 2, ..offer(22, 90_000) };
    let cheaper = Offer { old_price: 500_000, shop: 3, city: 2, ..offer(31, 250_000) };
    vec![
        phone(1, "Samsung Galaxy S24 256 GB чёрный", 7, vec![offer(11, 400_000)]),
        phone(2, "Samsung Galaxy A15 128гб", 8, vec![offer(21, 100_000), used]),
        phone(3, "Apple iPhone 15 256GB", 7, vec![cheaper]),
        other(4, "Чехол для Samsung Galaxy S24", "Чехлы", 12),
        other(5, "Наушники Sony WH-1000XM5", "Наушники", 13),
        other(6, "Ноутбук Lenovo IdeaPad", "Ноутбуки", 14),
        other(7, "Әйелдер көйлегі", "Көйлектер", 15),
        other(8, "Чайник 1,5 л", "Чайники", 16),
        other(9, "Кроссовки беговые", "Кроссовки", 17),
        other(10, "Наушники Sony WH1000XM4", "Наушники", 13),
    ]
}

fn index(docs: Vec<Doc>) -> (TempDir, Index) {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path()).unwrap();
    let changes: Vec<_> = docs.into_iter().map(|doc| Change::Put(Box::new(doc))).collect();
    let mut writer = index.writer().unwrap();
    writer.apply(&changes).unwrap();
    writer.commit(42).unwrap();
    writer.finish().unwrap();
    index.reload().unwrap();
    (folder, index)
}

fn words(index: &Index, text: &str) -> Found {
    index.find(&Ask { words: Some(text.to_owned()), page: 1, size: 24, ..Ask::default() })
}

fn products(found: &Found) -> Vec<i64> {
    found.hits.iter().map(|hit| hit.product).collect()
}

fn filtered(index: &Index, filters: Filters) -> Found {
    index.find(&Ask { filters, page: 1, size: 24, ..Ask::default() })
}

#[test]
fn words_of_all_languages_are_found() {
    let (_folder, index) = index(catalogue());
    for (text, product) in [
        ("смартфон samsung s24", 1),
        ("смартфондар galaxy a15", 2),
        ("көйлек", 7),
        ("койлектер", 7),
        ("чайники", 8),
        ("чайник 1.5l", 8),
        ("laptop lenovo", 6),
        ("айфон", 3),
        ("iphone 256 гб", 3),
        ("iphone 256гб", 3),
        ("wh1000xm5", 5),
        ("wh-1000xm5", 5),
        ("WH-1000XM4", 10),
        ("wh 1000xm4", 10),
        ("самсунг а15", 2),
    ] {
        assert_eq!(products(&words(&index, text)).first(), Some(&product), "{text}");
    }
}

#[test]
fn what_was_meant_is_found_and_said() {
    let (_folder, index) = index(catalogue());
    for (text, product, how) in [
        ("ыфьыгтп a15", 2, How::Layout),
        ("rhjccjdrb", 9, How::Layout),
        ("krossovki", 9, How::Script),
        ("кросовки", 9, How::Spelling),
        ("кроссо", 9, How::Completion),
    ] {
        let found = words(&index, text);
        assert_eq!(products(&found).first(), Some(&product), "{text}");
        assert_eq!(found.said.corrected.first().map(|correction| correction.how), Some(how), "{text}");
        assert!(found.said.query.is_some());
        let literal = index.find(&Ask { words: Some(text.to_owned()), literal: true, size: 24, ..Ask::default() });
        assert!(literal.said.corrected.is_empty() && !literal.said.unknown.is_empty(), "{text}");
    }
}

#[test]
fn the_thing_stands_before_what_is_made_for_it() {
    let (_folder, index) = index(catalogue());
    assert_eq!(products(&words(&index, "чехол samsung")).first(), Some(&4));
    assert_eq!(products(&words(&index, "samsung galaxy s24")).first(), Some(&1));
}

#[test]
fn staffs_synonyms_count() {
    let (_folder, index) = index(catalogue());
    assert_eq!(words(&index, "мобила").total, 0);
    index.set_synonyms(&[vec!["мобила".into(), "смартфон".into()]]);
    assert_eq!(words(&index, "мобила").total, 3);
}

#[test]
fn one_offer_must_meet_all_filters() {
    let (_folder, index) = index(catalogue());
    let used = filtered(&index, Filters { used: Some(true), ..Filters::default() });
    assert_eq!((used.total, used.hits[0].listing, used.hits[0].price), (1, 22, 90_000));
    // the used offer is in town 2, the new one in town 1: none is both
    assert_eq!(filtered(&index, Filters { used: Some(true), cities: vec![1], ..Filters::default() }).total, 0);
    assert_eq!(products(&filtered(&index, Filters { discount: true, ..Filters::default() })), [3]);
    assert_eq!(filtered(&index, Filters { price_from: Some(95_000), price_to: Some(300_000), ..Filters::default() }).total, 2);
}

#[test]
fn counts_are_what_a_click_shows() {
    let (_folder, index) = index(catalogue());
    let chosen = Filters { cities: vec![1], choices: vec![(COLOUR, vec![7])], ..Filters::default() };
    let found = filtered(&index, chosen.clone());
    assert!(!found.facets.cities.is_empty() && !found.facets.choices.is_empty());
    for (city, count) in &found.facets.cities {
        assert_eq!(filtered(&index, Filters { cities: vec![*city], ..chosen.clone() }).total, *count, "town {city}");
    }
    for (attribute, option, count) in found.facets.choices.iter().copied() {
        let mut choices = chosen.choices.clone();
        choices.retain(|(own, _)| *own != attribute);
        choices.push((attribute, vec![option]));
        assert_eq!(filtered(&index, Filters { choices, ..chosen.clone() }).total, count, "{attribute} {option}");
    }
    for (category, count) in &found.facets.categories {
        assert_eq!(filtered(&index, Filters { categories: vec![*category], ..chosen.clone() }).total, *count, "category {category}");
    }
    assert_eq!(found.facets.choices.iter().filter(|(attribute, ..)| *attribute == COLOUR).count(), 2);
}

#[test]
fn numbers_have_their_span() {
    let (_folder, index) = index(catalogue());
    let all = index.find(&Ask { place: Place { category: Some(11), ..Place::default() }, size: 10, ..Ask::default() });
    let span = all.facets.numbers[0];
    assert_eq!((span.attribute, span.least, span.greatest, span.count), (DIAGONAL, 6_101, 6_103, 3));
    let some = filtered(&index, Filters { numbers: vec![(DIAGONAL, Some(6_102), None)], ..Filters::default() });
    assert_eq!((some.total, some.facets.numbers[0]), (2, span));
    assert_eq!(all.facets.prices.map(|prices| (prices.lowest, prices.highest)), Some((90_000, 400_000)));
}

#[test]
fn places_are_hard_limits() {
    let (_folder, index) = index(catalogue());
    let at = |place| index.find(&Ask { place, size: 24, ..Ask::default() });
    assert_eq!(at(Place { category: Some(1), ..Place::default() }).total, 3);
    let shop = at(Place { shop: Some(2), ..Place::default() });
    assert_eq!((products(&shop), shop.hits[0].listing), (vec![2], 22));
    assert_eq!(shop.facets.shops, [(2, 1)]);
    assert_eq!(at(Place { category: Some(12), shop: Some(2), ..Place::default() }).total, 0);
    // the second time from memory
    assert_eq!(at(Place { shop: Some(2), ..Place::default() }), shop);
}

#[test]
fn every_order_orders() {
    let (_folder, index) = index(catalogue());
    let first =
        |sort| products(&index.find(&Ask { place: Place { category: Some(1), ..Place::default() }, sort, size: 24, ..Ask::default() }));
    assert_eq!(first(Sort::Cheap), [2, 3, 1]);
    assert_eq!(first(Sort::Dear), [1, 3, 2]);
    assert_eq!(first(Sort::New), [3, 2, 1]);
    assert_eq!(first(Sort::Discount)[0], 3);
}

#[test]
fn pages_follow_each_other() {
    let (_folder, index) = index(catalogue());
    let page = |page| products(&index.find(&Ask { page, size: 4, sort: Sort::New, ..Ask::default() }));
    let all: Vec<_> = (1..=3).flat_map(page).collect();
    let mut sorted = all.clone();
    sorted.sort_unstable();
    assert_eq!((all.len(), sorted), (10, (1..=10).collect::<Vec<_>>()));
    assert!(page(51).is_empty());
}

#[test]
fn a_score_is_the_sum_of_its_parts() {
    let (_folder, index) = index(catalogue());
    for text in [Some("samsung galaxy чёрный".to_owned()), None] {
        let found = index.find(&Ask { words: text, explain: true, size: 24, now: 1_000_000, ..Ask::default() });
        assert!(!found.hits.is_empty());
        for why in found.hits.into_iter().filter_map(|hit| hit.why) {
            let words: f32 = why.words.iter().map(|(_, value)| value).sum();
            let sum = words + why.all_words + why.head + why.feedback + why.availability + why.lasting + why.freshness;
            assert!((sum - why.total).abs() < 1e-4, "{why:?}");
        }
    }
}

#[test]
fn too_few_with_all_words_are_joined_by_others() {
    let (_folder, index) = index(catalogue());
    let found = words(&index, "samsung galaxy розовый");
    assert!(found.said.relaxed && found.total >= 3);
    assert_eq!(found.said.unknown, ["розовыи".replace("ыи", "ый")]);
}

#[test]
fn changes_replace_and_drop() {
    let (folder, index) = index(catalogue());
    let mut writer = index.writer().unwrap();
    let renamed = other(5, "Утюг Bosch", "Утюги", 18);
    let twice = other(6, "Первый", "Разное", 19);
    let changes = [Change::Put(Box::new(twice)), Change::Put(Box::new(renamed)), Change::Drop(6), Change::Drop(999)];
    writer.apply(&changes).unwrap();
    writer.commit(43).unwrap();
    assert_eq!(words(&index, "утюг").total, 0, "not before reload");
    index.reload().unwrap();
    assert_eq!(products(&words(&index, "утюг")), [5]);
    assert_eq!(words(&index, "wh1000xm5").hits.iter().filter(|hit| hit.product == 5).count(), 0);
    assert_eq!(words(&index, "lenovo").total, 0);
    assert_eq!((index.docs(), index.position().unwrap()), (9, 43));
    drop(writer);
    drop(index);
    let again = Index::open(folder.path()).unwrap();
    assert_eq!((again.docs(), again.position().unwrap()), (9, 43));
}

#[test]
fn filling_is_applying() {
    let (_folder, applied) = index(catalogue());
    let folder = tempfile::tempdir().unwrap();
    let filled = Index::open(folder.path()).unwrap();
    let mut writer = filled.writer().unwrap();
    writer.fill(&catalogue()).unwrap();
    writer.commit(42).unwrap();
    filled.reload().unwrap();
    assert_eq!(products(&words(&filled, "samsung galaxy")), products(&words(&applied, "samsung galaxy")));
    writer.apply(&[Change::Put(Box::new(other(3, "Утюг Bosch", "Утюги", 18)))]).unwrap();
    writer.commit(43).unwrap();
    filled.reload().unwrap();
    assert_eq!((filled.docs(), words(&filled, "iphone").total), (10, 0));
}

#[test]
fn clearing_empties() {
    let (_folder, index) = index(catalogue());
    let mut writer = index.writer().unwrap();
    writer.clear().unwrap();
    writer.commit(0).unwrap();
    index.reload().unwrap();
    assert_eq!((index.docs(), index.find(&Ask::default()).total), (0, 0));
    let put: Vec<_> = catalogue().into_iter().map(|doc| Change::Put(Box::new(doc))).collect();
    writer.apply(&put).unwrap();
    writer.commit(1).unwrap();
    index.reload().unwrap();
    assert_eq!(index.docs(), 10);
}

#[test]
fn another_layout_is_refused() {
    let (folder, index) = index(catalogue());
    drop(index);
    std::fs::write(folder.path().join("layout"), "other").unwrap();
    assert!(matches!(Index::open(folder.path()), Err(Error::Schema { found }) if found == "other"));
}

#[test]
fn what_has_no_offers_is_not_found() {
    let (_folder, index) = index(vec![Doc { product: 1, title: "Чай".into(), ..Doc::default() }]);
    assert_eq!(words(&index, "чай").total, 0);
}

#[test]
fn words_are_completed() {
    let (_folder, index) = index(catalogue());
    let suggestions = index.suggest("наушники so", 5);
    assert_eq!(suggestions.texts, ["наушники sony"]);
    assert_eq!(suggestions.categories.first(), Some(&(13, 2)));
    assert_eq!(index.suggest("смарт", 5).texts.len(), 2);
    assert!(index.suggest("", 5).texts.is_empty());
}

#[test]
fn counting_can_be_left_out() {
    let (_folder, index) = index(catalogue());
    let found = index.find(&Ask { facets: Count::Total, size: 5, ..Ask::default() });
    assert!(found.total == 10 && found.facets.categories.is_empty());
    let common = index.find(&Ask { facets: Count::Common, size: 5, ..Ask::default() });
    assert!(common.facets.choices.is_empty() && !common.facets.categories.is_empty());
}

#[test]
fn days_are_those_to_the_buyers_town() {
    let here = |courier, pickup| Ways { courier, pickup, ..Ways::default() };
    let far = Offer { city: 1, ways: here(1, 0), ..offer(11, 400_000) };
    let near = Offer { city: 2, shop: 2, ways: here(3, 2), ..offer(12, 450_000) };
    let (_folder, index) = index(vec![phone(1, "Orbit", 7, vec![far, near]), phone(2, "Tolqyn", 7, vec![Offer { listing: 21, ..far }])]);
    let home = Home { city: 2, roads: [0, 4, 0].into() };
    let ask = |days, home: Option<&Home>, sort| {
        let filters = Filters { days, ..Filters::default() };
        index.find(&Ask { filters, home: home.cloned(), sort, page: 1, size: 24, ..Ask::default() })
    };
    let listings = |found: &Found| found.hits.iter().map(|hit| hit.listing).collect::<Vec<_>>();
    let anywhere = ask(Some(0), None, Sort::New);
    assert_eq!((listings(&anywhere), anywhere.facets.days), (vec![21, 11], vec![(0, 2)]));
    let there = ask(Some(3), Some(&home), Sort::New);
    assert_eq!((listings(&there), there.facets.days), (vec![12], vec![(2, 1), (5, 2)]), "the dearer offer is the one that comes in time");
    assert_eq!(listings(&ask(None, Some(&home), Sort::Soon)), [12, 21], "the quickest offer is shown where the quickest is wanted");
    assert_eq!(listings(&ask(None, Some(&home), Sort::Cheap)), [21, 11]);
    assert_eq!(listings(&ask(None, None, Sort::Soon)), [21, 11], "an answer to another town is not kept for this one");
}
