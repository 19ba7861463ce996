//! The judged sets.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use flate2::read::GzDecoder;
use samal::search::engine::{Doc, Offer};
use serde_json::Value;

/// A product of a set.
pub struct Item {
    /// Its name in the judgments.
    pub id: String,
    doc: Doc,
}

impl Item {
    /// As it is indexed.
    pub fn doc(&self, product: i64) -> Doc {
        let offer = Offer { listing: product, price: 1000, stock: true, ..Offer::default() };
        Doc { product, offers: vec![offer], ..self.doc.clone() }
    }

    /// Its title.
    pub fn title(&self) -> &str {
        &self.doc.title
    }

    /// All its texts.
    pub fn text(&self) -> String {
        let doc = &self.doc;
        [&doc.title, &doc.brand, &doc.model, &doc.colour, &doc.kind, &doc.path, &doc.description, &doc.facts, &doc.bullets]
            .map(String::as_str)
            .join(" ")
    }
}

/// A catalogue with its queries and judgments.
pub struct Set {
    /// The catalogue.
    pub docs: Vec<Item>,
    /// The queries: name and text.
    pub queries: Vec<(String, String)>,
    judgments: BTreeMap<String, BTreeMap<String, u32>>,
}

impl Set {
    /// Reads a set.
    pub fn load(shared: &Path, name: &str, item: fn(&Value) -> Item) -> Result<Self, Box<dyn std::error::Error>> {
        let folder = shared.join("data/search");
        let items = BufReader::new(GzDecoder::new(File::open(folder.join(format!("{name}_items.jsonl.gz")))?));
        let docs = items.lines().map(|line| Ok(item(&serde_json::from_str(&line?)?))).collect::<Result<_, Box<dyn std::error::Error>>>()?;
        let rows = |file: &str| -> std::io::Result<Vec<Vec<String>>> {
            let text = std::fs::read_to_string(folder.join(format!("{name}_{file}_open.tsv")))?;
            Ok(text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect())
        };
        let queries = rows("queries")?.into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
        let mut judgments: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
        for row in rows("qrels")? {
            judgments.entry(row[0].clone()).or_default().insert(row[1].clone(), row[2].parse()?);
        }
        Ok(Self { docs, queries, judgments })
    }

    /// The queries with a relevant item, and their judgments.
    pub fn judged(&self) -> impl Iterator<Item = (&String, &BTreeMap<String, u32>)> {
        self.judgments.iter().filter(|(_, items)| items.values().any(|grade| *grade > 0))
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(text).collect::<Vec<_>>().join("\n"),
        Value::Object(all) => {
            all.iter().map(|(name, value)| format!("{} {}", name.replace('_', " "), text(value))).collect::<Vec<_>>().join("\n")
        }
        Value::Null => String::new(),
        other => other.to_string().trim_end_matches(".0").to_owned(),
    }
}

/// A line of Icecat.
pub fn icecat(value: &Value) -> Item {
    let doc = Doc {
        title: text(&value["title"]),
        brand: text(&value["brand"]),
        model: text(&value["model"]),
        description: text(&value["description"]),
        facts: text(&value["attributes"]),
        codes: text(&value["ean"]),
        ..Doc::default()
    };
    Item { id: text(&value["item_id"]), doc }
}

/// A line of ESCI.
pub fn esci(value: &Value) -> Item {
    let mut path: Vec<String> = value["category_path"].as_array().into_iter().flatten().map(text).collect();
    let kind = path.pop().unwrap_or_default();
    let doc = Doc {
        title: text(&value["title"]),
        brand: text(&value["brand"]),
        colour: text(&value["color"]),
        kind,
        path: path.join("\n"),
        description: text(&value["description"]),
        bullets: text(&value["bullets"]),
        ..Doc::default()
    };
    Item { id: text(&value["item_id"]), doc }
}
