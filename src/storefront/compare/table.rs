//! The table of characteristics: a row each, a column for every product.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::catalog::{Attribute, Catalog};
use crate::i18n::{Lang, Names};
use crate::kernel::{CategoryId, GroupId, ProductId};
use crate::schema::{product_values, products};
use crate::storefront::facts::{Fact, ValueRow, fact};

/// A product as the table knows it: brand and category, and what is said of it.
pub struct Subject {
    pub id: ProductId,
    pub brand: String,
    pub category: CategoryId,
    pub values: Vec<ValueRow>,
}

/// One characteristic of all products; nothing where it is not said.
pub struct Row {
    /// Its name; the maker's row has none of its own.
    pub name: Option<Names>,
    pub cells: Vec<Option<Cell>>,
    /// Not all say the same.
    pub differs: bool,
}

/// What one product says.
pub enum Cell {
    Fact(Fact),
    Text(String),
}

/// Rows that belong together.
pub struct Group {
    /// The group's name; none for what stands in no group.
    pub names: Option<Names>,
    pub rows: Vec<Row>,
}

impl Subject {
    /// The products in the order of the ids given: two statements.
    pub fn read(conn: &mut PgConnection, ids: &[ProductId]) -> QueryResult<Vec<Self>> {
        use product_values as v;
        let known = products::table.filter(products::id.eq_any(ids)).select((products::id, products::brand, products::category_id));
        let known: Vec<(ProductId, String, CategoryId)> = known.load(conn)?;
        let columns = (v::attribute_id, v::text_value, v::number_value, v::option_id, v::bool_value);
        let values: Vec<(ProductId, ValueRow)> = v::table.filter(v::product_id.eq_any(ids)).select((v::product_id, columns)).load(conn)?;
        let mut of: HashMap<ProductId, Vec<ValueRow>> = HashMap::new();
        values.into_iter().for_each(|(product, value)| of.entry(product).or_default().push(value));
        let subject = |(id, brand, category)| Self { id, brand, category, values: of.remove(&id).unwrap_or_default() };
        let mut subjects: Vec<Self> = known.into_iter().map(subject).collect();
        subjects.sort_by_key(|subject| ids.iter().position(|id| *id == subject.id));
        Ok(subjects)
    }
}

impl Cell {
    /// The words, but for yes and no, which are messages.
    pub fn words(&self, lang: &Lang) -> String {
        match self {
            Self::Fact(fact) => fact.words(lang),
            Self::Text(text) => text.clone(),
        }
    }

    /// The message key of yes or no.
    pub fn yes_key(&self) -> Option<&'static str> {
        match self {
            Self::Fact(fact) => fact.yes_key(),
            Self::Text(_) => None,
        }
    }

    fn same_as(&self, other: &Self) -> bool {
        (self.words(&Lang::Ru), self.yes_key()) == (other.words(&Lang::Ru), other.yes_key())
    }
}

impl Row {
    fn of(name: Option<Names>, cells: Vec<Option<Cell>>) -> Option<Self> {
        if cells.iter().all(Option::is_none) {
            return None;
        }
        let alike = |pair: &[Option<Cell>]| match pair {
            [Some(a), Some(b)] => a.same_as(b),
            [a, b] => a.is_none() && b.is_none(),
            _ => true,
        };
        let differs = !cells.windows(2).all(alike);
        Some(Self { name, cells, differs })
    }
}

/// All characteristics that any of the products has, in the groups that staff keep. What stands in no group comes first, the maker at its head.
pub fn groups(catalog: &Catalog, subjects: &[Subject]) -> Vec<Group> {
    let mut asked: Vec<&Attribute> = Vec::new();
    for (attribute, _) in subjects.iter().flat_map(|subject| catalog.wanted(subject.category)) {
        if asked.iter().all(|known| known.id != attribute.id) {
            asked.push(attribute);
        }
    }
    let row = |attribute: &Attribute| {
        let cell = |subject: &Subject| fact(catalog, subject.values.iter().find(|row| row.0 == attribute.id)?).map(Cell::Fact);
        Row::of(Some(attribute.names.clone()), subjects.iter().map(cell).collect())
    };
    let brand = |subject: &Subject| Some(Cell::Text(subject.brand.clone())).filter(|_| !subject.brand.is_empty());
    let maker = Row::of(None, subjects.iter().map(brand).collect());
    let within =
        |group: Option<GroupId>| asked.iter().filter(move |attribute| attribute.group == group).filter_map(|attribute| row(attribute));
    let main = Group { names: None, rows: maker.into_iter().chain(within(None)).collect() };
    let named =
        catalog.attribute_groups.iter().map(|group| Group { names: Some(group.names.clone()), rows: within(Some(group.id)).collect() });
    std::iter::once(main).chain(named).filter(|group| !group.rows.is_empty()).collect()
}
