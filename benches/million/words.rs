//! A catalogue made up of the words of a real one.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::Result;
use flate2::read::GzDecoder;
use serde_json::Value;

pub const SHOPS: u64 = 300;
pub const ROOTS: u64 = 20;
pub const LEAVES: u64 = 380;
/// Characteristics of each root's goods, and the options of a choice.
pub const CHOICES: u64 = 8;
pub const NUMBERS: u64 = 2;
pub const OPTIONS: u64 = 12;

/// A product of the real catalogue.
pub struct Product {
    pub title: String,
    pub title_en: String,
    pub kind: String,
    pub brand: String,
    pub facts: Vec<(String, String)>,
    pub description: String,
    pub price: i64,
}

/// The real catalogue.
pub struct Words {
    pub products: Vec<Product>,
}

/// Numbers that look random but are always the same.
pub struct Dice(u64);

impl Dice {
    /// Those of this number.
    pub fn of(number: u64) -> Self {
        let mut dice = Self(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        (0..4).for_each(|_| dice.step());
        dice
    }

    fn step(&mut self) {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
    }

    pub fn roll(&mut self, sides: u64) -> u64 {
        self.step();
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % sides
    }
}

impl Product {
    /// The leaf category of this kind and line: a kind of goods is sold in a few of them.
    pub fn leaf(&self, line: u64) -> u64 {
        let kind = self.kind.bytes().fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
        (kind % (LEAVES / 4)) * 4 + line
    }
}

impl Words {
    pub fn load(shared: &Path) -> Result<Self> {
        let file = File::open(shared.join("data/catalog/icecat_ru_derived.jsonl.gz"))?;
        let lines = BufReader::new(GzDecoder::new(file)).lines();
        let mut products: Vec<Product> = lines.map(|line| Ok(product(&serde_json::from_str(&line?)?))).collect::<Result<_>>()?;
        products.sort_by_key(|product| product.leaf(0));
        Ok(Self { products })
    }

    /// The goods with this number (from 1), like one of the real ones with words of another; goods of a kind stand together.
    pub fn goods(&self, number: usize, of: usize) -> Goods<'_> {
        let mut dice = Dice::of(number as u64);
        let own = &self.products[(number - 1) * self.products.len() / of];
        let other = &self.products[dice.roll(self.products.len() as u64) as usize];
        let leaf = own.leaf(dice.roll(4));
        let model = format!("{}{}", (b'A' + dice.roll(26) as u8) as char, dice.roll(100_000));
        let colour = ["чёрный", "белый", "серый", "синий", "красный", "зелёный"][dice.roll(6) as usize];
        let facts: Vec<String> = own.facts.iter().take(8).map(|(name, value)| format!("{name} {value}")).collect();
        let shops = 1 + dice.roll(8) / 7;
        Goods {
            title: format!("{} {model} {} {colour}", own.title, own.title_en),
            brand: &own.brand,
            leaf,
            gtin: gtin(number),
            description: format!("{} {} {}", own.description, facts.join(", "), other.description),
            options: (0..CHOICES).map(|_| dice.roll(OPTIONS)).collect(),
            numbers: (0..NUMBERS).map(|_| dice.roll(1_000)).collect(),
            offers: (0..shops).map(|at| offer(own.price, at, &mut dice)).collect(),
        }
    }
}

/// One of the goods, sold by one shop or more.
pub struct Goods<'a> {
    pub title: String,
    pub brand: &'a str,
    pub leaf: u64,
    pub gtin: String,
    pub description: String,
    /// Which option of each choice.
    pub options: Vec<u64>,
    pub numbers: Vec<u64>,
    pub offers: Vec<Offer>,
}

/// One shop's price and terms.
pub struct Offer {
    /// From 1; no two of one card are the same.
    pub shop: u64,
    /// Whole tenge.
    pub price: i64,
    pub reduced: bool,
    /// Which of the towns, the largest first.
    pub city: u64,
    pub used: bool,
    pub age_minutes: i64,
    pub views: u64,
}

fn offer(price: i64, at: u64, dice: &mut Dice) -> Offer {
    Offer {
        shop: 1 + (dice.roll(SHOPS / 2) * 2 + at) % SHOPS,
        price: (price + 1_000) * (50 + dice.roll(100) as i64) / 100,
        reduced: dice.roll(5) == 0,
        city: dice.roll(9) * dice.roll(10),
        used: dice.roll(5) == 0,
        age_minutes: dice.roll(50 * 24 * 60) as i64,
        views: dice.roll(1_000),
    }
}

/// Thirteen digits and the one that checks them.
fn gtin(number: usize) -> String {
    let digits = format!("460{number:09}");
    let sum: u32 = digits.bytes().enumerate().map(|(at, digit)| u32::from(digit - b'0') * if at % 2 == 0 { 1 } else { 3 }).sum();
    format!("0{digits}{}", (10 - sum % 10) % 10)
}

fn product(value: &Value) -> Product {
    let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let facts = value["attributes_ru"].as_object().into_iter().flatten();
    Product {
        title: text("title_ru"),
        title_en: text("title_en"),
        kind: text("type_ru"),
        brand: text("brand"),
        facts: facts.map(|(name, value)| (name.clone(), value.as_str().unwrap_or_default().to_owned())).collect(),
        description: text("description_en"),
        price: value["price_kzt_demo"].as_i64().unwrap_or(10_000),
    }
}
