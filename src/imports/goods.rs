//! A row's draft as a listing to be: its category and characteristics found in ours, and what it still lacks.

use std::sync::Arc;

use super::file::{Draft, Field, Problem, tidy};
use super::matching::Matching;
use super::places::Places;
use super::tally::Gap;
use crate::catalog::{Attribute, Catalog};
use crate::i18n::{Lang, Named};
use crate::kernel::{AttributeId, CategoryId, Money};
use crate::listings::{Condition, NewCard, NewLot, OwnCard, SharedCard, Value};
use crate::shops::Way;

/// Reads drafts for one shop.
pub struct Goods {
    catalog: Arc<Catalog>,
    places: Places,
    category: Option<CategoryId>,
    delivers: bool,
}

/// A listing to be.
#[derive(Debug)]
pub struct Fresh {
    /// It.
    pub lot: NewLot,
    /// Why it would stay a draft; photos aside.
    pub gaps: Vec<Gap>,
    /// What it says that was not understood.
    pub remarks: Vec<Problem>,
}

impl Goods {
    /// Reads lists that are matched like this.
    pub fn new(catalog: Arc<Catalog>, matching: &Matching, ways: &[Way]) -> Self {
        let places = Places::new(&catalog, matching.categories.clone());
        Self { catalog, places, category: matching.category, delivers: !ways.is_empty() }
    }

    /// Whether a list's category is one of ours.
    pub fn knows(&self, category: &str) -> bool {
        self.places.find(category).is_some()
    }

    /// A new listing, on a shared card where there is one.
    pub fn fresh(&self, draft: &Draft, shared: Option<&SharedCard>) -> Result<Fresh, Vec<Problem>> {
        let missing = |key, field| Problem::new(key).at(field);
        let price = draft.price.ok_or_else(|| vec![missing("import-new-needs", Field::Price)])?;
        let lot = |category, card| NewLot {
            sku: draft.sku.clone(),
            price: Money::tenge(price),
            stock: draft.stock.unwrap_or(1),
            condition: draft.condition.unwrap_or(Condition::New),
            category,
            card,
        };
        let mut gaps: Vec<Gap> = [(draft.stock == Some(0), Gap::Stock), (!self.delivers, Gap::Delivery)]
            .into_iter()
            .filter(|(gap, _)| *gap)
            .map(|(_, gap)| gap)
            .collect();
        if let Some(shared) = shared {
            return Ok(Fresh { lot: lot(shared.category, NewCard::Shared(shared.product)), gaps, remarks: Vec::new() });
        }
        let title = draft.title.clone().ok_or_else(|| vec![missing("import-new-needs", Field::Title)])?;
        let category = self.category(draft).map_err(|problem| vec![problem])?;
        let (values, remarks, complete) = self.values(draft, category);
        gaps.extend((!complete).then_some(Gap::Values));
        gaps.extend(draft.description.is_none().then_some(Gap::Description));
        let card = OwnCard {
            title,
            description: draft.description.clone().unwrap_or_default(),
            brand: draft.brand.clone().unwrap_or_default(),
            gtin: draft.gtin.clone(),
            values,
            tags: draft.tags.clone(),
        };
        Ok(Fresh { lot: lot(category, NewCard::Own(Box::new(card))), gaps, remarks })
    }

    fn category(&self, draft: &Draft) -> Result<CategoryId, Problem> {
        match draft.category.as_deref() {
            Some(text) => {
                let unknown = || Problem::new("import-category-unknown").with("text", text).at(Field::Category);
                self.places.find(text).or(self.category).ok_or_else(unknown)
            }
            None => self.category.ok_or_else(|| Problem::new("import-category-none").at(Field::Category)),
        }
    }

    /// What the category asks for and the draft says; and whether everything is there that it must have.
    fn values(&self, draft: &Draft, category: CategoryId) -> (Vec<(AttributeId, Value)>, Vec<Problem>, bool) {
        let (mut values, mut remarks, mut complete) = (Vec::new(), Vec::new(), true);
        for (attribute, required) in self.catalog.wanted(category) {
            let said = draft.values.iter().find(|(name, _)| means(name, attribute)).map(|(_, value)| value);
            match said.map(|text| (text, Value::read(text, attribute))) {
                Some((_, Some(value))) => values.push((attribute.id, value)),
                Some((text, None)) if required => {
                    let problem = Problem::new("import-value-unknown").with("name", attribute.name(Lang::Ru)).with("text", text.as_str());
                    remarks.push(problem.at(Field::Values));
                    complete = false;
                }
                _ => complete &= !required,
            }
        }
        (values, remarks, complete)
    }
}

/// `Вес, кг` is the weight.
fn means(name: &str, attribute: &Attribute) -> bool {
    let (whole, short) = (tidy(name), tidy(name.split([',', '(']).next().unwrap_or_default()));
    attribute.code == whole || Lang::ALL.iter().map(|lang| tidy(attribute.name(*lang))).any(|own| own == whole || own == short)
}
