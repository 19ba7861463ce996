//! What each column of a list is, and where its categories stand in ours.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::file::{Column, Field, guess, tidy};
use super::habits::Habits;
use crate::catalog::Catalog;
use crate::i18n::{Lang, Named};
use crate::kernel::CategoryId;

/// The code of a column that is a characteristic of its own name.
pub const VALUE: &str = "value";

/// What a shop said about a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Matching {
    /// A code for each column: a field's, [`VALUE`], or empty.
    pub columns: Vec<String>,
    /// Where goods go whose category is not said or not known.
    pub category: Option<CategoryId>,
    /// The list's own categories, tidied, and what they are here.
    pub categories: BTreeMap<String, CategoryId>,
}

impl Matching {
    /// What columns may be. Former prices are not taken from lists: they are worked out from what a thing did cost.
    pub fn fields() -> impl Iterator<Item = Field> {
        Field::ALL.into_iter().filter(|field| *field != Field::OldPrice)
    }

    /// Guesses: as the shop said last time, else by the names of the columns.
    pub fn guess(header: &[String], catalog: &Catalog, habits: &Habits) -> Self {
        let guessed = guess(header, |name| is_value(name, catalog));
        let mut columns: Vec<String> = Vec::new();
        for (name, column) in header.iter().zip(&guessed) {
            let code = habits.columns.get(&tidy(name)).cloned().unwrap_or_else(|| code_of(column).to_owned());
            let double = code != VALUE && columns.contains(&code);
            columns.push(if double { String::new() } else { code });
        }
        Self { columns, category: None, categories: habits.categories.clone() }
    }

    /// The columns as the reader of rows wants them.
    pub fn columns(&self, header: &[String]) -> Vec<Column> {
        let column = |(at, name): (usize, &String)| match self.columns.get(at).map_or("", String::as_str) {
            VALUE => Column::Value(name.clone()),
            code => Self::fields().find(|field| field.code() == code).map_or(Column::Skip, Column::Field),
        };
        header.iter().enumerate().map(column).collect()
    }

    /// Whether some column is this field.
    pub fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|code| code == field.code())
    }
}

fn code_of(column: &Column) -> &'static str {
    match column {
        Column::Field(Field::OldPrice) | Column::Skip => "",
        Column::Field(field) => field.code(),
        Column::Value(_) => VALUE,
    }
}

/// Whether some category asks for a characteristic of this name.
fn is_value(name: &str, catalog: &Catalog) -> bool {
    let name = tidy(name);
    catalog.attributes().any(|attribute| Lang::ALL.iter().any(|lang| tidy(attribute.name(*lang)) == name))
}
