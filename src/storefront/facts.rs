//! A product's characteristics in words, as its category groups them.

use bigdecimal::BigDecimal;
use diesel::prelude::*;

use crate::catalog::Catalog;
use crate::i18n::{Lang, Named, Names};
use crate::kernel::{AttributeId, CategoryId, OptionId, ProductId};
use crate::schema::product_values;

/// What a characteristic says.
#[derive(Debug)]
pub enum Value {
    Text(String),
    /// With its unit, if it has one.
    Number(String, Option<Names>),
    Choice(Names),
    Bool(bool),
}

/// A characteristic and what it says.
#[derive(Debug)]
pub struct Fact {
    pub name: Names,
    pub value: Value,
}

/// A stored value: exactly one of the columns is set.
pub type ValueRow = (AttributeId, Option<String>, Option<BigDecimal>, Option<OptionId>, Option<bool>);

/// The characteristics of a product: those of its own category, then those that all of the group have.
pub fn facts(conn: &mut PgConnection, product: ProductId) -> QueryResult<Vec<ValueRow>> {
    use product_values as v;
    let columns = (v::attribute_id, v::text_value, v::number_value, v::option_id, v::bool_value);
    v::table.filter(v::product_id.eq(product)).select(columns).load(conn)
}

/// Puts rows into the order and groups that the category knows.
pub fn grouped(catalog: &Catalog, category: CategoryId, rows: &[ValueRow]) -> (Vec<Fact>, Vec<Fact>) {
    let parent = catalog.category(category).and_then(|category| category.parent);
    let inherited: Vec<AttributeId> = parent.map(|id| catalog.wanted(id)).unwrap_or_default().iter().map(|(a, _)| a.id).collect();
    let mut groups = (Vec::new(), Vec::new());
    for (attribute, _) in catalog.wanted(category) {
        let Some(fact) = rows.iter().find(|row| row.0 == attribute.id).and_then(|row| fact(catalog, row)) else { continue };
        if inherited.contains(&attribute.id) { groups.1.push(fact) } else { groups.0.push(fact) }
    }
    groups
}

/// A stored value in words.
pub fn fact(catalog: &Catalog, (id, text, number, option, yes): &ValueRow) -> Option<Fact> {
    let attribute = catalog.attribute(*id)?;
    let chosen = option.and_then(|id| attribute.options.iter().find(|option| option.id == id));
    let value = match (text, number, chosen, yes) {
        (Some(text), ..) => Value::Text(text.clone()),
        (_, Some(number), ..) => Value::Number(number.normalized().to_plain_string(), attribute.unit.clone()),
        (_, _, Some(option), _) => Value::Choice(option.names.clone()),
        (.., Some(yes)) => Value::Bool(*yes),
        _ => return None,
    };
    Some(Fact { name: attribute.names.clone(), value })
}

impl Fact {
    /// The message key of yes or no.
    pub fn yes_key(&self) -> Option<&'static str> {
        match self.value {
            Value::Bool(true) => Some("product-yes"),
            Value::Bool(false) => Some("product-no"),
            _ => None,
        }
    }

    /// The value in words, but for yes and no, which are messages.
    pub fn words(&self, lang: &Lang) -> String {
        match &self.value {
            Value::Text(text) => text.clone(),
            Value::Number(number, unit) => number_in_words(number, unit.as_ref(), *lang),
            Value::Choice(names) => names.name(*lang).to_owned(),
            Value::Bool(_) => String::new(),
        }
    }
}

/// `6.7 in`, in Russian and Kazakh `6,7 дюйма`.
fn number_in_words(number: &str, unit: Option<&Names>, lang: Lang) -> String {
    let number = if lang == Lang::En { number.to_owned() } else { number.replace('.', ",") };
    match unit {
        Some(unit) => format!("{number}\u{a0}{}", unit.name(lang)),
        None => number,
    }
}
