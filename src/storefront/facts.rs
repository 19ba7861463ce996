//! A product's characteristics in words, in their groups.

use bigdecimal::BigDecimal;

use crate::catalog::{AttributeGroup, Catalog};
use crate::i18n::{Lang, Locale, Named, Names};
use crate::kernel::{AttributeId, CategoryId, OptionId};

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

/// Characteristics that belong together.
#[derive(Debug)]
pub struct Facts {
    /// The group's name; none for what stands in no group.
    pub names: Option<Names>,
    pub facts: Vec<Fact>,
}

/// Puts rows into the groups that staff keep, in their order, and within a group into the order of the category. What stands in no group comes first.
pub fn grouped(catalog: &Catalog, category: CategoryId, rows: &[ValueRow]) -> Vec<Facts> {
    let known = std::iter::once(None).chain(catalog.attribute_groups.iter().map(Some));
    let wanted = catalog.wanted(category);
    let said = |group: Option<&AttributeGroup>| Facts {
        names: group.map(|group| group.names.clone()),
        facts: wanted
            .iter()
            .filter(|(attribute, _)| attribute.group == group.map(|group| group.id))
            .filter_map(|(attribute, _)| fact(catalog, rows.iter().find(|row| row.0 == attribute.id)?))
            .collect(),
    };
    known.map(said).filter(|group| !group.facts.is_empty()).collect()
}

/// The most telling of them, as the category orders them: its own first, then what the whole group of categories has.
pub fn brief(catalog: &Catalog, category: CategoryId, rows: &[ValueRow], most: usize) -> Vec<Fact> {
    let parent = catalog.category(category).and_then(|category| category.parent);
    let inherited: Vec<AttributeId> = parent.map(|id| catalog.wanted(id)).unwrap_or_default().iter().map(|(a, _)| a.id).collect();
    let mut wanted = catalog.wanted(category);
    wanted.sort_by_key(|(attribute, _)| inherited.contains(&attribute.id));
    let said = wanted.into_iter().filter_map(|(attribute, _)| fact(catalog, rows.iter().find(|row| row.0 == attribute.id)?));
    said.take(most).collect()
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
    let number = Locale::new(lang).decimal(number);
    match unit {
        Some(unit) => format!("{number}\u{a0}{}", unit.name(lang)),
        None => number,
    }
}
