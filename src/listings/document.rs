//! The search document: words of three languages with weights, written after each change.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::{Content, Value};
use crate::catalog::{AttributeKind, Catalog};
use crate::db::Tx;
use crate::i18n::{Lang, Named};
use crate::kernel::{AttributeId, ProductId};

/// A: title and brand; B: tags and characteristics; C: categories; D: description. Each through three dictionaries, so that
/// Russian and English words are found in all their forms, Kazakh words and codes as they stand.
const WRITE: &str = "
UPDATE products SET document =
    setweight(to_tsvector('russian', $2) || to_tsvector('english', $2) || to_tsvector('simple', $2), 'A') ||
    setweight(to_tsvector('russian', $3) || to_tsvector('english', $3) || to_tsvector('simple', $3), 'B') ||
    setweight(to_tsvector('russian', $4) || to_tsvector('english', $4) || to_tsvector('simple', $4), 'C') ||
    setweight(to_tsvector('russian', $5) || to_tsvector('english', $5) || to_tsvector('simple', $5), 'D')
WHERE id = $1";

/// Writes a product's search document from its words.
pub fn set_document(tx: &mut Tx<'_>, product: ProductId, content: &Content, catalog: &Catalog) -> QueryResult<()> {
    let values = content.values.iter().flat_map(|(attribute, value)| words(catalog, *attribute, value));
    let marks: Vec<String> = content.tags.iter().cloned().chain(values).collect();
    let path: Vec<String> = catalog.path(content.category).into_iter().flat_map(every_name).collect();
    diesel::sql_query(WRITE)
        .bind::<BigInt, _>(product)
        .bind::<Text, _>(format!("{} {}", content.title, content.brand))
        .bind::<Text, _>(marks.join(" , "))
        .bind::<Text, _>(path.join(" , "))
        .bind::<Text, _>(&content.description)
        .execute(&mut **tx)
        .map(drop)
}

/// What can be said for one characteristic. Bare numbers are left out: `6` would find everything.
fn words(catalog: &Catalog, attribute: AttributeId, value: &Value) -> Vec<String> {
    let Some(attribute) = catalog.attribute(attribute) else { return Vec::new() };
    match value {
        Value::Text(text) => vec![text.clone()],
        Value::Choice(option) => attribute.options.iter().find(|choice| choice.id == *option).map(every_name).unwrap_or_default(),
        Value::Bool(true) if attribute.kind == AttributeKind::Bool => every_name(attribute),
        Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

fn every_name(named: &impl Named) -> Vec<String> {
    Lang::ALL.iter().map(|lang| named.name(*lang).to_owned()).collect()
}
