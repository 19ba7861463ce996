//! What a listing still lacks before it can be published, in the order of its form.

use super::Desk;
use crate::catalog::{Attribute, Catalog};
use crate::i18n::{Lang, Named};
use crate::kernel::Money;
use crate::web::FieldError;

/// All characteristics together.
const VALUES: &str = "values";

/// The shortest title.
pub const TITLE: usize = 10;

/// One point that every listing needs, for the list of what is done.
#[derive(Debug, Clone)]
pub struct Point {
    /// The form's field.
    pub field: &'static str,
    /// The message key of its name.
    pub name: &'static str,
    /// What is missing; nothing when it is done.
    pub gap: Option<FieldError>,
}

/// The name of a characteristic's field in the form.
pub fn field_of(attribute: &Attribute) -> String {
    format!("v-{}", attribute.code)
}

impl Desk {
    /// Every point, done or not; on another's card only the offer is the seller's to complete.
    pub fn points(&self, catalog: &Catalog, lang: Lang) -> Vec<Point> {
        let mut points = if self.is_own() { self.points_of_card(catalog, lang) } else { Vec::new() };
        points.extend([
            point("price", "listing-price", self.listing.price == Money::ZERO, FieldError::new("listing-price-missing")),
            point("quantity", "listing-stock", self.stock.available() < 1, FieldError::new("listing-stock-missing")),
            point("way", "listing-ways", !self.can_deliver(), self.delivery_gap()),
        ]);
        points
    }

    fn points_of_card(&self, catalog: &Catalog, lang: Lang) -> Vec<Point> {
        let (content, listing) = (&self.content, &self.listing);
        let title = content.title.chars().count();
        let value = self.missing_values(catalog, lang).into_iter().next();
        vec![
            point("photos", "listing-photos", self.gallery().next().is_none(), FieldError::new("listing-photos-missing")),
            point("category", "listing-category", !catalog.is_leaf(listing.category_id), FieldError::new("listing-category-missing")),
            point("title", "listing-title", title < TITLE, FieldError::new("listing-title-short").with("min", TITLE).with("now", title)),
            point("description", "listing-description", content.description.is_empty(), FieldError::new("listing-description-missing")),
            Point { field: VALUES, name: "listing-values", gap: value.map(|(_, error)| error) },
        ]
    }

    /// Only what is missing; every required characteristic by its own field.
    pub fn gaps(&self, catalog: &Catalog, lang: Lang) -> Vec<(String, FieldError)> {
        let fields = |point: Point| match point.field {
            VALUES => self.missing_values(catalog, lang),
            field => point.gap.map(|gap| (field.to_owned(), gap)).into_iter().collect(),
        };
        let twin = self.twin.as_ref().map(|_| ("gtin".to_owned(), FieldError::new("listing-gtin-taken")));
        self.points(catalog, lang).into_iter().flat_map(fields).chain(twin).collect()
    }

    /// What a change made a listing lack that buyers see, or will again; its shelf may well be empty.
    pub fn lost(&self, before: &Self, catalog: &Catalog, lang: Lang) -> Vec<(String, FieldError)> {
        if !before.is_public() {
            return Vec::new();
        }
        let lacked = before.gaps(catalog, lang);
        let new = |(field, _): &(String, FieldError)| field != "quantity" && lacked.iter().all(|(known, _)| known != field);
        self.gaps(catalog, lang).into_iter().filter(new).collect()
    }

    /// The names of the required characteristics that have no value.
    pub fn missing_names(&self, catalog: &Catalog, lang: Lang) -> String {
        self.missing(catalog).map(|attribute| attribute.name(lang)).collect::<Vec<_>>().join(", ")
    }

    fn missing<'a>(&self, catalog: &'a Catalog) -> impl Iterator<Item = &'a Attribute> {
        let wanted = catalog.wanted(self.listing.category_id).into_iter();
        wanted.filter(move |(attribute, required)| *required && self.content.value(attribute.id).is_none()).map(|(attribute, _)| attribute)
    }

    fn missing_values(&self, catalog: &Catalog, lang: Lang) -> Vec<(String, FieldError)> {
        let gap = |attribute: &Attribute| FieldError::new("listing-value-missing").with("name", attribute.name(lang));
        self.missing(catalog).map(|attribute| (field_of(attribute), gap(attribute))).collect()
    }

    fn can_deliver(&self) -> bool {
        self.listing.ways().iter().any(|way| self.offered.contains(way))
    }

    fn delivery_gap(&self) -> FieldError {
        FieldError::new(if self.offered.is_empty() { "listing-no-ways" } else { "listing-way-missing" })
    }
}

fn point(field: &'static str, name: &'static str, missing: bool, gap: FieldError) -> Point {
    Point { field, name, gap: missing.then_some(gap) }
}
