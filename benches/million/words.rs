//! A catalogue made up of the words of a real one.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use flate2::read::GzDecoder;
use samal::search::engine::{Doc, Offer, choice};
use serde_json::Value;

pub const SHOPS: u64 = 300;
pub const LEAVES: u64 = 380;
const ROOTS: u64 = 20;

/// A product of the real catalogue.
pub struct Product {
    pub title: String,
    pub title_en: String,
    pub kind: String,
    pub brand: String,
    pub path: Vec<String>,
    pub facts: Vec<(String, String)>,
    pub description: String,
    pub price: i64,
}

/// The real catalogue.
pub struct Words {
    pub products: Vec<Product>,
}

/// Numbers that look random but are always the same.
pub struct Dice(pub u64);

impl Dice {
    pub fn step(&mut self) {
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
    pub fn load(shared: &Path) -> Result<Self, Box<dyn std::error::Error>> {
        let file = File::open(shared.join("data/catalog/icecat_ru_derived.jsonl.gz"))?;
        let lines = BufReader::new(GzDecoder::new(file)).lines();
        let mut products: Vec<Product> =
            lines.map(|line| Ok(product(&serde_json::from_str(&line?)?))).collect::<Result<_, Box<dyn std::error::Error>>>()?;
        products.sort_by_key(|product| product.leaf(0));
        Ok(Self { products })
    }

    /// A product like one of the real ones, with words of another; one category after another, as the index is built.
    pub fn doc(&self, at: usize, documents: usize) -> Doc {
        let number = at as i64 + 1;
        let mut dice = Dice((number as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        (0..4).for_each(|_| dice.step());
        let count = self.products.len() as u64;
        let (own, other) = (&self.products[at * self.products.len() / documents], &self.products[dice.roll(count) as usize]);
        let leaf = own.leaf(dice.roll(4));
        let model = format!("{}{}", (b'A' + dice.roll(26) as u8) as char, dice.roll(100_000));
        let colour = ["чёрный", "белый", "серый", "синий", "красный", "зелёный"][dice.roll(6) as usize];
        Doc {
            product: number,
            title: format!("{} {model}\n{}", own.title, own.title_en),
            brand: own.brand.clone(),
            model,
            colour: colour.to_owned(),
            kind: own.kind.clone(),
            path: own.path.join("\n"),
            description: format!("{} {}", own.description, other.description),
            facts: own.facts.iter().take(8).map(|(name, value)| format!("{name} {value}")).collect::<Vec<_>>().join("\n"),
            codes: format!("46{:011}", dice.roll(100_000_000) * 77),
            categories: vec![1000 + leaf as u32, 1 + (leaf % ROOTS) as u32],
            choices: (0..8)
                .map(|attribute| choice(leaf as u32 * 10 + attribute, (leaf as u32 * 10 + attribute) * 100 + dice.roll(12) as u32))
                .collect(),
            numbers: (0..2).map(|attribute| (5000 + attribute, dice.roll(1_000_000) as i64)).collect(),
            offers: offers(number, own.price, &mut dice),
            created: 1_700_000_000 + dice.roll(30_000_000) as i64,
            popularity: dice.roll(1000) as u32,
            rating: 300 + dice.roll(200) as u16,
            reviews: dice.roll(50) as u32,
            ..Doc::default()
        }
    }
}

fn offers(number: i64, price: i64, dice: &mut Dice) -> Vec<Offer> {
    let count = 1 + dice.roll(8) / 7;
    (0..count)
        .map(|at| {
            let price = (price + 1000) * (50 + dice.roll(100) as i64) / 100;
            Offer {
                listing: number * 10 + at as i64,
                shop: 1 + dice.roll(SHOPS) as u32,
                price,
                old_price: if dice.roll(5) == 0 { price * 5 / 4 } else { 0 },
                city: 1 + dice.roll(90) as u16,
                used: dice.roll(5) == 0,
                days: dice.roll(14) as u8,
                stock: dice.roll(10) > 0,
            }
        })
        .collect()
}

fn product(value: &Value) -> Product {
    let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let list = |name: &str| value[name].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>();
    let facts = value["attributes_ru"].as_object().into_iter().flatten();
    let mut path = list("category_path_ru");
    path.extend(list("category_path_en"));
    Product {
        title: text("title_ru"),
        title_en: text("title_en"),
        kind: text("type_ru"),
        brand: text("brand"),
        path,
        facts: facts.map(|(name, value)| (name.clone(), value.as_str().unwrap_or_default().to_owned())).collect(),
        description: text("description_en"),
        price: value["price_kzt_demo"].as_i64().unwrap_or(10_000),
    }
}
