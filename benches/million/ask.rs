//! The mix of addresses, and how long their answers take.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::{Range, RangeBounds};
use std::time::Instant;

use anyhow::Result;
use reqwest::Client;
use samal::search::engine::text::layout;

use crate::words::{CHOICES, Dice, LEAVES, OPTIONS, ROOTS, SHOPS, Words};

const CLIENTS: usize = 8;

/// Search and filter pages: the mix. Each kind is asked as often as the others.
pub const MIX: [&str; 10] = [
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
];

/// Pages beside the mix, measured one kind after another.
pub const ALONE: [&str; 5] = ["home", "category", "department", "shop", "product"];

/// Milliseconds of each answer, in the order of size.
pub struct Times(Vec<f64>);

impl Times {
    /// The time that this share of the answers did not take longer than.
    pub fn at(&self, share: f64) -> f64 {
        self.0.get((self.0.len().saturating_sub(1) as f64 * share) as usize).copied().unwrap_or_default()
    }

    /// Of the answers of these kinds.
    pub fn of(answers: &[(usize, f64)], kinds: impl RangeBounds<usize>) -> Self {
        Self::sorted(answers.iter().filter(|(kind, _)| kinds.contains(kind)).map(|(_, time)| *time).collect())
    }

    fn sorted(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        Self(times)
    }
}

/// Asks for these rounds of the mix: in each, every one of eight clients at once asks for every kind. Kind and milliseconds of each answer.
pub async fn mix(base: &str, words: &Words, rounds: Range<usize>) -> Result<Vec<(usize, f64)>> {
    let kinds: Vec<usize> = (0..MIX.len()).collect();
    ask(base, &kinds, rounds, |kind, number| search(kind, number, words)).await
}

/// Asks for one kind of page alone, by eight clients at once.
pub async fn alone(base: &str, kind: usize, rounds: Range<usize>, goods: usize) -> Result<Vec<(usize, f64)>> {
    ask(base, &[kind], rounds, |kind, number| page(kind, number, goods)).await
}

/// Ten thousand questions that nobody would ask, up to 10 kB long; how long the answers took, and how many there were of each status.
pub async fn wild(base: &str) -> Result<(Times, BTreeMap<u16, usize>)> {
    let mut clients = Vec::new();
    for client in 0..CLIENTS as u64 {
        let base = base.to_owned();
        clients.push(tokio::spawn(async move {
            let (http, mut answers) = (Client::new(), Vec::new());
            for number in 0..10_000 / CLIENTS as u64 {
                let path = format!("{base}/search?q={}", encoded(&nonsense(&mut Dice::of(client * 10_000 + number + 7))));
                let begun = Instant::now();
                let answer = http.get(path).send().await?;
                let status = answer.status().as_u16();
                answer.bytes().await?;
                answers.push((begun.elapsed().as_secs_f64() * 1e3, status));
            }
            Ok::<_, anyhow::Error>(answers)
        }));
    }
    let (mut times, mut statuses) = (Vec::new(), BTreeMap::new());
    for client in clients {
        for (time, status) in client.await?? {
            times.push(time);
            *statuses.entry(status).or_default() += 1;
        }
    }
    Ok((Times::sorted(times), statuses))
}

/// Letters of many tongues, operators, NUL, marks that turn the line round, emoji, halves of words.
fn nonsense(dice: &mut Dice) -> String {
    const PIECES: [&str; 32] = [
        "а",
        "ә",
        "ы",
        "a",
        "z",
        "0",
        "7",
        " ",
        " ",
        "-",
        "\"",
        "'",
        "*",
        "(",
        ")",
        ":",
        "~",
        "^",
        "+",
        "&",
        "|",
        "\\",
        "\0",
        "\u{202e}",
        "\u{200d}",
        "😀",
        "é",
        "ﷺ",
        "телефон",
        "samsung",
        "256гб",
        "AND ",
    ];
    let most = [8, 60, 400, 10_000][dice.roll(4) as usize];
    let mut text = String::new();
    while text.len() < most {
        text.push_str(PIECES[dice.roll(PIECES.len() as u64) as usize]);
    }
    text
}

async fn ask(base: &str, kinds: &[usize], rounds: Range<usize>, path: impl Fn(usize, u64) -> String) -> Result<Vec<(usize, f64)>> {
    let mut clients = Vec::new();
    for client in 0..CLIENTS {
        let paths: Vec<(usize, String)> = (rounds.start * kinds.len()..rounds.end * kinds.len())
            .map(|at| {
                let kind = kinds[(at + client) % kinds.len()];
                (kind, format!("{base}{}", path(kind, (1_000 + client * 100_000 + at) as u64)))
            })
            .collect();
        clients.push(tokio::spawn(one(paths)));
    }
    let mut all = Vec::new();
    for client in clients {
        all.extend(client.await??);
    }
    Ok(all)
}

async fn one(paths: Vec<(usize, String)>) -> Result<Vec<(usize, f64)>> {
    let client = Client::new();
    let mut times = Vec::new();
    for (kind, path) in paths {
        let begun = Instant::now();
        let answer = client.get(&path).send().await?;
        let status = answer.status();
        answer.bytes().await?;
        times.push((kind, begun.elapsed().as_secs_f64() * 1e3));
        anyhow::ensure!(status.is_success(), "{path}: {status}");
    }
    Ok(times)
}

fn page(kind: usize, number: u64, goods: usize) -> String {
    let mut dice = Dice::of(number + 7);
    match kind {
        0 => ["/", "/kk", "/en"][dice.roll(3) as usize].to_owned(),
        1 => {
            let leaf = dice.roll(LEAVES);
            format!("/c/m-{}-{leaf}", leaf % ROOTS)
        }
        2 => format!("/c/m-{}", dice.roll(ROOTS)),
        3 => format!("/shops/bench-{}", 1 + dice.roll(SHOPS)),
        _ => {
            let product = 1 + dice.roll(goods as u64);
            format!("/p/{product}-tovar-{product}")
        }
    }
}

/// An address of the mix.
pub fn search(kind: usize, number: u64, words: &Words) -> String {
    let mut dice = Dice::of(number + 7);
    let product = &words.products[dice.roll(words.products.len() as u64) as usize];
    let first = product.kind.split(' ').next().unwrap_or_default().to_owned();
    let leaf = product.leaf(dice.roll(4)) % LEAVES;
    let root = leaf % ROOTS;
    let query = match kind {
        0 => first,
        1 => format!("{} {}", product.kind, product.brand),
        2 => format!("{} {} {}", product.kind, product.brand, ["чёрный", "белый", "синяя"][dice.roll(3) as usize]),
        3 => product.title_en.split(' ').find(|word| word.bytes().any(|byte| byte.is_ascii_digit())).unwrap_or("i5").to_owned(),
        4 => wrong(&product.kind, &mut dice),
        5 => layout::others(&product.kind.to_lowercase()).pop().unwrap_or_default(),
        6 => product.description.split(' ').take(8).collect::<Vec<_>>().join(" "),
        9 => {
            let choice = dice.roll(CHOICES);
            let choices: Vec<String> = (0..2).map(|_| format!("a.m-{root}-{choice}=o-{}", dice.roll(OPTIONS))).collect();
            return format!("/c/m-{root}?price_from=20000&days=7&condition=new&{}", choices.join("&"));
        }
        _ => product.kind.clone(),
    };
    let rest = match kind {
        7 => format!("&city=almaty&city=astana&price_to={}&condition=new", product.price.max(1_000) * 2),
        8 => "&sort=cheap".to_owned(),
        _ => String::new(),
    };
    format!("/search?q={}{rest}", encoded(&query))
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut all, byte| {
        let _ = if byte.is_ascii_alphanumeric() { write!(all, "{}", byte as char) } else { write!(all, "%{byte:02X}") };
        all
    })
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
