//! Writes a purchase and its orders: the photograph of a sale.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::{Contact, Destination, code};
use crate::db::Tx;
use crate::kernel::{ListingId, Money, Number, OrderId, PhotoId, ProductId, PurchaseId, ShopId, UserId};
use crate::schema::{order_items, orders, purchases, shipments};
use crate::shops::Way;

/// A purchase to be written.
#[derive(Debug, Clone)]
pub struct NewPurchase {
    /// Who buys.
    pub buyer: UserId,
    /// Who receives it.
    pub contact: Contact,
    /// Where it goes.
    pub to: Destination,
    /// What the buyer says.
    pub comment: String,
    /// Until when shops have to answer.
    pub accept_by: DateTime<Utc>,
    /// One a shop.
    pub orders: Vec<NewOrder>,
}

/// One shop's share.
#[derive(Debug, Clone)]
pub struct NewOrder {
    /// Who sells.
    pub shop: ShopId,
    /// How it goes.
    pub way: Way,
    /// Where to fetch it; empty for other ways.
    pub place: String,
    /// What the goods come to.
    pub goods: Money,
    /// What the delivery costs.
    pub delivery: Money,
    /// The promised days.
    pub promised: (NaiveDate, NaiveDate),
    /// The goods.
    pub items: Vec<NewItem>,
}

/// One line.
#[derive(Debug, Clone)]
pub struct NewItem {
    /// What.
    pub listing: ListingId,
    /// Its product.
    pub product: ProductId,
    /// The title today.
    pub title: String,
    /// The address words today.
    pub slug: String,
    /// The cover today.
    pub cover: Option<PhotoId>,
    /// The price today.
    pub price: Money,
    /// Pieces.
    pub quantity: i32,
}

/// What was written.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The purchase.
    pub purchase: PurchaseId,
    /// Its public number.
    pub number: Number,
    /// Its orders, in the order they were given.
    pub orders: Vec<OrderId>,
}

/// Writes the purchase, its orders, their goods and parcels. Stock and payment are the caller's business.
pub fn create(tx: &mut Tx<'_>, new: &NewPurchase) -> QueryResult<Placed> {
    tx.acting(Some(new.buyer), "")?;
    let number = Number::random();
    let purchase = diesel::insert_into(purchases::table)
        .values((
            (purchases::number.eq(number.as_str()), purchases::buyer_id.eq(new.buyer)),
            &new.contact,
            &new.to,
            purchases::comment.eq(&new.comment),
        ))
        .returning(purchases::id)
        .get_result(&mut **tx)?;
    let orders = new.orders.iter().map(|order| write(tx, purchase, order, new.accept_by)).collect::<QueryResult<_>>()?;
    Ok(Placed { purchase, number, orders })
}

fn write(tx: &mut Tx<'_>, purchase: PurchaseId, new: &NewOrder, accept_by: DateTime<Utc>) -> QueryResult<OrderId> {
    let order: OrderId = diesel::insert_into(orders::table)
        .values((
            orders::number.eq(Number::random().as_str()),
            orders::purchase_id.eq(purchase),
            orders::shop_id.eq(new.shop),
            (orders::way.eq(new.way), orders::pickup_place.eq(&new.place)),
            (orders::goods_total.eq(new.goods), orders::delivery_price.eq(new.delivery)),
            (orders::promised_from.eq(new.promised.0), orders::promised_to.eq(new.promised.1)),
            orders::accept_by.eq(accept_by),
            orders::issue_code.eq(code::random()),
        ))
        .returning(orders::id)
        .get_result(&mut **tx)?;
    let item = |item: &NewItem| {
        (
            order_items::order_id.eq(order),
            (order_items::listing_id.eq(item.listing), order_items::product_id.eq(item.product)),
            (order_items::title.eq(item.title.clone()), order_items::slug.eq(item.slug.clone()), order_items::cover_id.eq(item.cover)),
            (order_items::price.eq(item.price), order_items::quantity.eq(item.quantity)),
        )
    };
    let items: Vec<_> = new.items.iter().map(item).collect();
    diesel::insert_into(order_items::table).values(items).execute(&mut **tx)?;
    diesel::insert_into(shipments::table).values(shipments::order_id.eq(order)).execute(&mut **tx)?;
    Ok(order)
}
