//! A shop's orders as a table: a row for each thing that was sold.

use std::io;

use diesel::prelude::*;

use super::{Item, Order, OrderState};
use crate::catalog::Catalog;
use crate::i18n::{Locale, Named};
use crate::imports::file::{Cell, TableWriter};
use crate::kernel::{CityId, OrderId, ShopId, local};
use crate::schema::{orders, purchases};

/// Orders that are held at once.
const PAGE: i64 = 500;

/// The columns.
const HEADER: [&str; 11] = [
    "order-column-number",
    "order-column-placed",
    "order-column-state",
    "order-column-item",
    "order-column-price",
    "order-column-quantity",
    "order-column-sum",
    "order-column-delivery",
    "order-column-way",
    "order-column-city",
    "order-column-promised",
];

/// Writes all orders of a shop, the oldest first. The price of an order's delivery stands at its first thing, so that columns can be summed up.
pub fn write<E: From<io::Error> + From<diesel::result::Error>>(
    conn: &mut PgConnection,
    shop: ShopId,
    (catalog, locale): (&Catalog, Locale),
    out: &mut dyn TableWriter,
) -> Result<(), E> {
    out.row(&HEADER.map(|key| Cell::Text(locale.t(key))))?;
    let mut after = OrderId(0);
    loop {
        let page = page(conn, shop, after)?;
        let Some((last, _)) = page.last() else { return Ok(()) };
        after = last.id;
        let items = Item::of(conn, &page.iter().map(|(order, _)| order.id).collect::<Vec<_>>())?;
        for (order, city) in &page {
            let city = catalog.city(*city).map(|city| city.name(locale.lang())).unwrap_or_default();
            for (at, item) in items.iter().filter(|item| item.order_id == order.id).enumerate() {
                row(order, item, (at == 0, city), locale, out)?;
            }
        }
    }
}

fn page(conn: &mut PgConnection, shop: ShopId, after: OrderId) -> QueryResult<Vec<(Order, CityId)>> {
    let own = orders::table.inner_join(purchases::table).filter(orders::shop_id.eq(shop)).filter(orders::id.gt(after));
    let paid = own.filter(orders::state.ne(OrderState::PendingPayment));
    paid.order(orders::id).limit(PAGE).select((Order::as_select(), purchases::city_id)).load(conn)
}

fn row(order: &Order, item: &Item, (first, city): (bool, &str), locale: Locale, out: &mut dyn TableWriter) -> io::Result<()> {
    let placed = local(order.placed_at).format("%Y-%m-%d %H:%M").to_string();
    let promised = order.promised_to.to_string();
    out.row(&[
        Cell::Text(&order.number),
        Cell::Text(&placed),
        Cell::Text(locale.t(order.state.key())),
        Cell::Text(&item.title),
        Cell::Number(item.price.whole()),
        Cell::Number(i64::from(item.quantity)),
        Cell::Number(item.total().whole()),
        Cell::Number(if first { order.delivery_price.whole() } else { 0 }),
        Cell::Text(locale.t(order.way.key())),
        Cell::Text(city),
        Cell::Text(&promised),
    ])
}
