//! The seller's form of a listing: text into typed changes. What is wrong is told and left as it is, what is right is saved.

use super::gaps::{TITLE, field_of};
use super::seen::{typed_price, typed_stock};
use super::value_form::parse_value;
use super::{Condition, Desk, ListingInput};
use crate::catalog::Catalog;
use crate::i18n::Lang;
use crate::kernel::{Gtin, GtinError, Money, MoneyError, slugify};
use crate::shops::{Way, parse_city};
use crate::web::{FieldError, Form};

/// The longest title.
const TITLE_MOST: usize = 120;
/// The longest description.
const DESCRIPTION_MOST: usize = 4000;
/// No product has more tags.
const TAGS: usize = 8;
/// The most pieces on the shelf.
const STOCK: i32 = 100_000;

impl ListingInput {
    /// Reads the form. A draft may be as empty as it likes; a listing that buyers see has to stay complete. Of a card that is not the shop's own
    /// only the offer is read.
    pub fn parse(form: &mut Form, desk: &Desk, catalog: &Catalog, lang: Lang) -> Self {
        let strict = desk.is_public();
        let offer = Self::parse_offer(form, desk, catalog, strict);
        if !desk.is_own() {
            return offer;
        }
        let condition =
            form.parse("condition", |text| text.parse::<Condition>().map_err(|()| FieldError::new("listing-condition-missing")));
        Self {
            condition,
            price: offer.price,
            stock: offer.stock,
            city: offer.city,
            ways: offer.ways,
            ..Self::parse_words(form, desk, catalog, strict, lang)
        }
    }

    /// What describes the thing.
    pub(super) fn parse_words(form: &mut Form, desk: &Desk, catalog: &Catalog, strict: bool, lang: Lang) -> Self {
        let shortest = usize::from(strict);
        let title = sent(form, "title", |form| parse_title(form, strict));
        let description =
            sent(form, "description", |form| form.text("description", shortest, DESCRIPTION_MOST, "listing-description-missing"));
        let language = form.parse("lang", |text| text.parse::<Lang>().map_err(|()| FieldError::new("listing-lang-missing")));
        let brand = sent(form, "brand", |form| form.line("brand", 0, 60, ""));
        let gtin = sent(form, "gtin", |form| form.parse("gtin", parse_gtin));
        let values = parse_values(form, desk, catalog, strict, lang);
        let tags = sent(form, "tags", |form| form.parse("tags", parse_tags));
        Self { title, description, brand, gtin, lang: language, values, tags, ..Self::default() }
    }

    /// What one shop offers.
    fn parse_offer(form: &mut Form, desk: &Desk, catalog: &Catalog, strict: bool) -> Self {
        let price = sent(form, "price", |form| typed_price(form, "price", desk.listing.price, strict));
        let stock = sent(form, "quantity", |form| typed_stock(form, "quantity", desk.stock.on_hand, strict));
        let city = parse_city(form, catalog);
        let ways = parse_ways(form, &desk.offered, strict);
        Self { price, stock, city, ways, ..Self::default() }
    }
}

/// Nothing is no number; what is typed has to be a right one.
pub(super) fn parse_gtin(text: &str) -> Result<Option<Gtin>, FieldError> {
    if text.is_empty() {
        return Ok(None);
    }
    Gtin::parse(text).map(Some).map_err(|error| match error {
        GtinError::Shape => FieldError::new("listing-gtin-shape"),
        GtinError::Control => FieldError::new("listing-gtin-control"),
        GtinError::Internal => FieldError::new("listing-gtin-internal"),
    })
}

/// Reads a field that came: what is not on the form stays as it is.
fn sent<T>(form: &mut Form, name: &str, read: impl FnOnce(&mut Form) -> Option<T>) -> Option<T> {
    if form.has(name) { read(form) } else { None }
}

fn parse_title(form: &mut Form, strict: bool) -> Option<String> {
    let title = form.line("title", 0, TITLE_MOST, "")?;
    let n = title.chars().count();
    if strict && n < TITLE {
        form.fail("title", FieldError::new("listing-title-short").with("min", TITLE).with("now", n));
        return None;
    }
    Some(title)
}

/// A price as people type it.
pub(super) fn parse_price(text: &str, strict: bool) -> Result<Money, FieldError> {
    if text.is_empty() && !strict {
        return Ok(Money::ZERO);
    }
    Money::parse_price(text).map_err(|error| match error {
        MoneyError::NotANumber => FieldError::new("listing-price-missing"),
        MoneyError::NotWhole => FieldError::new("listing-price-whole"),
        MoneyError::OutOfRange => FieldError::new("listing-price-range").with("max", Money::MAX_PRICE),
    })
}

/// Pieces as people type them: `1 200`.
pub(super) fn parse_stock(text: &str, strict: bool) -> Result<i32, FieldError> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    match digits.parse() {
        Ok(pieces) if (0..=STOCK).contains(&pieces) => Ok(pieces),
        Err(_) if digits.is_empty() && !strict => Ok(0),
        _ => Err(FieldError::new("listing-stock-wrong").with("max", STOCK)),
    }
}

/// Words between commas; the same word twice is one tag.
pub(super) fn parse_tags(text: &str) -> Result<Vec<String>, FieldError> {
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split([',', '\n', ';']) {
        let tag = tag.trim().trim_start_matches('#').split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let known = tags.iter().any(|other| slugify(other) == slugify(&tag));
        match tag.chars().count() {
            0 => {}
            2..=30 if slugify(&tag).is_empty() => return Err(FieldError::new("listing-tag-letters").with("tag", tag)),
            2..=30 if known => {}
            2..=30 => tags.push(tag),
            _ => return Err(FieldError::new("listing-tag-length").with("tag", tag.chars().take(40).collect::<String>())),
        }
    }
    if tags.len() > TAGS { Err(FieldError::new("listing-tags-many").with("max", TAGS).with("now", tags.len())) } else { Ok(tags) }
}

fn parse_ways(form: &mut Form, offered: &[Way], strict: bool) -> Option<Vec<Way>> {
    let ticked: Vec<Way> = form.values("way").filter_map(|way| way.parse().ok()).filter(|way| offered.contains(way)).collect();
    if strict && ticked.is_empty() {
        form.fail("way", FieldError::new(if offered.is_empty() { "listing-no-ways" } else { "listing-way-missing" }));
        return None;
    }
    // boxes without a tick are not sent: they are empty only on a form that has the offer's other fields
    (!ticked.is_empty() || form.has("price")).then_some(ticked)
}

type Values = Vec<(crate::kernel::AttributeId, Option<super::Value>)>;

fn parse_values(form: &mut Form, desk: &Desk, catalog: &Catalog, strict: bool, lang: Lang) -> Values {
    let mut values = Vec::new();
    for (attribute, required) in catalog.wanted(desk.listing.category_id) {
        let needed = strict && required;
        let field = field_of(attribute);
        let value = sent(form, &field, |form| form.parse(&field, |text| parse_value(text, attribute, needed, lang)));
        values.extend(value.map(|value| (attribute.id, value)));
    }
    values
}
