//! The mix of questions, and how long they take.

use std::thread;
use std::time::Instant;

use samal::search::engine::{Ask, Filters, Index, Place, Sort, choice};

use crate::words::{Dice, SHOPS, Words};

const CLIENTS: u64 = 8;
const KINDS: [&str; 12] = [
    "one word",
    "type and brand",
    "type, brand, colour",
    "model",
    "typing error",
    "other keyboard",
    "long question",
    "words and filters",
    "words by price",
    "category with filters",
    "category",
    "shop",
];

/// Measures every kind alone, then all of them by eight clients at once.
pub fn measure(index: &Index, words: &Words) {
    println!("{:24} median  p99    slowest (ms)  CPU  found", "");
    for (kind, name) in KINDS.into_iter().enumerate() {
        let (mut found, before) = (0, crate::cpu());
        let times: Vec<f64> = (0..200)
            .map(|number| {
                let ask = ask(kind, number, words);
                let begun = Instant::now();
                found += u64::from(index.find(&ask).total);
                begun.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        report(name, times, (crate::cpu() - before) * 1e3 / 200.0, found / 200);
    }
    let (begun, before) = (Instant::now(), crate::cpu());
    let times: Vec<f64> = thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS).map(|client| scope.spawn(move || one_client(index, words, client))).collect();
        clients.into_iter().flat_map(|client| client.join().unwrap_or_default()).collect()
    });
    println!("{:.0} questions/s by {CLIENTS} clients at once", times.len() as f64 / begun.elapsed().as_secs_f64());
    let cpu = (crate::cpu() - before) * 1e3 / times.len() as f64;
    report("all, 8 clients", times, cpu, 0);
}

fn one_client(index: &Index, words: &Words, client: u64) -> Vec<f64> {
    (0..400)
        .map(|number| {
            let ask = ask((number % KINDS.len() as u64) as usize, 1_000 + client * 10_000 + number, words);
            let begun = Instant::now();
            index.find(&ask);
            begun.elapsed().as_secs_f64() * 1e3
        })
        .collect()
}

fn report(name: &str, mut times: Vec<f64>, cpu: f64, found: u64) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!("{name:24} {:6.2} {:6.2} {:6.2}      {cpu:6.2}   {found}", at(0.5), at(0.99), at(1.0));
}

fn ask(kind: usize, number: u64, words: &Words) -> Ask {
    let mut dice = Dice((number + 7).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    (0..4).for_each(|_| dice.step());
    let product = &words.products[dice.roll(words.products.len() as u64) as usize];
    let kind_word = product.kind.split(' ').next().unwrap_or_default().to_owned();
    let (text, mut ask) = (|text: String| Some(text), Ask { size: 24, page: 1, now: 1_740_000_000, ..Ask::default() });
    let leaf = product.leaf(dice.roll(4)) as u32;
    match kind {
        0 => ask.words = text(kind_word),
        1 => ask.words = text(format!("{} {}", product.kind, product.brand)),
        2 => ask.words = text(format!("{} {} {}", product.kind, product.brand, ["чёрный", "белый", "синяя"][dice.roll(3) as usize])),
        3 => {
            ask.words =
                text(product.title_en.split(' ').find(|word| word.bytes().any(|byte| byte.is_ascii_digit())).unwrap_or("i5").to_owned())
        }
        4 => ask.words = text(wrong(&product.kind, &mut dice)),
        5 => ask.words = text(samal::search::engine::text::layout::others(&product.kind.to_lowercase()).pop().unwrap_or_default()),
        6 => ask.words = text(product.description.split(' ').take(8).collect::<Vec<_>>().join(" ")),
        7 => {
            ask.words = text(product.kind.clone());
            ask.filters = Filters { cities: vec![1, 2, 3], price_to: Some(product.price * 2), used: Some(false), ..Filters::default() };
        }
        8 => {
            ask.words = text(product.kind.clone());
            ask.sort = Sort::Cheap;
        }
        9 => {
            ask.place.category = Some(1 + leaf % 20);
            let attribute = leaf * 10;
            ask.filters = Filters {
                choices: vec![(attribute, vec![attribute * 100 + 3])],
                price_from: Some(20_000),
                days: Some(7),
                ..Filters::default()
            };
            debug_assert!(choice(attribute, 1) > 0);
        }
        10 => ask.place = Place { category: Some(if number.is_multiple_of(2) { 1 + leaf % 20 } else { 1000 + leaf }), ..Place::default() },
        _ => ask.place = Place { shop: Some(1 + dice.roll(SHOPS) as u32), ..Place::default() },
    }
    ask
}

/// Two letters change places.
fn wrong(text: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let at = 1 + dice.roll(letters.len().max(4) as u64 - 3) as usize;
    if at + 1 < letters.len() {
        letters.swap(at, at + 1);
    }
    letters.into_iter().collect()
}
