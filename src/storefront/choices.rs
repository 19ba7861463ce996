//! What can be chosen on a list, and what each choice would bring. What filters have made impossible stays, at 0.

use std::collections::HashMap;

use diesel::prelude::*;

use super::browse::{DAYS, Town, Wishes, YES, decimal, stars};
use crate::catalog::{Attribute, AttributeKind, Catalog, City};
use crate::i18n::Names;
use crate::kernel::{CategoryId, Money, ShopId};
use crate::listings::Condition;
use crate::schema::shops;
use crate::search::{Facets, Prices};

/// Something to choose.
pub struct Choice<T> {
    pub value: String,
    pub name: T,
    /// How many it brings.
    pub n: u32,
    pub chosen: bool,
}

/// The options of a characteristic.
pub struct Options {
    pub field: String,
    pub names: Names,
    pub options: Vec<Choice<Names>>,
}

/// The bounds of a numeric characteristic.
pub struct Bounds {
    pub field: String,
    pub names: Names,
    pub unit: Option<Names>,
    pub from: String,
    pub to: String,
    /// What there is.
    pub least: String,
    pub greatest: String,
}

/// A bar of the histogram of prices: left, top, height, of 100 by 24.
pub struct Bar {
    pub x: usize,
    pub y: u32,
    pub height: u32,
}

/// Everything that can be chosen.
pub struct Choices {
    pub prices: Option<(Money, Money)>,
    pub bars: Vec<Bar>,
    pub conditions: Vec<Choice<Condition>>,
    pub days: Vec<Choice<i64>>,
    /// Those with an old price; nothing where none has one.
    pub reduced: Option<Choice<()>>,
    /// Least ratings; none where nothing is rated.
    pub ratings: Vec<Choice<()>>,
    pub cities: Vec<Choice<Names>>,
    pub shops: Vec<Choice<String>>,
    pub options: Vec<Options>,
    /// Characteristics that are there or not.
    pub features: Vec<Choice<Names>>,
    pub bounds: Vec<Bounds>,
}

impl Choices {
    /// Whether shops can be chosen, or left.
    pub fn of_shops(&self) -> bool {
        self.shops.len() > 1 || self.shops.iter().any(|shop| shop.chosen)
    }
}

/// So many stand open; the rest unfolds.
pub const OPEN: usize = 6;
const SHOPS: usize = 10;
const WIDTH: usize = 100;
const HEIGHT: u32 = 24;

/// Of what is there (`all`, without filters) and what each choice would bring (`now`).
pub fn choices(
    catalog: &Catalog,
    category: Option<CategoryId>,
    wishes: &Wishes,
    all: Option<&Facets>,
    now: &Facets,
    names: &HashMap<ShopId, String>,
) -> Choices {
    let all = all.unwrap_or(now);
    let wanted = category.map(|category| catalog.wanted(category)).unwrap_or_default();
    let of_kind = |kind| wanted.iter().map(|(attribute, _)| *attribute).filter(move |attribute| attribute.kind == kind);
    Choices {
        prices: now.prices.as_ref().or(all.prices.as_ref()).map(|prices| (Money::tenge(prices.lowest), Money::tenge(prices.highest))),
        bars: now.prices.as_ref().map(bars).unwrap_or_default(),
        conditions: conditions(now, wishes),
        days: days(now, wishes),
        reduced: (all.discounted > 0 || wishes.reduced).then(|| reduced(now, wishes)),
        ratings: ratings(all, now, wishes.rating),
        cities: cities(catalog, all, now, &wishes.cities),
        shops: shop_choices(all, now, wishes, names),
        options: of_kind(AttributeKind::Choice).filter_map(|attribute| options(attribute, all, now, wishes)).collect(),
        features: of_kind(AttributeKind::Bool).filter_map(|attribute| feature(attribute, all, now, wishes)).collect(),
        bounds: of_kind(AttributeKind::Number).filter_map(|attribute| bounds(attribute, all, wishes)).collect(),
    }
}

/// Names of the fullest shops, if there is something to choose among, and of those that are chosen already.
pub fn shop_names(conn: &mut PgConnection, full: &[(u32, u32)], chosen: &[ShopId]) -> QueryResult<HashMap<ShopId, String>> {
    let most = if full.len() < 2 { 0 } else { SHOPS };
    let fullest = full.iter().take(most).map(|(id, _)| ShopId(i64::from(*id)));
    let ids: Vec<ShopId> = fullest.chain(chosen.iter().copied()).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(ShopId, String)> = shops::table.filter(shops::id.eq_any(ids)).select((shops::id, shops::name)).load(conn)?;
    Ok(rows.into_iter().collect())
}

fn bars(prices: &Prices) -> Vec<Bar> {
    let (most, many) = (prices.bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1), prices.bars.len().max(1));
    let bar = |(i, count): (usize, u32)| {
        // What there is at all can be seen.
        let height = if count == 0 { 0 } else { (count * HEIGHT / most).max(1) };
        Bar { x: i * WIDTH / many, y: HEIGHT - height, height }
    };
    prices.bars.iter().map(|bar| bar.count).enumerate().map(bar).collect()
}

fn conditions(now: &Facets, wishes: &Wishes) -> Vec<Choice<Condition>> {
    let choice = |(condition, n): (Condition, u32)| Choice {
        value: condition.as_str().to_owned(),
        name: condition,
        n,
        chosen: wishes.condition == Some(condition),
    };
    [(Condition::New, now.new), (Condition::Used, now.used)].map(choice).into_iter().collect()
}

fn days(now: &Facets, wishes: &Wishes) -> Vec<Choice<i64>> {
    // Counts are cumulative: the last span that fits tells.
    let within = |days: u8| now.days.iter().filter(|(known, _)| *known <= days).map(|(_, n)| *n).max().unwrap_or(0);
    DAYS.map(|days| Choice { value: days.to_string(), name: i64::from(days), n: within(days), chosen: wishes.days == Some(days) })
        .into_iter()
        .collect()
}

fn reduced(now: &Facets, wishes: &Wishes) -> Choice<()> {
    Choice { value: "1".to_owned(), name: (), n: now.discounted, chosen: wishes.reduced }
}

fn ratings(all: &Facets, now: &Facets, chosen: Option<u16>) -> Vec<Choice<()>> {
    if chosen.is_none() && all.ratings.iter().all(|(_, n)| *n == 0) {
        return Vec::new();
    }
    let choice = |(least, n): &(u16, u32)| Choice { value: stars(*least), name: (), n: *n, chosen: chosen == Some(*least) };
    now.ratings.iter().map(choice).collect()
}

fn cities(catalog: &Catalog, all: &Facets, now: &Facets, chosen: &[Town]) -> Vec<Choice<Names>> {
    let n = |facets: &Facets, city: &City| facets.cities.iter().find(|(id, _)| i32::from(*id) == city.id.0).map(|(_, n)| *n);
    let choice = |city: &City| {
        let is_chosen = chosen.iter().any(|town| town.id == city.id);
        let known = n(all, city).is_some() || is_chosen;
        known.then(|| Choice { value: city.slug.clone(), name: city.names.clone(), n: n(now, city).unwrap_or(0), chosen: is_chosen })
    };
    let mut cities: Vec<_> = catalog.cities.iter().filter_map(choice).collect();
    cities.sort_by_key(|city| (!city.chosen, std::cmp::Reverse(city.n)));
    cities
}

fn shop_choices(all: &Facets, now: &Facets, wishes: &Wishes, names: &HashMap<ShopId, String>) -> Vec<Choice<String>> {
    let full: Vec<ShopId> = all.shops.iter().map(|(id, _)| ShopId(i64::from(*id))).collect();
    let empty = wishes.shops.iter().filter(|shop| !full.contains(shop));
    let choice = |shop: &ShopId| {
        // only the fullest have names: the others are not looked for
        let name = names.get(shop)?.clone();
        let n = now.shops.iter().find(|(known, _)| i64::from(*known) == shop.0).map_or(0, |(_, n)| *n);
        Some(Choice { value: shop.to_string(), name, n, chosen: wishes.shops.contains(shop) })
    };
    let mut choices: Vec<_> = full.iter().chain(empty).filter_map(choice).collect();
    choices.sort_by_key(|shop| !shop.chosen);
    choices
}

fn count(facets: &Facets, attribute: &Attribute, option: i32) -> Option<u32> {
    let same = |(a, o, _): &&(u32, u32, u32)| i64::from(*a) == i64::from(attribute.id.0) && i64::from(*o) == i64::from(option);
    facets.choices.iter().find(same).map(|(_, _, n)| *n)
}

fn options(attribute: &Attribute, all: &Facets, now: &Facets, wishes: &Wishes) -> Option<Options> {
    let marked = wishes.marked.iter().find(|marked| marked.attribute == attribute.id);
    let choice = |option: &crate::catalog::Choice| {
        let chosen = marked.is_some_and(|marked| marked.options.iter().any(|(id, _)| *id == option.id));
        let known = chosen || count(all, attribute, option.id.0).is_some();
        let n = count(now, attribute, option.id.0).unwrap_or(0);
        known.then(|| Choice { value: option.code.clone(), name: option.names.clone(), n, chosen })
    };
    let options: Vec<_> = attribute.options.iter().filter_map(choice).collect();
    let any = options.len() > 1 || options.iter().any(|option| option.chosen);
    any.then(|| Options { field: format!("a.{}", attribute.code), names: attribute.names.clone(), options })
}

fn feature(attribute: &Attribute, all: &Facets, now: &Facets, wishes: &Wishes) -> Option<Choice<Names>> {
    let chosen = wishes.marked.iter().any(|marked| marked.attribute == attribute.id);
    let known = chosen || count(all, attribute, YES.0).is_some();
    let n = count(now, attribute, YES.0).unwrap_or(0);
    known.then(|| Choice { value: format!("a.{}", attribute.code), name: attribute.names.clone(), n, chosen })
}

fn bounds(attribute: &Attribute, all: &Facets, wishes: &Wishes) -> Option<Bounds> {
    let there = all.numbers.iter().find(|range| i64::from(range.attribute) == i64::from(attribute.id.0))?;
    let span = wishes.spans.iter().find(|span| span.attribute == attribute.id);
    let end = |end: Option<i64>| end.map(decimal).unwrap_or_default();
    (there.least < there.greatest || span.is_some()).then(|| Bounds {
        field: format!("a.{}", attribute.code),
        names: attribute.names.clone(),
        unit: attribute.unit.clone(),
        from: end(span.and_then(|span| span.from)),
        to: end(span.and_then(|span| span.to)),
        least: decimal(there.least),
        greatest: decimal(there.greatest),
    })
}
