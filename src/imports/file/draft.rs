//! One row as a listing's draft, or everything that is wrong with it.

use super::columns::{Column, Field};
use super::error::Problem;
use super::table::Row;
use super::words::{NEW, USED, tidy};
use super::{list, price};
use crate::kernel::{Gtin, GtinError};
use crate::listings::Condition;

const TITLE: std::ops::RangeInclusive<usize> = 10..=120;
const DESCRIPTION: usize = 4000;
const NAME: usize = 60;
const CATEGORY: usize = 300;

/// What a row says. A field whose column is missing, or whose cell is empty where that may be, is none or empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Where the row stands.
    pub line: u64,
    /// The seller's own number: a row with a known one changes that listing.
    pub sku: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Price in whole tenge.
    pub price: Option<i64>,
    /// The price before a discount, higher than the price.
    pub old_price: Option<i64>,
    /// Pieces.
    pub stock: Option<i32>,
    /// New or used.
    pub condition: Option<Condition>,
    /// The category's name, path (`A > B`) or code, as written.
    pub category: Option<String>,
    /// Brand.
    pub brand: Option<String>,
    /// The number under the bar code. One that shops give out for themselves says nothing to others and is left out.
    pub gtin: Option<Gtin>,
    /// Tags.
    pub tags: Vec<String>,
    /// Characteristics: name and value as written.
    pub values: Vec<(String, String)>,
    /// Names of photos.
    pub pictures: Vec<String>,
}

impl Draft {
    /// Reads a row. A title and a price must be there when they have a column.
    ///
    /// # Errors
    /// All that is wrong, in the order of the columns.
    pub fn parse(row: &Row, columns: &[Column]) -> Result<Self, Vec<Problem>> {
        let mut draft = Self { line: row.line, ..Self::default() };
        let mut problems = Vec::new();
        for (cell, column) in row.cells.iter().zip(columns) {
            let cell = clean(cell);
            let read = match column {
                Column::Skip => Ok(()),
                Column::Value(_) if cell.is_empty() => Ok(()),
                Column::Value(name) => list::one_value(name, &cell).map(|value| draft.values.push(value)),
                Column::Field(field) => draft.take(*field, &cell).map_err(|problem| problem.at(*field)),
            };
            problems.extend(read.err());
        }
        if let (Some(old), Some(now)) = (draft.old_price, draft.price)
            && old <= now
        {
            problems.push(Problem::new("import-old-price-low").at(Field::OldPrice));
        }
        if problems.is_empty() { Ok(draft) } else { Err(problems) }
    }

    fn take(&mut self, field: Field, cell: &str) -> Result<(), Problem> {
        match field {
            Field::Title => self.title = Some(title(cell)?),
            Field::Price => self.price = Some(price::price(cell)?),
            _ if cell.is_empty() => {}
            Field::Sku => self.sku = Some(short(cell, NAME)?),
            Field::Description => self.description = Some(short(cell, DESCRIPTION)?),
            Field::OldPrice => self.old_price = Some(price::price(cell)?),
            Field::Stock => self.stock = Some(price::stock(cell)?),
            Field::Condition => self.condition = Some(condition(cell)?),
            Field::Category => self.category = Some(short(cell, CATEGORY)?),
            Field::Brand => self.brand = Some(short(cell, NAME)?),
            Field::Gtin => self.gtin = first_gtin(cell)?,
            Field::Tags => self.tags = list::tags(cell)?,
            Field::Values => self.values.extend(list::values(cell)?),
            Field::Pictures => self.pictures = list::pictures(cell)?,
        }
        Ok(())
    }
}

/// Text without what no person types: control characters, and marks that turn the reading direction.
fn clean(text: &str) -> String {
    let keep = |c: &char| (!c.is_control() || matches!(c, '\n' | '\t')) && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.replace("\r\n", "\n").chars().filter(keep).collect::<String>().trim().to_owned()
}

fn title(text: &str) -> Result<String, Problem> {
    match text.chars().count() {
        n if n < *TITLE.start() => Err(Problem::new("listing-title-short").with("min", *TITLE.start()).with("now", n)),
        n if n > *TITLE.end() => Err(Problem::new("form-too-long").with("max", *TITLE.end()).with("now", n)),
        _ => Ok(text.split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

fn short(text: &str, most: usize) -> Result<String, Problem> {
    match text.chars().count() {
        n if n > most => Err(Problem::new("form-too-long").with("max", most).with("now", n)),
        _ => Ok(text.to_owned()),
    }
}

fn condition(text: &str) -> Result<Condition, Problem> {
    match tidy(text) {
        word if NEW.contains(&word.as_str()) => Ok(Condition::New),
        word if USED.contains(&word.as_str()) => Ok(Condition::Used),
        _ => Err(Problem::new("import-condition").with("text", text)),
    }
}

/// Of several numbers the first one that is right.
fn first_gtin(text: &str) -> Result<Option<Gtin>, Problem> {
    let read: Vec<_> = text.split([',', ';', '\n']).map(Gtin::parse).collect();
    match read.iter().find_map(|gtin| gtin.as_ref().ok()) {
        Some(gtin) => Ok(Some(gtin.clone())),
        None if read.contains(&Err(GtinError::Internal)) => Ok(None),
        None => Err(Problem::new("import-gtin").with("text", text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(cells: &[(Field, &str)]) -> Result<Draft, Vec<Problem>> {
        let row = Row { line: 7, cells: cells.iter().map(|(_, cell)| (*cell).to_owned()).collect() };
        Draft::parse(&row, &cells.iter().map(|(field, _)| Column::Field(*field)).collect::<Vec<_>>())
    }

    #[test]
    fn a_row_becomes_a_draft() -> Result<(), Vec<Problem>> {
        let draft = parse(&[
            (Field::Sku, "A-1"),
            (Field::Title, " Чайник  «Самал» "),
            (Field::Price, "12 990 ₸"),
            (Field::OldPrice, "15 990"),
            (Field::Stock, "10+"),
            (Field::Condition, "Б/у"),
            (Field::Gtin, "1, 4006381333931"),
            (Field::Values, "Цвет: белый"),
            (Field::Description, "раз\r\nдва\u{202e}\0"),
        ])?;
        assert_eq!((draft.line, draft.title.as_deref(), draft.price), (7, Some("Чайник «Самал»"), Some(12_990)));
        assert_eq!((draft.old_price, draft.stock, draft.condition), (Some(15_990), Some(10), Some(Condition::Used)));
        assert_eq!(draft.gtin.map(|gtin| gtin.to_string()).as_deref(), Some("4006381333931"));
        assert_eq!(draft.description.as_deref(), Some("раз\nдва"));
        assert_eq!(draft.values, [("Цвет".to_owned(), "белый".to_owned())]);
        Ok(())
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let problems =
            parse(&[(Field::Title, ""), (Field::Price, "?"), (Field::Stock, "-1"), (Field::Gtin, "123"), (Field::Condition, "so-so")]);
        let keys: Vec<_> = problems.err().unwrap_or_default().iter().map(|problem| problem.key).collect();
        assert_eq!(keys, ["listing-title-short", "listing-price-missing", "listing-stock-wrong", "import-gtin", "import-condition"]);
    }

    #[test]
    fn prices_alone_may_be_changed_and_an_old_price_must_be_higher() {
        assert!(parse(&[(Field::Sku, "A"), (Field::Price, "5")]).is_ok());
        let problems = parse(&[(Field::Price, "5"), (Field::OldPrice, "5")]).err().unwrap_or_default();
        assert_eq!(
            problems.iter().map(|problem| (problem.key, problem.field)).collect::<Vec<_>>(),
            [("import-old-price-low", Some(Field::OldPrice))]
        );
    }
}
