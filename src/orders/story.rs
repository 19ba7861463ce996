//! What a letter about an order needs to know.

use diesel::prelude::*;

use super::{Item, Order, Purchase, Shipment};
use crate::db::Tx;
use crate::i18n::{Arg, Lang, Locale};
use crate::kernel::{Email, OrderId, ShopId, UserId};
use crate::mail::Letter;
use crate::schema::{shop_members, users};
use crate::shops::Shop;

/// Someone who is written to.
pub struct Reader {
    /// Their address.
    pub to: Email,
    /// Their language.
    pub lang: Lang,
}

/// An order with everybody and everything concerned.
pub struct Story {
    /// The order.
    pub order: Order,
    /// What it is part of.
    pub purchase: Purchase,
    /// The goods.
    pub items: Vec<Item>,
    /// The parcel.
    pub shipment: Shipment,
    /// Who sells.
    pub shop: Shop,
}

impl Story {
    /// Reads it all.
    pub fn of(tx: &mut Tx<'_>, order: OrderId) -> QueryResult<Self> {
        let order = Order::find(tx, order)?;
        Ok(Self {
            purchase: Purchase::find(tx, order.purchase_id)?,
            items: Item::of(tx, &[order.id])?,
            shipment: Shipment::of(tx, order.id)?,
            shop: Shop::find(tx, order.shop_id)?,
            order,
        })
    }

    /// Whatever a message of ours may want to name.
    pub fn args(&self, lang: Lang) -> Vec<(&'static str, Arg)> {
        let locale = Locale::new(lang);
        let (from, to) = self.order.promised();
        let number = self.order.number.as_str();
        vec![
            ("number", Arg::from(number)),
            ("shop", Arg::from(&self.shop.name)),
            ("total", Arg::Money(self.order.total())),
            ("days", Arg::from(locale.days(from, to))),
            ("until", Arg::from(locale.moment(self.order.accept_by))),
            ("place", Arg::from(&self.order.pickup_place)),
            ("carrier", Arg::from(&self.shipment.carrier)),
            ("tracking", Arg::from(&self.shipment.tracking)),
            ("code", Arg::from(&self.order.issue_code)),
        ]
    }

    /// The goods, the delivery and the sum, as a letter's rows.
    pub fn rows(&self, letter: &Letter) -> Vec<(String, String)> {
        let locale = letter.locale();
        let mut rows: Vec<_> = self.items.iter().map(|item| row(locale, item)).collect();
        rows.push((locale.t(self.order.way.key()).to_owned(), locale.fee(self.order.delivery_price)));
        rows.push((locale.t("order-total").to_owned(), locale.money(self.order.total())));
        rows
    }
}

/// `Чайник × 2`, and what it comes to.
fn row(locale: Locale, item: &Item) -> (String, String) {
    let what = if item.quantity > 1 { format!("{} × {}", item.title, item.quantity) } else { item.title.clone() };
    (what, locale.money(item.total()))
}

/// The buyer, in the language that they chose for letters; nobody once the account is deleted.
pub fn buyer(tx: &mut Tx<'_>, purchase: &Purchase) -> QueryResult<Option<Reader>> {
    let buyer = users::table.find(purchase.buyer_id);
    let (email, lang): (Option<String>, Lang) = buyer.select((users::email, users::lang)).first(&mut **tx)?;
    Ok(email.and_then(|email| Email::parse(&email)).map(|to| Reader { to, lang }))
}

/// The owners of a shop, each in their language.
pub fn owners(tx: &mut Tx<'_>, shop: ShopId) -> QueryResult<Vec<Reader>> {
    let owners = shop_members::table.inner_join(users::table).filter(shop_members::shop_id.eq(shop)).filter(shop_members::role.eq("owner"));
    let rows: Vec<(UserId, Option<String>, Lang)> =
        owners.order(users::id).select((users::id, users::email, users::lang)).load(&mut **tx)?;
    let reader = |(_, email, lang): (UserId, Option<String>, Lang)| Some(Reader { to: Email::parse(&email?)?, lang });
    Ok(rows.into_iter().filter_map(reader).collect())
}
