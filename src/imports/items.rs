//! The rows of a list one after another, numbered, each as a draft or with what is wrong.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::file::{Column, Draft, Problem, Row, Rows};

/// One row.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its number among all rows of the file.
    pub number: i64,
    /// What stands in it.
    pub row: Row,
    /// What it says, or what is wrong with it.
    pub draft: Result<Draft, Vec<Problem>>,
    /// The file cannot be read any further, and why.
    pub stops: Option<&'static str>,
}

/// Reads them.
pub struct Items {
    rows: Rows,
    columns: Vec<Column>,
    number: i64,
    /// What rows were about, and on which line: of two about the same the first counts. Only hashes are kept.
    lines: HashMap<u64, i64>,
}

impl Items {
    /// The rows of an opened file.
    pub fn new(rows: Rows, columns: Vec<Column>) -> Self {
        Self { rows, columns, number: 0, lines: HashMap::new() }
    }

    /// Some hundred rows; none at the end.
    pub fn chunk(&mut self, most: usize) -> Vec<Item> {
        self.by_ref().take(most).collect()
    }

    /// A row about something that an earlier row was about.
    fn repeats(&mut self, draft: &Draft) -> Option<Problem> {
        let (name, about) = match (&draft.sku, &draft.title) {
            (Some(sku), _) => ("sku", sku.clone()),
            (None, Some(title)) => ("title", title.to_lowercase()),
            (None, None) => return None,
        };
        let mut hasher = DefaultHasher::new();
        (name, &about).hash(&mut hasher);
        let line = i64::try_from(draft.line).unwrap_or(i64::MAX);
        let first = *self.lines.entry(hasher.finish()).or_insert(line);
        let key = if name == "sku" { "import-sku-repeated" } else { "import-title-repeated" };
        (first != line).then(|| Problem::new(key).with("line", first).with("text", about.as_str()))
    }
}

impl Iterator for Items {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        let read = self.rows.next()?;
        self.number += 1;
        let number = self.number;
        Some(match read {
            Err(error) => Item { number, stops: error.stops.then_some(error.problem.key), draft: Err(vec![error.problem]), row: error.row },
            Ok(row) => {
                let draft = Draft::parse(&row, &self.columns).and_then(|draft| match self.repeats(&draft) {
                    Some(problem) => Err(vec![problem]),
                    None => Ok(draft),
                });
                Item { number, row, draft, stops: None }
            }
        })
    }
}
