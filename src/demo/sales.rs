//! What was bought: orders in every state, by the same steps that buyers and shops take.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::DemoError;
use super::dice::Dice;
use super::goods::Good;
use super::people::{Buyer, People, SELLERS_SHOP};
use super::sellers::Seller;
use crate::cart::{self, Owner};
use crate::checkout::{PlaceOrder, place};
use crate::db::Tx;
use crate::kernel::{OrderId, PurchaseId, now};
use crate::listings::{Condition, ListingState};
use crate::orders::{self, Contact, DeclineReason, Destination, Order, Step};
use crate::schema::orders as rows;
use crate::shops::{Terms, Way};

/// How far an order came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Placed,
    Accepted,
    InTransit,
    /// With the courier, or where it can be fetched.
    AtTheDoor,
    Issued,
    /// Nobody wanted it at the door.
    Returned,
    Declined,
    Cancelled,
    Expired,
}

/// One order to tell: who, from which shops (`None`: any), by which way if possible, what became of it, how many hours ago.
type Story = (usize, &'static [Option<&'static str>], Way, Fate, i64);

const ANY: &[Option<&str>] = &[None];
const OURS: &[Option<&str>] = &[Some(SELLERS_SHOP)];

/// Those that the demo's accounts see: the first buyer's purchases, and orders for the seller's shop.
const STORIES: [Story; 20] = [
    (0, ANY, Way::Courier, Fate::Issued, 840),
    (0, &[None, None], Way::Courier, Fate::Issued, 290),
    (0, OURS, Way::Courier, Fate::Declined, 470),
    (0, ANY, Way::Post, Fate::Cancelled, 350),
    (0, ANY, Way::Courier, Fate::Expired, 220),
    (0, OURS, Way::Courier, Fate::AtTheDoor, 50),
    (0, ANY, Way::Pickup, Fate::AtTheDoor, 40),
    (0, &[None, Some("kitap")], Way::Post, Fate::InTransit, 60),
    (0, OURS, Way::Post, Fate::Accepted, 9),
    (0, &[Some(SELLERS_SHOP), Some("zhyly-ui")], Way::Courier, Fate::Placed, 2),
    (1, OURS, Way::Courier, Fate::Placed, 1),
    (2, OURS, Way::Post, Fate::Placed, 5),
    (3, OURS, Way::Courier, Fate::Accepted, 20),
    (4, OURS, Way::Pickup, Fate::AtTheDoor, 30),
    (5, OURS, Way::Post, Fate::InTransit, 70),
    (6, OURS, Way::Courier, Fate::Issued, 160),
    (7, OURS, Way::Post, Fate::Issued, 400),
    (8, OURS, Way::Courier, Fate::Issued, 610),
    (9, OURS, Way::Courier, Fate::Cancelled, 100),
    (3, OURS, Way::Courier, Fate::Returned, 130),
];

/// So many more, told by chance.
const OTHERS: i64 = 45;

/// Shops whose goods people buy together, and how many do so.
const SETS: [&str; 8] = ["zhyly-ui", "sheber", "aq-gul", "tau-sport", "ozen-tekhnika", "tigin", "orbit-store", "kitap"];
const SET_BUYERS: usize = 4;

/// So many more of what people like to buy.
const POPULAR: usize = 50;

/// A purchase and when it was made.
pub struct Sale {
    pub purchase: PurchaseId,
    pub at: DateTime<Utc>,
}

/// Everything that the sales are made of.
pub struct Market<'a> {
    pub people: &'a People,
    pub goods: &'a [Good],
    pub sellers: &'a HashMap<String, Seller>,
    pub accept_hours: i64,
}

/// Sells; tells the purchases with their moments.
pub fn sell(tx: &mut Tx<'_>, market: &Market<'_>) -> Result<Vec<Sale>, DemoError> {
    let mut dice = Dice::of("sales");
    let mut sales = Vec::new();
    for story in STORIES {
        sales.extend(market.tell(tx, story, &mut dice)?);
    }
    for n in 0..OTHERS {
        let buyer = usize::try_from(n).unwrap_or_default() % (market.people.buyers.len() - 1) + 1;
        let fate = match dice.between(1, 20) {
            1..=14 => Fate::Issued,
            15 => Fate::Declined,
            16 | 17 => Fate::Cancelled,
            18 => Fate::Expired,
            _ => Fate::InTransit,
        };
        let hours = if fate == Fate::InTransit { dice.between(30, 80) } else { dice.between(110, 900) };
        let shops: &'static [Option<&'static str>] = if dice.chance(25) { &[None, None] } else { ANY };
        let way = dice.pick(&[Way::Courier, Way::Courier, Way::Post, Way::Pickup]).copied().unwrap_or(Way::Courier);
        sales.extend(market.tell(tx, (buyer, shops, way, fate, hours), &mut dice)?);
    }
    for shop in SETS {
        sales.extend(market.sell_set(tx, shop, &mut dice)?);
    }
    market.sell_popular(tx, &mut sales)?;
    market.fill_cart(tx, &mut dice)?;
    Ok(sales)
}

impl Market<'_> {
    fn tell(&self, tx: &mut Tx<'_>, (buyer, shops, way, fate, hours): Story, dice: &mut Dice) -> Result<Option<Sale>, DemoError> {
        let (buyer, at) = (&self.people.buyers[buyer], now() - Duration::hours(hours) - Duration::minutes(dice.between(0, 59)));
        let mut chosen: Vec<&Good> = Vec::new();
        for shop in shops {
            let fitting: Vec<&Good> = self.goods.iter().filter(|good| good.can_be_sold(*shop, at, way, &chosen)).collect();
            let Some(good) = dice.pick(&fitting) else { return Ok(None) };
            chosen.push(good);
            cart::add(tx, &Owner::User(buyer.id), good.listing, if dice.chance(25) { 2 } else { 1 })?;
        }
        Ok(Some(Sale { purchase: self.check_out(tx, buyer, (&chosen, way), fate)?, at }))
    }

    /// Buys what lies in the cart, and carries its orders as far as their fate goes.
    fn check_out(&self, tx: &mut Tx<'_>, buyer: &Buyer, (chosen, way): (&[&Good], Way), fate: Fate) -> Result<PurchaseId, DemoError> {
        let wish = self.wish(tx, buyer, chosen, way)?;
        let placed = place(tx, &wish)?;
        for order in placed.orders {
            self.carry(tx, order, fate, buyer)?;
        }
        Ok(placed.purchase)
    }

    /// The goods of a shop that are bought together.
    fn set(&self, shop: &str) -> Vec<&Good> {
        let before = now() - Duration::days(12);
        self.goods.iter().filter(|good| good.shop == shop && good.is_plenty(12) && good.at < before).take(3).collect()
    }

    /// Several people buy the same few goods of a shop together, lately.
    fn sell_set(&self, tx: &mut Tx<'_>, shop: &str, dice: &mut Dice) -> Result<Vec<Sale>, DemoError> {
        let set = self.set(shop);
        let mut sales = Vec::new();
        for n in 0..SET_BUYERS {
            let buyer = dice.pick(&self.people.buyers[1..]).ok_or_else(|| DemoError::Data("no buyers".into()))?;
            // everybody takes the first two, some the third
            let chosen = &set[..set.len().min(if n == 0 { 2 } else { 3 })];
            for good in chosen {
                cart::add(tx, &Owner::User(buyer.id), good.listing, 1)?;
            }
            if !chosen.is_empty() {
                let at = now() - Duration::hours(dice.between(100, 260));
                sales.push(Sale { purchase: self.check_out(tx, buyer, (chosen, Way::Courier), Fate::Issued)?, at });
            }
        }
        Ok(sales)
    }

    /// The best of every shop, bought again and again.
    fn sell_popular(&self, tx: &mut Tx<'_>, sales: &mut Vec<Sale>) -> Result<(), DemoError> {
        let mut dice = Dice::of("popular");
        let mut shops: Vec<&String> = self.sellers.keys().filter(|shop| !self.set(shop).is_empty()).collect();
        shops.sort();
        for shop in shops.iter().cycle().take(POPULAR) {
            let buyer = dice.pick(&self.people.buyers[1..]).ok_or_else(|| DemoError::Data("no buyers".into()))?;
            let mut chosen = self.set(shop);
            chosen.truncate(usize::try_from(dice.between(2, 3)).unwrap_or(2));
            for good in &chosen {
                cart::add(tx, &Owner::User(buyer.id), good.listing, 1)?;
            }
            let at = now() - Duration::hours(dice.between(110, 285));
            sales.push(Sale { purchase: self.check_out(tx, buyer, (&chosen, Way::Courier), Fate::Issued)?, at });
        }
        Ok(())
    }

    fn wish(&self, tx: &mut Tx<'_>, buyer: &Buyer, chosen: &[&Good], way: Way) -> Result<PlaceOrder, DemoError> {
        let mut delivery = Vec::new();
        for good in chosen {
            let shop = self.sellers[&good.shop].shop.id;
            if delivery.iter().any(|(known, _)| *known == shop) {
                continue;
            }
            let terms = Terms::of_shops(tx, &[shop])?;
            let way = terms.iter().find(|terms| terms.way == way).or(terms.first()).map(|terms| terms.way);
            delivery.push((shop, way.ok_or_else(|| DemoError::Data(format!("{} delivers nowhere", good.shop)))?));
        }
        let home = buyer.home.clone();
        Ok(PlaceOrder {
            buyer: buyer.id,
            contact: Contact { contact_name: buyer.name.clone(), contact_phone: buyer.phone.as_str().to_owned() },
            to: Destination {
                city_id: home.city_id,
                street: home.street,
                house: home.house,
                flat: home.flat,
                entrance: home.entrance,
                address_comment: home.comment,
            },
            remember: false,
            delivery,
            roads: Vec::new(),
            comment: String::new(),
            shown: None,
            accept_hours: self.accept_hours,
        })
    }

    /// Carries an order as far as its fate goes.
    fn carry(&self, tx: &mut Tx<'_>, id: OrderId, fate: Fate, buyer: &Buyer) -> Result<(), DemoError> {
        let order = Order::find(tx, id)?;
        let seller = self.sellers.values().find(|seller| seller.shop.id == order.shop_id);
        let by_shop = Step::of(id, seller.ok_or_else(|| DemoError::Data("a shop without an owner".into()))?.owner);
        match fate {
            Fate::Placed => return Ok(()),
            Fate::Cancelled => return Ok(orders::cancel(tx, Step::of(id, buyer.id))?),
            Fate::Declined => return Ok(orders::decline(tx, by_shop, DeclineReason::Stock, "Последний продали в зале, простите.")?),
            Fate::Expired => {
                diesel::update(rows::table.find(id)).set(rows::accept_by.eq(now() - Duration::hours(1))).execute(&mut **tx)?;
                return Ok(orders::expire(tx, id)?);
            }
            Fate::Accepted | Fate::InTransit | Fate::AtTheDoor | Fate::Issued | Fate::Returned => orders::accept(tx, by_shop)?,
        }
        if fate != Fate::Accepted && order.way != Way::Pickup {
            let (carrier, tracking) = carrier(order.way, id);
            orders::hand_over(tx, by_shop, carrier, &tracking)?;
        }
        if matches!(fate, Fate::AtTheDoor | Fate::Issued | Fate::Returned) {
            if order.way == Way::Courier { orders::with_courier(tx, by_shop)? } else { orders::ready(tx, by_shop)? }
        }
        if fate == Fate::Issued {
            orders::issue(tx, by_shop, &order.issue_code)??;
        }
        if fate == Fate::Returned {
            orders::take_back(tx, by_shop)?;
        }
        Ok(())
    }

    /// Something lies in the first buyer's cart, with which others bought something else.
    fn fill_cart(&self, tx: &mut Tx<'_>, dice: &mut Dice) -> Result<(), DemoError> {
        if let Some(good) = self.set("orbit-store").first() {
            cart::add(tx, &Owner::User(self.people.buyers[0].id), good.listing, 1)?;
        }
        for shop in ["orbit-store", "sary-arka-home"] {
            let fitting: Vec<&Good> = self.goods.iter().filter(|good| good.can_be_sold(Some(shop), now(), Way::Courier, &[])).collect();
            if let Some(good) = dice.pick(&fitting) {
                cart::add(tx, &Owner::User(self.people.buyers[0].id), good.listing, 1)?;
            }
        }
        Ok(())
    }
}

impl Good {
    fn is_plenty(&self, least: i32) -> bool {
        self.state == ListingState::Active && self.condition == Condition::New && self.stock >= least
    }

    /// New, plentiful, put up before that moment, not chosen already, and private people sell no wholesale.
    fn can_be_sold(&self, shop: Option<&str>, at: DateTime<Utc>, way: Way, chosen: &[&Self]) -> bool {
        let known = match shop {
            Some(shop) => self.shop == shop,
            None => self.shop != SELLERS_SHOP && (way != Way::Pickup || self.price < 100_000),
        };
        known && self.is_plenty(6) && self.at < at && chosen.iter().all(|good| good.shop != self.shop)
    }
}

/// Who carries it, and under which number: the same at every load, unlike the order's own, which nobody may guess.
fn carrier(way: Way, order: OrderId) -> (&'static str, String) {
    match way {
        Way::Post => ("Қазпошта", format!("KZ{:09}KZ", Dice::of(&order.to_string()).between(100_000_000, 999_999_999))),
        _ => ("Курьер магазина", String::new()),
    }
}
