//! The demo's shops: opened by their owners, with terms of delivery; companies have a record already.

use std::collections::HashMap;

use diesel::prelude::*;

use super::DemoError;
use super::data::{Data, SendData, ShopData};
use super::dice::Dice;
use super::people::{SELLERS_SHOP, join};
use super::photos::DemoSign;
use crate::catalog::Catalog;
use crate::db::Tx;
use crate::jobs;
use crate::kernel::{Money, ShopId, Tin, TinKind, UserId, now};
use crate::schema::shops;
use crate::shops::{OpenShop, Shop, ShopKind, Terms, Way, set_terms};

/// A shop that is open.
pub struct Seller {
    pub shop: Shop,
    pub owner: UserId,
}

/// Opens all shops; they are found by the words that the files use.
pub fn open_all(tx: &mut Tx<'_>, data: &Data, catalog: &Catalog, hash: &str) -> Result<HashMap<String, Seller>, DemoError> {
    let mut sellers = HashMap::new();
    for shop in &data.shops {
        sellers.insert(shop.slug.clone(), open(tx, shop, catalog, hash)?);
    }
    Ok(sellers)
}

fn open(tx: &mut Tx<'_>, data: &ShopData, catalog: &Catalog, hash: &str) -> Result<Seller, DemoError> {
    let email = if data.slug == SELLERS_SHOP { "seller@samal.example" } else { &data.owner.email };
    let owner = join(tx, (&data.owner.name, email), None, data.lang, hash)?;
    let city = catalog.city_by_slug(&data.city).ok_or_else(|| DemoError::Data(format!("the town {}", data.city)))?;
    let tin = tin(&data.slug, data.kind).ok_or_else(|| DemoError::Data(format!("no number for {}", data.slug)))?;
    let new = OpenShop { name: data.name.clone(), kind: data.kind, tin, city: city.id, about: data.about.clone(), lang: data.lang };
    let shop = new.open(tx, owner)?;
    set_terms(tx, shop, &terms(shop, data))?;
    if data.kind == ShopKind::Company {
        diesel::update(shops::table.find(shop)).set(shops::trusted_at.eq(now())).execute(&mut **tx)?;
    }
    jobs::enqueue(tx, &DemoSign { shop, word: data.slug.clone(), main: data.main.clone() })?;
    Ok(Seller { shop: Shop::find(tx, shop)?, owner })
}

fn terms(shop: ShopId, data: &ShopData) -> Vec<Terms> {
    let send = |way: Way| {
        move |send: &SendData| Terms {
            shop_id: shop,
            way,
            price: Money::tenge(send.price),
            free_from: send.free_from.map(Money::tenge),
            days_min: send.days_min,
            days_max: send.days_max,
            place: String::new(),
        }
    };
    let fetch = data.pickup.as_ref().map(|pickup| Terms {
        shop_id: shop,
        way: Way::Pickup,
        price: Money::ZERO,
        free_from: None,
        days_min: pickup.days,
        days_max: pickup.days + 1,
        place: pickup.address.clone(),
    });
    data.courier.as_ref().map(send(Way::Courier)).into_iter().chain(fetch).chain(data.post.as_ref().map(send(Way::Post))).collect()
}

/// A taxpayer number with a right checksum, invented from the shop's word.
fn tin(word: &str, kind: ShopKind) -> Option<Tin> {
    let mut dice = Dice::of(word);
    let (head, kind) = match kind {
        ShopKind::Company => (format!("{:02}{:02}40", dice.between(8, 24), dice.between(1, 12)), TinKind::Bin),
        ShopKind::Person => (format!("{:02}{:02}{:02}", dice.between(70, 99), dice.between(1, 12), dice.between(1, 28)), TinKind::Iin),
    };
    // Every eleventh row of digits has no control digit and is never given out: then the next one.
    (0..50).find_map(|_| {
        let middle = format!("{head}{}{:04}", dice.between(3, 4), dice.between(0, 9999));
        (0..10).find_map(|control| Tin::parse(&format!("{middle}{control}"), kind))
    })
}
