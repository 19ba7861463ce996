//! The form of a listing.

use std::sync::Arc;

use askama::Template;

use crate::catalog::{Attribute, Catalog, Category as Node};
use crate::i18n::Lang;
use crate::listings::gaps::{Point, field_of};
use crate::listings::seen::{price_text, shown};
use crate::listings::{Desk, ListingState, Verdict};
use crate::photos::{self, Photo, PhotoState};
use crate::web::{Form, filters};

/// The form.
#[derive(Template)]
#[template(path = "listings/edit.html")]
pub struct Edit {
    form: Form,
    desk: Desk,
    catalog: Arc<Catalog>,
    points: Vec<Point>,
}

impl Edit {
    /// The form over a listing.
    pub fn new(form: Form, desk: Desk, catalog: Arc<Catalog>, lang: Lang) -> Self {
        let points = desk.points(&catalog, lang);
        Self { form, desk, catalog, points }
    }

    fn path(&self) -> String {
        format!("/sell/listings/{}/edit", self.desk.listing.id)
    }

    fn product(&self) -> String {
        format!("/p/{}-{}", self.desk.listing.product_id, self.desk.content.slug)
    }

    fn proposal(&self) -> String {
        format!("/sell/listings/{}/card", self.desk.listing.id)
    }

    /// The number of a section: on another's card the offer is all there is.
    fn step(&self, number: usize) -> usize {
        if self.desk.is_own() { number } else { number - 4 }
    }

    fn is_publishable(&self) -> bool {
        matches!(self.desk.listing.state, ListingState::Draft | ListingState::Rejected)
    }

    /// A change of words will be looked at first.
    fn is_watched(&self) -> bool {
        self.desk.is_own() && self.desk.is_public() && self.desk.shop.trusted_at.is_none()
    }

    fn most(&self) -> usize {
        photos::MOST
    }

    fn shown(&self) -> Vec<&Photo> {
        self.desk.gallery().collect()
    }

    fn refused(&self) -> Vec<&Photo> {
        self.desk.photos.iter().filter(|photo| photo.state == PhotoState::Refused).collect()
    }

    fn is_ready(&self, photo: &Photo) -> bool {
        photo.state == PhotoState::Ready
    }

    /// The group and the category, or nothing when none is chosen yet.
    fn place(&self) -> Vec<&Node> {
        let id = self.desk.listing.category_id;
        if self.catalog.is_leaf(id) { self.catalog.path(id) } else { Vec::new() }
    }

    fn wanted(&self) -> Vec<(&Attribute, bool, String)> {
        self.catalog.wanted(self.desk.listing.category_id).into_iter().map(|(a, required)| (a, required, field_of(a))).collect()
    }

    fn kind(&self, attribute: &Attribute) -> &'static str {
        attribute.kind.as_str()
    }

    /// Whether these fields (words with spaces between) lack nothing.
    fn done(&self, fields: &str) -> bool {
        self.points.iter().filter(|point| fields.split(' ').any(|field| field == point.field)).all(|point| point.gap.is_none())
    }

    /// Whether one of these fields came back wrong.
    fn wrong(&self, fields: &str) -> bool {
        let is = |name: &str, field: &str| match field {
            "values" => name.starts_with("v-"),
            "photos" => name.starts_with("photo"),
            field => name == field,
        };
        self.form.summary().iter().any(|(name, _)| fields.split(' ').any(|field| is(name, field)))
    }

    /// What the field of the price showed: only what differs from it was typed.
    fn was_price(&self) -> String {
        shown(&self.form, "price", price_text(self.desk.listing.price))
    }

    fn was_quantity(&self) -> String {
        shown(&self.form, "quantity", self.desk.stock.on_hand.to_string())
    }

    fn percent(&self) -> usize {
        self.points.iter().filter(|point| point.gap.is_none()).count() * 100 / self.points.len().max(1)
    }

    /// What a moderator said about one of these fields.
    fn verdict(&self, fields: &str) -> Option<&Verdict> {
        self.desk.verdict.as_ref().filter(|verdict| fields.split(' ').any(|field| field == verdict.field))
    }

    /// What a moderator said about the whole, or about a field that has no place here.
    fn verdict_on_all(&self) -> Option<&Verdict> {
        const PLACES: [&str; 5] = ["photos", "category", "title", "description", "price"];
        // on a card of another shop's only the price has one
        let placed = |field: &str| if self.desk.is_own() { PLACES.contains(&field) } else { field == "price" };
        self.desk.verdict.as_ref().filter(|verdict| !placed(&verdict.field))
    }
}

/// The form filled with what is stored.
pub fn filled(desk: &Desk, catalog: &Catalog, lang: Lang) -> Form {
    let (content, listing) = (&desk.content, &desk.listing);
    let (price, quantity) = (price_text(listing.price), desk.stock.on_hand.to_string());
    let mut fields = vec![
        ("title".to_owned(), content.title.clone()),
        ("description".to_owned(), content.description.clone()),
        ("brand".to_owned(), content.brand.clone()),
        ("gtin".to_owned(), content.gtin.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("lang".to_owned(), content.lang.code().to_owned()),
        ("condition".to_owned(), listing.condition.as_str().to_owned()),
        ("price".to_owned(), price.clone()),
        ("was-price".to_owned(), price),
        ("quantity".to_owned(), quantity.clone()),
        ("was-quantity".to_owned(), quantity),
        ("city".to_owned(), listing.city_id.to_string()),
        ("tags".to_owned(), content.tags.join(", ")),
    ];
    fields.extend(listing.ways().into_iter().map(|way| ("way".to_owned(), way.as_str().to_owned())));
    for (id, value) in &content.values {
        if let Some(attribute) = catalog.attribute(*id) {
            fields.push((field_of(attribute), value.typed(attribute, lang)));
        }
    }
    Form::of(fields)
}
