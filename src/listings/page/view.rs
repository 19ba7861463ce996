//! A listing as buyers will see it, and the question before a draft goes.

use std::sync::Arc;

use askama::Template;

use crate::catalog::{Catalog, City};
use crate::i18n::{Locale, Named};
use crate::kernel::Money;
use crate::listings::{Desk, Value, Variant};
use crate::shops::Way;
use crate::web::filters;

/// As buyers will see it, and how it stands.
#[derive(Template)]
#[template(path = "listings/view.html")]
pub struct View {
    desk: Desk,
    catalog: Arc<Catalog>,
    values: Vec<(String, String)>,
    gaps: usize,
    linked: Vec<Variant>,
    fitting: Vec<Variant>,
}

impl View {
    /// A listing in a language.
    pub fn new(desk: Desk, (linked, fitting): (Vec<Variant>, Vec<Variant>), catalog: Arc<Catalog>, locale: Locale) -> Self {
        let said = |(id, value): &(_, Value)| {
            let attribute = catalog.attribute(*id)?;
            Some((attribute.name(locale.lang()).to_owned(), value.say(attribute, locale)))
        };
        let values = desk.content.values.iter().filter_map(said).collect();
        let gaps = desk.gaps(&catalog, locale.lang()).len();
        Self { desk, catalog, values, gaps, linked, fitting }
    }

    fn path(&self, step: &str) -> String {
        format!("/sell/listings/{}/{step}", self.desk.listing.id)
    }

    fn product(&self) -> String {
        format!("/p/{}-{}", self.desk.listing.product_id, self.desk.content.slug)
    }

    fn is(&self, state: &str) -> bool {
        self.desk.listing.state.as_str() == state
    }

    fn can_archive(&self) -> bool {
        self.desk.is_editable() && !self.is("draft")
    }

    fn city(&self) -> Option<&City> {
        self.catalog.city(self.desk.listing.city_id)
    }

    fn ways(&self) -> Vec<Way> {
        self.desk.listing.ways().into_iter().filter(|way| self.desk.offered.contains(way)).collect()
    }

    fn is_priced(&self) -> bool {
        self.desk.listing.price > Money::ZERO
    }
}

/// Asks before a draft goes.
#[derive(Template)]
#[template(path = "listings/delete.html")]
pub struct Delete {
    /// The draft.
    pub desk: Desk,
}
