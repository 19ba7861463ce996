//! Which column is what.

use super::words::{WORDS, tidy};

/// What a column may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The seller's own number of the good.
    Sku,
    /// Title.
    Title,
    /// Description.
    Description,
    /// Price in whole tenge.
    Price,
    /// The price before a discount.
    OldPrice,
    /// Pieces.
    Stock,
    /// New or used.
    Condition,
    /// The category's name, path or code.
    Category,
    /// Brand.
    Brand,
    /// Trade item number.
    Gtin,
    /// Tags between commas.
    Tags,
    /// Characteristics, `name: value` each.
    Values,
    /// Names of photos.
    Pictures,
}

impl Field {
    /// All of them, in the order in which a file of ours has them.
    pub const ALL: [Self; 13] = [
        Self::Sku,
        Self::Title,
        Self::Price,
        Self::OldPrice,
        Self::Stock,
        Self::Condition,
        Self::Category,
        Self::Brand,
        Self::Gtin,
        Self::Description,
        Self::Tags,
        Self::Values,
        Self::Pictures,
    ];

    /// Its short name in forms and files; [`guess`] knows it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sku => "sku",
            Self::Title => "title",
            Self::Description => "description",
            Self::Price => "price",
            Self::OldPrice => "old price",
            Self::Stock => "stock",
            Self::Condition => "condition",
            Self::Category => "category",
            Self::Brand => "brand",
            Self::Gtin => "gtin",
            Self::Tags => "tags",
            Self::Values => "characteristics",
            Self::Pictures => "pictures",
        }
    }
}

/// What is made of one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// A field of the listing.
    Field(Field),
    /// The characteristic of this name.
    Value(String),
    /// Nothing.
    Skip,
}

/// Guesses from the header what each column holds. Names that are known win over names that only begin like known ones
/// (`Цена, тг`); no field is taken twice. `is_value` tells whether a name is that of a characteristic.
pub fn guess(header: &[String], is_value: impl Fn(&str) -> bool) -> Vec<Column> {
    let names: Vec<String> = header.iter().map(|name| tidy(name)).collect();
    let mut columns = vec![Column::Skip; header.len()];
    for exact in [true, false] {
        for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            if columns[at] != Column::Skip {
                continue;
            }
            let taken = |field: Field| columns.contains(&Column::Field(field));
            if !exact && is_value(&header[at]) {
                columns[at] = Column::Value(header[at].clone());
            } else if let Some(field) = known(name, exact).filter(|field| !taken(*field)) {
                columns[at] = Column::Field(field);
            }
        }
    }
    columns
}

/// The field with this name, or else with the longest name that this one begins with.
fn known(name: &str, exact: bool) -> Option<Field> {
    let words = WORDS.iter().flat_map(|(field, words)| words.iter().map(move |word| (*field, *word)));
    let begins = |word: &str| name.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
    let fits = words.filter(|(_, word)| if exact { *word == name } else { begins(word) });
    fits.max_by_key(|(_, word)| word.len()).map(|(field, _)| field)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(header: &[&str]) -> Vec<Column> {
        let header: Vec<String> = header.iter().map(|name| (*name).to_owned()).collect();
        guess(&header, |name| name == "Цвет")
    }

    #[test]
    fn headers_of_three_languages_are_understood() {
        let field = Column::Field;
        assert_eq!(
            of(&["Артикул", "Наименование товара", "Цена, тг", "Старая цена (₸)", "Кол-во", "Цвет", "Примечание"]),
            [
                field(Field::Sku),
                field(Field::Title),
                field(Field::Price),
                field(Field::OldPrice),
                field(Field::Stock),
                Column::Value("Цвет".into()),
                Column::Skip
            ]
        );
        assert_eq!(of(&["Атауы", "Бағасы", "Саны", "Санат"]), [Field::Title, Field::Price, Field::Stock, Field::Category].map(field));
        assert_eq!(of(&["Name", "PRICE", "Old_Price", "qty"]), [Field::Title, Field::Price, Field::OldPrice, Field::Stock].map(field));
    }

    #[test]
    fn a_field_is_taken_once_and_the_exact_name_has_it() {
        assert_eq!(of(&["Цена закупки", "Цена", ""]), [Column::Skip, Column::Field(Field::Price), Column::Skip]);
    }

    #[test]
    fn our_own_names_are_known() {
        let header: Vec<String> = Field::ALL.iter().map(|field| field.code().to_owned()).collect();
        assert_eq!(guess(&header, |_| false), Field::ALL.map(Column::Field));
    }
}
