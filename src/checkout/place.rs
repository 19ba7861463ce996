//! Places an order: stock, purchase, payment and news in one transaction, or nothing of it.

use chrono::Duration;
use diesel::QueryResult;

use super::{Parcel, Quote};
use crate::accounts::{Address, NewAddress};
use crate::cart::{self, Basket, Cart, Group, Owner};
use crate::db::{DbError, Retry, Tx};
use crate::events::{Event, publish};
use crate::kernel::{ListingId, Money, OrderId, ShopId, UserId, now, today};
use crate::listings::{Shortage, Stock};
use crate::orders::{self, Contact, Destination, NewItem, NewOrder, NewPurchase, Placed};
use crate::payments::Payment;
use crate::shops::{Terms, Way};

/// A checkout, parsed: what the form and the demo loader both become. What is bought lies in the buyer's cart.
#[derive(Debug, Clone)]
pub struct PlaceOrder {
    /// Who buys.
    pub buyer: UserId,
    /// Who receives it.
    pub contact: Contact,
    /// Where it goes.
    pub to: Destination,
    /// Whether the address goes into the buyer's address book.
    pub remember: bool,
    /// The chosen way of each shop.
    pub delivery: Vec<(ShopId, Way)>,
    /// Days that each shop's courier needs more to the buyer's town.
    pub roads: Vec<(ShopId, i32)>,
    /// What the buyer says.
    pub comment: String,
    /// The total that the buyer saw; nothing when nobody looked.
    pub shown: Option<Money>,
    /// How long shops may take to accept.
    pub accept_hours: i64,
}

/// Why nothing was ordered.
#[derive(Debug, thiserror::Error)]
pub enum NotPlaced {
    /// Nothing in the cart can be bought.
    #[error("nothing to buy")]
    Empty,
    /// The total is not what the buyer saw.
    #[error("the total changed")]
    Changed,
    /// Somebody was quicker.
    #[error("not enough of {0:?}")]
    Short(ListingId),
    /// Nobody sells it now.
    #[error("{0:?} is off sale")]
    OffSale(ListingId),
    /// This shop's goods cannot go the chosen way.
    #[error("{0:?} does not deliver this way")]
    NotOffered(ShopId),
    /// The sum does not fit.
    #[error("too much")]
    TooMuch,
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<diesel::result::Error> for NotPlaced {
    fn from(error: diesel::result::Error) -> Self {
        Self::Db(error.into())
    }
}

impl From<Shortage> for NotPlaced {
    fn from(shortage: Shortage) -> Self {
        match shortage {
            Shortage::TooFew(listing) => Self::Short(listing),
            Shortage::OffSale(listing) => Self::OffSale(listing),
        }
    }
}

impl Retry for NotPlaced {
    fn asks_again(&self) -> bool {
        matches!(self, Self::Db(error) if error.asks_again())
    }
}

impl PlaceOrder {
    fn road(&self, shop: ShopId, way: Way) -> i32 {
        let known = self.roads.iter().find(|(other, _)| *other == shop && way == Way::Courier);
        known.map_or(0, |(_, days)| *days)
    }
}

/// Orders what lies in the buyer's cart. The caller rolls back on a refusal: nothing of it may stay.
pub fn place(tx: &mut Tx<'_>, wish: &PlaceOrder) -> Result<Placed, NotPlaced> {
    let cart = Cart::lock(tx, &Owner::User(wish.buyer))?.ok_or(NotPlaced::Empty)?;
    // Read under its lock: sellers who change a price or take something off sale come before or after.
    let goods = cart.listings(tx)?;
    Stock::lock(tx, &goods)?;
    let basket = Basket::read(tx, cart)?.buyable();
    if basket.is_empty() {
        return Err(NotPlaced::Empty);
    }
    let terms = chosen(&basket, &wish.delivery)?;
    let pieces: Vec<(ListingId, i32)> = basket.lines().map(|line| (line.listing, line.pieces())).collect();
    Stock::reserve(tx, &pieces)?.map_err(NotPlaced::from)?;
    let quote = Quote::of(&parcels(&basket, &terms)).ok_or(NotPlaced::TooMuch)?;
    if wish.shown.is_some_and(|shown| shown != quote.total) {
        return Err(NotPlaced::Changed);
    }
    let placed = orders::create(tx, &purchase(wish, &basket, &terms, &quote))?;
    let shares: Vec<(OrderId, Money)> = placed
        .orders
        .iter()
        .zip(&quote.shares)
        .map(|(order, share)| (*order, share.goods.plus(share.delivery).unwrap_or(share.goods)))
        .collect();
    Payment::create(tx, placed.purchase, &shares)?;
    if wish.remember {
        remember(tx, wish)?;
    }
    cart::empty(tx, cart, &pieces.iter().map(|(listing, _)| *listing).collect::<Vec<_>>())?;
    publish(tx, &Event::PurchasePlaced { purchase: placed.purchase })?;
    Ok(placed)
}

/// The terms of each group's chosen way.
fn chosen(basket: &Basket, delivery: &[(ShopId, Way)]) -> Result<Vec<Terms>, NotPlaced> {
    let of = |group: &Group| {
        let way = delivery.iter().find(|(shop, _)| *shop == group.shop).map(|(_, way)| *way);
        way.and_then(|way| group.terms_of(way)).cloned().ok_or(NotPlaced::NotOffered(group.shop))
    };
    basket.groups.iter().map(of).collect()
}

/// What the quote is made of; `terms` stand in the order of the groups.
pub(super) fn parcels(basket: &Basket, terms: &[Terms]) -> Vec<Parcel> {
    let parcel = |(group, terms): (&Group, &Terms)| Parcel {
        lines: group.lines.iter().map(|line| (line.price, line.pieces())).collect(),
        terms: terms.clone(),
    };
    basket.groups.iter().zip(terms).map(parcel).collect()
}

fn purchase(wish: &PlaceOrder, basket: &Basket, terms: &[Terms], quote: &Quote) -> NewPurchase {
    let orders = basket.groups.iter().zip(terms).zip(&quote.shares).map(|((group, terms), share)| NewOrder {
        shop: group.shop,
        way: terms.way,
        place: terms.place.clone(),
        goods: share.goods,
        delivery: share.delivery,
        promised: terms.promise_after(today(), wish.road(group.shop, terms.way)),
        items: items(group),
    });
    NewPurchase {
        buyer: wish.buyer,
        contact: wish.contact.clone(),
        to: wish.to.clone(),
        comment: wish.comment.clone(),
        accept_by: now() + Duration::hours(wish.accept_hours),
        orders: orders.collect(),
    }
}

fn items(group: &Group) -> Vec<NewItem> {
    let item = |line: &cart::Line| NewItem {
        listing: line.listing,
        product: line.product,
        title: line.title.clone(),
        slug: line.slug.clone(),
        cover: line.cover,
        price: line.price,
        quantity: line.pieces(),
    };
    group.lines.iter().map(item).collect()
}

/// Puts the address into the buyer's book, unless it is there or the book is full.
fn remember(tx: &mut Tx<'_>, wish: &PlaceOrder) -> QueryResult<()> {
    let new = NewAddress::from(&wish.to);
    let known = Address::of_user(tx, wish.buyer)?;
    let same = |address: &Address| address.city_id == new.city_id && address.line() == wish.to.line();
    if !known.iter().any(same) {
        new.insert(tx, wish.buyer)?;
    }
    Ok(())
}
