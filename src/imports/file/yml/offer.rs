//! One `<offer>` while it is read, and the row it becomes.

use super::super::columns::Field;
use super::super::error::{Problem, RowError};
use super::super::table::Row;
use super::super::xml::Tag;
use super::categories::Categories;
use super::html;

/// What an offer said so far, by the list's own names.
#[derive(Debug, Default)]
pub(super) struct OfferDraft {
    sku: String,
    said: Vec<(String, String)>,
    available: Option<bool>,
    pieces: Option<i64>,
    /// What is wrong with it.
    pub problem: Option<Problem>,
}

impl OfferDraft {
    /// Begins an offer.
    pub fn new(tag: &Tag) -> Self {
        let sku = tag.attribute("sku").or_else(|| tag.attribute("id")).unwrap_or_default();
        let available = tag.attribute("available").map(|word| yes(&word));
        Self { sku, available, ..Self::default() }
    }

    /// Hears what the attributes of one of its elements say: how many pieces Kaspi's points of sale have, and how new it is.
    pub fn hear(&mut self, tag: &Tag) {
        if tag.is("availability") {
            self.available = Some(self.available.unwrap_or(false) || tag.attribute("available").is_none_or(|word| yes(&word)));
            let pieces = tag.attribute("stockCount").and_then(|count| count.split('.').next()?.parse::<i64>().ok());
            self.pieces = pieces.map(|n| self.pieces.unwrap_or(0).saturating_add(n)).or(self.pieces);
        }
        if let Some(kind) = tag.attribute("type").filter(|_| tag.is("condition")) {
            self.said.push(("condition".to_owned(), kind));
        }
    }

    /// Hears what one of its elements says; `name` is that of a characteristic.
    pub fn say(&mut self, element: &str, name: Option<(String, Option<String>)>, text: &str) {
        let text = text.trim();
        match (element, name) {
            (_, _) if text.is_empty() => {}
            ("param", Some((name, unit))) => {
                let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
                self.said.push(("param".to_owned(), format!("{}: {}{unit}", name.replace(':', " "), text.replace('\n', " "))));
            }
            // the kind of use has been heard already, and why it is used belongs to no field
            ("condition" | "reason" | "quality", _) => {}
            _ => self.said.push((element.to_owned(), text.to_owned())),
        }
    }

    fn first(&self, names: &[&str]) -> String {
        let found = names.iter().find_map(|name| self.said.iter().find(|(said, _)| said == name));
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    }

    fn all(&self, name: &str) -> Vec<&str> {
        self.said.iter().filter(|(said, _)| said == name).map(|(_, text)| text.as_str()).collect()
    }

    fn title(&self) -> String {
        let name = self.first(&["name"]);
        if !name.is_empty() {
            return name;
        }
        // Kaspi says `brand`, and has it in the model already
        let parts = [self.first(&["typePrefix"]), self.first(&["vendor"]), self.first(&["model", "title"])];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn stock(&self) -> String {
        let said = self.first(&["count", "stock_quantity", "quantity_in_stock", "quantity"]);
        match (self.available, self.pieces) {
            (Some(false), _) => "0".to_owned(),
            (_, Some(pieces)) => pieces.max(0).to_string(),
            _ => said,
        }
    }

    /// A line for each characteristic. On a line alone semicolons would part it.
    fn values(&self) -> String {
        match self.all("param")[..] {
            [only] => only.replace(';', ","),
            ref lines => lines.join("\n"),
        }
    }

    fn cell(&self, field: Field, categories: &Categories) -> String {
        match field {
            Field::Sku => Some(self.sku.clone()).filter(|sku| !sku.is_empty()).unwrap_or_else(|| self.first(&["vendorCode"])),
            Field::Title => self.title(),
            Field::Description => html::plain(&self.first(&["description"])),
            Field::Price => self.first(&["price", "cityprice"]),
            Field::OldPrice => self.first(&["oldprice"]),
            Field::Stock => self.stock(),
            Field::Condition => self.first(&["condition"]),
            Field::Category => {
                Some(self.first(&["categoryId"])).filter(|id| !id.is_empty()).map(|id| categories.path(&id)).unwrap_or_default()
            }
            Field::Brand => self.first(&["vendor", "brand"]),
            Field::Gtin => self.all("barcode").join(","),
            Field::Tags => String::new(),
            Field::Values => self.values(),
            Field::Pictures => self.all("picture").join("\n"),
        }
    }

    /// The row, in the order of [`Field::ALL`].
    pub fn finish(self, line: u64, categories: &Categories) -> Result<Row, RowError> {
        let row = Row { line, cells: Field::ALL.iter().map(|field| self.cell(*field, categories)).collect() };
        let currency = self.first(&["currencyId"]);
        let foreign = !currency.is_empty() && currency != "KZT";
        match self.problem {
            Some(problem) => Err(RowError::broken(row, problem)),
            None if foreign => Err(RowError::broken(row, Problem::new("import-currency").with("text", currency.as_str()).at(Field::Price))),
            None => Ok(row),
        }
    }
}

fn yes(word: &str) -> bool {
    matches!(word.trim().to_lowercase().as_str(), "true" | "yes" | "1" | "да")
}
