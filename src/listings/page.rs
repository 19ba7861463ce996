//! The seller's pages about goods.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use serde::Deserialize;

use super::gaps::{Point, field_of};
use super::lot::{Lot, LotQuery};
use super::today::Today;
use super::{Desk, ListingState, Value};
use crate::catalog::{Attribute, Catalog, Category as Node};
use crate::i18n::{Lang, Locale, Named};
use crate::kernel::{ListingId, Money};
use crate::photos::{self, Photo, PhotoState};
use crate::shops::ShopState;
use crate::web::{Form, clean, filters};

/// The day of a seller.
#[derive(Template)]
#[template(path = "listings/today.html")]
pub struct Overview {
    /// What there is to do.
    pub today: Today,
}

impl Overview {
    fn is_suspended(&self) -> bool {
        self.today.shop.state == ShopState::Suspended
    }

    fn count(&self, state: &str) -> i64 {
        state.parse().map(|state| self.today.count(state)).unwrap_or_default()
    }

    fn is_idle(&self) -> bool {
        let today = &self.today;
        today.delivers && today.orders == 0 && today.rejected.is_empty() && today.low.is_empty() && self.count("draft") == 0
    }

    fn is_new(&self) -> bool {
        self.today.counts.is_empty()
    }
}

/// Which rows of the table are asked for, as the address says it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct LotsAsked {
    #[serde(default)]
    state: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    all: String,
}

impl LotsAsked {
    /// In types; what cannot be read is not asked for.
    pub fn query(&self) -> LotQuery {
        LotQuery { state: self.state.parse().ok(), words: self.words(), after: self.after.parse().ok() }
    }

    /// The page's own address.
    pub fn path(&self) -> String {
        let after = if self.after.is_empty() { String::new() } else { format!("after={}", self.query().after.unwrap_or_default()) };
        self.with(&after)
    }

    fn words(&self) -> String {
        clean(&self.q).trim().chars().take(80).collect()
    }

    fn with(&self, more: &str) -> String {
        let mut pairs = Vec::new();
        pairs.extend(self.query().state.map(|state| format!("state={}", state.as_str())));
        if !self.words().is_empty() {
            pairs.extend(serde_html_form::to_string([("q", self.words())]));
        }
        if !more.is_empty() {
            pairs.push(more.to_owned());
        }
        if pairs.is_empty() { "/sell/listings".to_owned() } else { format!("/sell/listings?{}", pairs.join("&")) }
    }
}

/// The table.
#[derive(Template)]
#[template(path = "listings/table.html")]
pub struct Table {
    /// What was typed in place; empty: what is stored is shown.
    pub form: Form,
    /// The rows.
    pub lots: Vec<Lot>,
    /// Where the next page starts.
    pub next: Option<i64>,
    /// Listings by state.
    pub counts: HashMap<ListingState, i64>,
    /// What was asked for.
    pub asked: LotsAsked,
}

impl Table {
    const TABS: [ListingState; 8] = [
        ListingState::Active,
        ListingState::Draft,
        ListingState::PendingReview,
        ListingState::Rejected,
        ListingState::Paused,
        ListingState::Expired,
        ListingState::Archived,
        ListingState::Removed,
    ];

    fn tabs(&self) -> Vec<(ListingState, i64, bool)> {
        let count = |state: &ListingState| self.counts.get(state).copied().unwrap_or_default();
        let on = |state: &ListingState| self.asked.query().state == Some(*state);
        Self::TABS.iter().map(|state| (*state, count(state), on(state))).filter(|(_, n, on)| *n > 0 || *on).collect()
    }

    fn all(&self) -> i64 {
        self.counts.iter().filter(|(state, _)| **state != ListingState::Archived).map(|(_, n)| n).sum()
    }

    fn is_everything(&self) -> bool {
        self.asked.query().state.is_none()
    }

    fn is_empty(&self) -> bool {
        self.counts.values().sum::<i64>() == 0
    }

    fn words(&self) -> String {
        self.asked.words()
    }

    fn state(&self) -> &'static str {
        self.asked.query().state.map_or("", ListingState::as_str)
    }

    fn here(&self) -> String {
        self.asked.path()
    }

    fn mark_all(&self) -> String {
        self.asked.with("all=1")
    }

    fn first(&self) -> String {
        if self.asked.after.is_empty() { String::new() } else { self.asked.with("") }
    }

    fn onwards(&self) -> String {
        self.next.map(|after| self.asked.with(&format!("after={after}"))).unwrap_or_default()
    }

    fn is_marked(&self, id: &ListingId) -> bool {
        self.asked.all == "1" || self.form.chosen("listing", &id.to_string())
    }

    /// What stands in a row's field: what was typed, else what is stored.
    fn price(&self, lot: &Lot) -> String {
        let name = format!("price[{}]", lot.id);
        match (self.form.has(&name), lot.price) {
            (true, _) => self.form.value(&name).to_owned(),
            (false, Money::ZERO) => String::new(),
            (false, price) => grouped(price),
        }
    }

    fn quantity(&self, lot: &Lot) -> String {
        let name = format!("quantity[{}]", lot.id);
        if self.form.has(&name) { self.form.value(&name).to_owned() } else { lot.on_hand.to_string() }
    }
}

/// `289 990`, as people write it.
fn grouped(price: Money) -> String {
    Locale::new(Lang::Ru).number(price.whole())
}

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

    fn is_publishable(&self) -> bool {
        matches!(self.desk.listing.state, ListingState::Draft | ListingState::Rejected)
    }

    /// A change of words will be looked at first.
    fn is_watched(&self) -> bool {
        self.desk.is_public() && self.desk.shop.trusted_at.is_none()
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

    fn percent(&self) -> usize {
        self.points.iter().filter(|point| point.gap.is_none()).count() * 100 / self.points.len().max(1)
    }

    /// What a moderator said about one of these fields.
    fn verdict(&self, fields: &str) -> Option<&super::Verdict> {
        self.desk.verdict.as_ref().filter(|verdict| fields.split(' ').any(|field| field == verdict.field))
    }

    /// What a moderator said about the whole, or about a field that has no place here.
    fn verdict_on_all(&self) -> Option<&super::Verdict> {
        const PLACES: [&str; 5] = ["photos", "category", "title", "description", "price"];
        self.desk.verdict.as_ref().filter(|verdict| !PLACES.contains(&verdict.field.as_str()))
    }
}

/// The form filled with what is stored.
pub fn filled(desk: &Desk, catalog: &Catalog, lang: Lang) -> Form {
    let (content, listing) = (&desk.content, &desk.listing);
    let price = if listing.price == Money::ZERO { String::new() } else { grouped(listing.price) };
    let mut fields = vec![
        ("title".to_owned(), content.title.clone()),
        ("description".to_owned(), content.description.clone()),
        ("brand".to_owned(), content.brand.clone()),
        ("lang".to_owned(), content.lang.code().to_owned()),
        ("condition".to_owned(), listing.condition.as_str().to_owned()),
        ("price".to_owned(), price),
        ("quantity".to_owned(), desk.stock.on_hand.to_string()),
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

/// The tree.
#[derive(Template)]
#[template(path = "listings/category.html")]
pub struct Category {
    form: Form,
    desk: Desk,
    catalog: Arc<Catalog>,
    words: String,
    group: String,
}

impl Category {
    /// The tree with what is looked for: words, or an opened group.
    pub fn new(form: Form, desk: Desk, catalog: Arc<Catalog>, words: String, group: String) -> Self {
        Self { form, desk, catalog, words, group }
    }

    fn path(&self) -> String {
        format!("/sell/listings/{}/category", self.desk.listing.id)
    }

    fn groups(&self) -> Vec<&Node> {
        self.catalog.groups().collect()
    }

    /// The group that is open, with what stands in it.
    fn open(&self) -> Option<&Node> {
        self.catalog.category_by_slug(&self.group).filter(|node| !self.catalog.is_leaf(node.id))
    }

    fn leaves(&self, node: &Node) -> Vec<&Node> {
        self.catalog.leaves(node.id).into_iter().filter_map(|id| self.catalog.category(id)).collect()
    }

    /// Leaves whose name, or whose group's name, holds every word, in any language.
    fn found(&self) -> Vec<&Node> {
        let words: Vec<String> = self.words.to_lowercase().split_whitespace().map(stem).collect();
        let leaves = self.catalog.categories.iter().filter(|node| self.catalog.is_leaf(node.id));
        let names = |node: &&Node| {
            self.catalog.path(node.id).iter().flat_map(|n| Lang::ALL.iter().map(|lang| n.name(*lang).to_lowercase())).collect::<String>()
        };
        leaves.filter(|node| words.iter().all(|word| names(node).contains(word.as_str()))).take(30).collect()
    }

    fn above(&self, node: &Node) -> Vec<&Node> {
        let mut path = self.catalog.path(node.id);
        path.pop();
        path
    }

    fn is_current(&self, node: &Node) -> bool {
        node.id == self.desk.listing.category_id
    }
}

/// A word without its ending, roughly: «телефоны» finds «телефон».
fn stem(word: &str) -> String {
    let n = word.chars().count();
    word.chars().take(if n > 4 { n - 1 } else { n }).collect()
}

/// As buyers will see it, and how it stands.
#[derive(Template)]
#[template(path = "listings/view.html")]
pub struct View {
    desk: Desk,
    catalog: Arc<Catalog>,
    values: Vec<(String, String)>,
    gaps: usize,
}

impl View {
    /// A listing in a language.
    pub fn new(desk: Desk, catalog: Arc<Catalog>, locale: Locale) -> Self {
        let said = |(id, value): &(_, Value)| {
            let attribute = catalog.attribute(*id)?;
            Some((attribute.name(locale.lang()).to_owned(), value.say(attribute, locale)))
        };
        let values = desk.content.values.iter().filter_map(said).collect();
        let gaps = desk.gaps(&catalog, locale.lang()).len();
        Self { desk, catalog, values, gaps }
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

    fn city(&self) -> Option<&crate::catalog::City> {
        self.catalog.city(self.desk.listing.city_id)
    }

    fn ways(&self) -> Vec<crate::shops::Way> {
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
