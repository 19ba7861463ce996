//! Cards with many sellers, and variants: rivals pick what a shop has put up already, a moderator makes the card everybody's.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::DemoError;
use super::data::ProductData;
use super::dice::Dice;
use super::goods::Good;
use super::reviews::{self, Verdict};
use super::sellers::Seller;
use crate::catalog::Catalog;
use crate::db::Tx;
use crate::kernel::{Gtin, Money, UserId, now};
use crate::listings::{Condition, Linked, Listing, ListingInput, ListingState, Picked, link_own, pick, publish};
use crate::schema::products;

/// Shops that sell the same kind of goods.
const RIVALS: [&[&str]; 6] = [
    &["orbit-store", "techno-dala", "bitsoft", "kadr", "kelt-audio"],
    &["techno-dala", "ozen-tekhnika", "zhyly-ui", "bitsoft"],
    &["sary-arka-home", "zhyly-ui", "sheber"],
    &["altai-wear", "qadam", "tau-sport", "tigin"],
    &["balapan", "kitap", "zhyly-ui"],
    &["aq-gul", "balapan", "tigin"],
];

/// Of a hundred goods, so many have several sellers.
const SHARED: i64 = 45;

/// A number under the bars, invented from a title: the country's prefix, nine digits, the right control digit.
pub fn gtin(title: &str) -> Option<Gtin> {
    let body = Dice::of(&format!("gtin {title}")).between(0, 999_999_999);
    (0..10).find_map(|control| Gtin::parse(&format!("487{body:09}{control}")).ok())
}

/// Links what the files call variants.
pub fn link_variants(tx: &mut Tx<'_>, goods: &[Good], order: &[&ProductData], sellers: &HashMap<String, Seller>) -> Result<(), DemoError> {
    for (good, product) in goods.iter().zip(order) {
        let Some(of) = &product.of else { continue };
        let base = goods.iter().zip(order).find(|(_, other)| other.title == *of).map(|(good, _)| good.product);
        let (Some(base), Some(seller)) = (base, sellers.get(&product.shop)) else { continue };
        if link_own(tx, seller.shop.id, base, good.product)? != Some(Linked::Done) {
            return Err(DemoError::Story(format!("{} is no variant of {of}", product.title)));
        }
    }
    Ok(())
}

/// Rivals offer what others have put up; tells their offers.
pub fn rival(
    tx: &mut Tx<'_>,
    goods: &[Good],
    sellers: &HashMap<String, Seller>,
    catalog: &Catalog,
    moderator: UserId,
) -> Result<Vec<Good>, DemoError> {
    let mut offers = Vec::new();
    for good in goods.iter().filter(|good| good.state == ListingState::Active && good.condition == Condition::New) {
        let mut dice = Dice::of(&format!("rivals {}", good.product));
        let has_number: bool = products::table.find(good.product).select(products::gtin.is_not_null()).first(&mut **tx)?;
        let Some(group) = RIVALS.iter().find(|group| group.contains(&good.shop.as_str())).filter(|_| has_number) else { continue };
        if !dice.chance(SHARED) {
            continue;
        }
        let mut others: Vec<&str> = group.iter().copied().filter(|shop| *shop != good.shop).collect();
        let many = dice.between(1, i64::try_from(others.len()).unwrap_or(1));
        others.sort_by_cached_key(|shop| Dice::of(&format!("{shop} {}", good.product)).roll());
        for shop in others.into_iter().take(usize::try_from(many).unwrap_or(1)) {
            let seller = sellers.get(shop).ok_or_else(|| DemoError::Data(format!("the shop {shop}")))?;
            offers.extend(offer(tx, good, (shop, seller), (catalog, moderator), &mut dice)?);
        }
    }
    Ok(offers)
}

fn offer(
    tx: &mut Tx<'_>,
    good: &Good,
    (shop, seller): (&str, &Seller),
    (catalog, moderator): (&Catalog, UserId),
    dice: &mut Dice,
) -> Result<Option<Good>, DemoError> {
    let Picked::Draft(listing) = pick(tx, &seller.shop, good.product)? else { return Ok(None) };
    let price = near(good.price, dice.between(94, 109));
    let stock = i32::try_from(dice.between(0, 12)).unwrap_or(1).max(1);
    let drafted = Listing::find(tx, listing)?;
    ListingInput { price: Some(Money::tenge(price)), stock: Some(stock), ..ListingInput::default() }.save(tx, &drafted, catalog)?;
    publish(tx, listing, Some(seller.owner))?;
    reviews::rule(tx, moderator, listing, Verdict::Approved)?;
    let state = Listing::find(tx, listing)?.state;
    let (product, condition, at) = (good.product, Condition::New, later(good.at, dice));
    Ok(Some(Good { listing, product, shop: shop.to_owned(), state, condition, stock, price, at }))
}

/// A price that people write: a few percent away, ending in ninety.
fn near(price: i64, percent: i64) -> i64 {
    (price * percent / 100 / 100 * 100 - 10).max(90)
}

/// Some time after the first offer.
fn later(first: DateTime<Utc>, dice: &mut Dice) -> DateTime<Utc> {
    let minutes = (now() - first).num_minutes().max(60);
    first + Duration::minutes(minutes * dice.between(5, 60) / 100)
}
