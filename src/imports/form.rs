//! What the wizard's forms say.

use super::errors::label;
use super::file::{Field, tidy};
use super::matching::{Matching, VALUE};
use super::places::Places;
use super::tally::Tally;
use crate::catalog::Catalog;
use crate::kernel::CategoryId;
use crate::web::{FieldError, Form};

/// The form's name of a column.
pub fn column(at: usize) -> String {
    format!("column-{at}")
}

/// The form's name of a category of the list.
pub fn category(at: usize) -> String {
    format!("category-{at}")
}

impl Matching {
    /// The form as it stands before anything is typed.
    pub fn form(&self) -> Form {
        let columns = self.columns.iter().enumerate().map(|(at, code)| (column(at), code.clone()));
        let category = self.category.map(|id| ("category".to_owned(), id.to_string()));
        Form::of(columns.chain(category))
    }

    /// Reads what each column is. Something to know listings by must be among them, and something to say of them.
    pub fn parse(form: &mut Form, header: &[String], catalog: &Catalog, before: &Self) -> Option<Self> {
        let known = |code: &str| code == VALUE || Self::fields().any(|field| field.code() == code);
        let columns: Vec<String> = (0..header.len())
            .map(|at| form.value(&column(at)).to_owned())
            .map(|code| if known(&code) { code } else { String::new() })
            .collect();
        for (at, code) in columns.iter().enumerate() {
            if code != VALUE && !code.is_empty() && columns[..at].contains(code) {
                form.fail(&column(at), FieldError::new("import-column-twice"));
            }
        }
        let category = form.parse("category", |text| match text.parse::<CategoryId>() {
            _ if text.is_empty() => Ok(None),
            Ok(id) if catalog.category(id).is_some() && catalog.is_leaf(id) => Ok(Some(id)),
            _ => Err(FieldError::new("listing-category-missing")),
        });
        let matching = Self { columns, category: category.flatten(), categories: before.categories.clone() };
        matching.complain(form);
        if form.has_errors() { None } else { Some(matching) }
    }

    fn complain(&self, form: &mut Form) {
        let some = |fields: &[Field]| fields.iter().any(|field| self.has(*field));
        if !some(&[Field::Sku, Field::Title, Field::Gtin]) {
            form.fail("", FieldError::new("import-columns-name"));
        }
        if !some(&[Field::Price, Field::Stock]) {
            form.fail("", FieldError::new("import-columns-price"));
        }
        if self.has(Field::Title) && self.category.is_none() && !self.has(Field::Category) && !form.wrong("category") {
            form.fail("category", FieldError::new("import-columns-category"));
        }
    }

    /// Reads where the categories stand that nobody knew; those left empty stay unknown.
    pub fn parse_categories(&self, form: &mut Form, tally: &Tally, catalog: &Catalog) -> Option<Self> {
        let (places, mut matching) = (Places::new(catalog, Default::default()), self.clone());
        for (at, (text, _)) in tally.unknown.iter().enumerate() {
            let unknown = |typed: &str| FieldError::new("import-category-unknown").with("text", typed.chars().take(60).collect::<String>());
            let found = form.parse(&category(at), |typed| match typed {
                "" => Ok(None),
                typed => places.find(typed).map(Some).ok_or_else(|| unknown(typed)),
            });
            matching.categories.extend(found.flatten().map(|id| (tidy(text), id)));
        }
        if form.has_errors() { None } else { Some(matching) }
    }
}

/// What a column may be: code and message key.
pub fn choices() -> Vec<(&'static str, &'static str)> {
    let fields = Matching::fields().map(|field| (field.code(), label(field)));
    [("", "import-column-skip")].into_iter().chain(fields).chain([(VALUE, "import-column-value")]).collect()
}
