//! The variants of a card as its page offers them: an axis (colour, size, storage) and what can be chosen on it. Pure.

use super::facts::{Fact, ValueRow, fact};
use super::kin::Kin;
use crate::catalog::{Attribute, Catalog};
use crate::i18n::Names;
use crate::kernel::{CategoryId, ProductId};
use crate::listings::PhotoRef;

/// What a choice leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// The card that is shown.
    Here,
    /// The card that differs in nothing else.
    There,
    /// There is no such pair: the nearest card differs in more.
    Elsewhere,
}

/// One value of an axis.
#[derive(Debug)]
pub struct Choice {
    pub fact: Fact,
    pub leads: Leads,
    /// Where it leads.
    pub path: String,
    /// What stands there.
    pub title: String,
    /// Colours are shown by their photos.
    pub photo: Option<PhotoRef>,
    /// Nobody sells it now.
    pub sold_out: bool,
}

/// One way in which the cards differ.
#[derive(Debug)]
pub struct Axis {
    pub names: Names,
    pub choices: Vec<Choice>,
}

impl Axis {
    /// What the shown card is on this axis.
    pub fn now(&self) -> Option<&Fact> {
        self.choices.iter().find(|choice| choice.leads == Leads::Here).map(|choice| &choice.fact)
    }

    /// Whether some choices have no such pair.
    pub fn has_apart(&self) -> bool {
        self.choices.iter().any(|choice| choice.leads == Leads::Elsewhere)
    }
}

/// The axes on which a card and its kin differ, as the category orders them.
pub fn axes(catalog: &Catalog, category: CategoryId, own: &Kin, others: &[Kin]) -> Vec<Axis> {
    let all: Vec<&Kin> = std::iter::once(own).chain(others).collect();
    let differ = |attribute: &&Attribute| values(attribute, &all).len() > 1;
    let axes: Vec<&Attribute> =
        catalog.wanted(category).into_iter().map(|(attribute, _)| attribute).filter(|attribute| attribute.axis).filter(differ).collect();
    axes.iter().map(|attribute| axis(catalog, attribute, &axes, own, &all)).collect()
}

fn axis(catalog: &Catalog, attribute: &Attribute, axes: &[&Attribute], own: &Kin, all: &[&Kin]) -> Axis {
    let choice = |row: &ValueRow| {
        // of the cards with this value the one that differs least, one that is sold before one that is not
        let with = all.iter().filter(|kin| value(kin, attribute).is_some_and(|other| same(other, row)));
        let apart = |kin: &Kin| axes.iter().filter(|other| other.id != attribute.id && !alike(kin, own, other)).count();
        let nearest = with.min_by_key(|kin| (kin.id != own.id, apart(kin), !kin.on_sale, kin.id))?;
        let leads = match apart(nearest) {
            _ if nearest.id == own.id => Leads::Here,
            0 => Leads::There,
            _ => Leads::Elsewhere,
        };
        Some(Choice {
            fact: fact(catalog, row)?,
            leads,
            path: format!("/p/{}-{}", nearest.id, nearest.slug),
            title: nearest.title.clone(),
            photo: nearest.cover.filter(|_| attribute.code == "color").map(PhotoRef::ready),
            sold_out: !nearest.on_sale,
        })
    };
    let choices = values(attribute, all).into_iter().filter_map(choice).collect();
    Axis { names: attribute.names.clone(), choices }
}

/// The different values of one characteristic, in the order of its options or of numbers.
fn values<'a>(attribute: &Attribute, all: &[&'a Kin]) -> Vec<&'a ValueRow> {
    let mut found: Vec<&ValueRow> = Vec::new();
    for row in all.iter().filter_map(|kin| value(kin, attribute)) {
        if !found.iter().any(|other| same(other, row)) {
            found.push(row);
        }
    }
    let place = |row: &ValueRow| row.3.and_then(|id| attribute.options.iter().position(|option| option.id == id));
    found.sort_by(|a, b| (place(a), &a.2, &a.1).cmp(&(place(b), &b.2, &b.1)));
    found
}

fn value<'a>(kin: &'a Kin, attribute: &Attribute) -> Option<&'a ValueRow> {
    kin.values.iter().find(|row| row.0 == attribute.id)
}

fn alike(one: &Kin, other: &Kin, attribute: &Attribute) -> bool {
    match (value(one, attribute), value(other, attribute)) {
        (Some(a), Some(b)) => same(a, b),
        (None, None) => true,
        _ => false,
    }
}

fn same(a: &ValueRow, b: &ValueRow) -> bool {
    (&a.1, &a.2, a.3, a.4) == (&b.1, &b.2, b.3, b.4)
}

/// The shown card as one of its own kin.
pub fn own(id: ProductId, title: &str, slug: &str, cover: Option<crate::kernel::PhotoId>, facts: &[ValueRow]) -> Kin {
    Kin { id, title: title.to_owned(), slug: slug.to_owned(), cover, on_sale: true, values: facts.to_vec() }
}
