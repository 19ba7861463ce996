//! The demo's goods: drafted, filled in and published as their sellers would; shops without a record pass moderation.

use std::collections::{HashMap, HashSet};
use std::str::FromStr;

use bigdecimal::BigDecimal;
use chrono::{DateTime, Duration, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::DemoError;
use super::cards;
use super::data::{Data, ProductData};
use super::dice::Dice;
use super::people::SELLERS_SHOP;
use super::photos::DemoPhotos;
use super::reviews::{self, Verdict};
use super::sellers::Seller;
use crate::catalog::{Attribute, AttributeKind, Catalog};
use crate::db::Tx;
use crate::jobs;
use crate::kernel::{AttributeId, ListingId, Money, ProductId, UserId, now};
use crate::listings::{Condition, Draft, Listing, ListingInput, ListingState, Value, draft, pause, publish};
use crate::schema::order_items;

/// So far back the first listing was published.
const DAYS: i64 = 40;
/// The home page shows at most so many of a kind.
const SHOWN: usize = 20;

/// A listing of the demo.
pub struct Good {
    pub listing: ListingId,
    pub product: ProductId,
    /// The word of its shop.
    pub shop: String,
    pub state: ListingState,
    pub condition: Condition,
    pub stock: i32,
    pub price: i64,
    /// When it was put up.
    pub at: DateTime<Utc>,
}

/// Puts up everything, oldest first, so that numbers and dates agree.
pub fn put_up(
    tx: &mut Tx<'_>,
    data: &Data,
    catalog: &Catalog,
    sellers: &HashMap<String, Seller>,
    moderator: UserId,
) -> Result<Vec<Good>, DemoError> {
    let order = shuffled(&data.products);
    let mut left: HashMap<&str, usize> = HashMap::new();
    for product in &order {
        *left.entry(&product.shop).or_default() += 1;
    }
    let mut goods = Vec::new();
    for (place, product) in order.iter().enumerate() {
        let seller = sellers.get(&product.shop).ok_or_else(|| DemoError::Data(format!("the shop {}", product.shop)))?;
        let rest = left.entry(&product.shop).or_default();
        *rest -= 1;
        let at = day(place, order.len());
        goods.push(put_one(tx, (product, seller, at), catalog, (fate(&product.shop, *rest), moderator))?);
    }
    cards::link_variants(tx, &goods, &order, sellers)?;
    let rivals = cards::rival(tx, &goods, sellers, catalog, moderator)?;
    goods.extend(rivals);
    Ok(goods)
}

/// What becomes of a shop's last listings: `rest` more will follow.
fn fate(shop: &str, rest: usize) -> Verdict {
    match (shop, rest) {
        ("techno-dala", 0) => Verdict::Draft,
        ("techno-dala", 1) => Verdict::Rejected,
        ("techno-dala", 2 | 3) | ("aigerim-s" | "marat-t", 0) => Verdict::Waits,
        ("techno-dala", 4) => Verdict::Removed,
        ("techno-dala", 5) => Verdict::Paused,
        ("olga-p", 19) => Verdict::Rejected,
        ("daniyar-k", 17) => Verdict::Draft,
        _ => Verdict::Approved,
    }
}

fn put_one(
    tx: &mut Tx<'_>,
    (product, seller, at): (&ProductData, &Seller, DateTime<Utc>),
    catalog: &Catalog,
    (verdict, moderator): (Verdict, UserId),
) -> Result<Good, DemoError> {
    let Draft { listing, product: card } = draft(tx, &seller.shop, catalog)?;
    let drafted = Listing::find(tx, listing)?;
    input(product, catalog)?.save(tx, &drafted, catalog)?;
    if verdict != Verdict::Draft {
        publish(tx, listing, Some(seller.owner))?;
        reviews::rule(tx, moderator, listing, verdict)?;
    }
    if verdict == Verdict::Paused {
        tx.acting(Some(seller.owner), "")?;
        pause(tx, listing)?;
    }
    Ok(Good {
        listing,
        product: card,
        shop: product.shop.clone(),
        state: Listing::find(tx, listing)?.state,
        condition: product.condition,
        stock: product.stock,
        price: product.price,
        at,
    })
}

fn input(product: &ProductData, catalog: &Catalog) -> Result<ListingInput, DemoError> {
    let category =
        catalog.category_by_slug(&product.category).ok_or_else(|| DemoError::Data(format!("the category {}", product.category)))?;
    Ok(ListingInput {
        category: Some(category.id),
        title: Some(product.title.clone()),
        description: Some(product.text.clone()),
        brand: Some(product.brand.clone()),
        gtin: Some(cards::gtin(&product.title).filter(|_| product.condition == Condition::New && !product.brand.is_empty())),
        lang: Some(product.lang),
        condition: Some(product.condition),
        price: Some(Money::tenge(product.price)),
        stock: Some(product.stock),
        tags: Some(product.tags.clone()),
        values: values(product, &catalog.wanted(category.id))?,
        ..ListingInput::default()
    })
}

fn values(product: &ProductData, wanted: &[(&Attribute, bool)]) -> Result<Vec<(AttributeId, Option<Value>)>, DemoError> {
    let wrong = |code: &str| DemoError::Data(format!("{}: {code}", product.title));
    let one = |(code, given): (&String, &toml::Value)| {
        let (attribute, _) = wanted.iter().find(|(attribute, _)| attribute.code == *code).ok_or_else(|| wrong(code))?;
        let value = value(attribute, given).ok_or_else(|| wrong(code))?;
        Ok((attribute.id, Some(value)))
    };
    product.values.iter().map(one).collect()
}

fn value(attribute: &Attribute, given: &toml::Value) -> Option<Value> {
    match attribute.kind {
        AttributeKind::Text => given.as_str().map(|text| Value::Text(text.to_owned())),
        AttributeKind::Number => number(given).map(Value::Number),
        AttributeKind::Choice => attribute.option(given.as_str()?).map(|option| Value::Choice(option.id)),
        AttributeKind::Bool => given.as_bool().map(Value::Bool),
    }
}

fn number(given: &toml::Value) -> Option<BigDecimal> {
    let text = given.as_integer().map(|whole| whole.to_string()).or_else(|| given.as_float().map(|broken| broken.to_string()))?;
    BigDecimal::from_str(&text).ok()
}

/// The products in an order of chance: what is new is of many kinds. The first of each category is its picture's very likeness;
/// such come among the last tenth, so that people see them first.
fn shuffled(products: &[ProductData]) -> Vec<&ProductData> {
    let mut seen = HashSet::new();
    let mut order: Vec<(u64, &ProductData)> = Vec::new();
    for product in products {
        let roll = Dice::of(&product.title).roll();
        let shown = seen.insert(product.category.as_str()) && product.shop != SELLERS_SHOP;
        order.push((if shown { u64::MAX - roll / 10 } else { roll }, product));
    }
    order.sort_by_key(|(place, _)| *place);
    order.into_iter().map(|(_, product)| product).collect()
}

/// When the listing at this place was put up: evenly over the days, the last one a quarter of an hour ago.
fn day(place: usize, many: usize) -> DateTime<Utc> {
    let minutes = |n: usize| i64::try_from(n).unwrap_or_default();
    now() - Duration::minutes(15 + DAYS * 24 * 60 * minutes(many - 1 - place) / minutes(many.max(1)))
}

/// The photographs are made in the background: the covers first, and of them those that the home page shows.
pub fn photograph(tx: &mut Tx<'_>, data: &Data, goods: &[Good]) -> Result<(), DemoError> {
    let sold = order_items::table.group_by(order_items::product_id).order((count_star().desc(), order_items::product_id));
    let mut shown: Vec<ProductId> = sold.select(order_items::product_id).limit(SHOWN as i64).load(&mut **tx)?;
    let mut waiting: Vec<_> = goods.iter().zip(shuffled(&data.products)).rev().collect();
    let newest = |condition| waiting.iter().filter(move |(good, _)| good.condition == condition).map(|(good, _)| good.product).take(SHOWN);
    shown.extend(newest(Condition::New).chain(newest(Condition::Used)));
    waiting.sort_by_key(|(good, _)| shown.iter().position(|product| *product == good.product).unwrap_or(shown.len()));
    for (good, product) in waiting {
        let job = DemoPhotos {
            product: good.product,
            slug: product.category.clone(),
            title: product.title.clone(),
            main: product.main.clone(),
            accent: product.accent.clone(),
            number: 0,
        };
        jobs::enqueue(tx, &job)?;
    }
    Ok(())
}
