//! Until the shop accepts, the buyer may change quantities.

use diesel::prelude::*;

use super::{Item, Order, OrderState, Refusal, Step};
use crate::db::Tx;
use crate::events::{Event, publish};
use crate::kernel::{ListingId, Money, OrderId};
use crate::listings::Stock;
use crate::payments::Payment;
use crate::schema::{order_items, orders};
use crate::shops::Terms;

/// Sets the quantities of some lines: what grows is taken from the stock if it is still on sale, what shrinks returns, 0 takes a line out.
/// The prices stay those of the sale. The delivery is reckoned anew, and costs more than before only when that is the price that the buyer
/// has `agreed` to. Gives the order's new total.
pub fn change(tx: &mut Tx<'_>, step: Step, wanted: &[(ListingId, i32)], agreed: Option<Money>) -> Result<Money, Refusal> {
    let (order, items) = Order::lock_with_stock(tx, step)?;
    if order.state != OrderState::Placed {
        return Err(Refusal::Illegal(order.state.key()));
    }
    let quantity = |item: &Item| wanted.iter().find(|(listing, _)| *listing == item.listing_id).map_or(item.quantity, |(_, n)| *n);
    let changes: Vec<(Item, i32)> = items.into_iter().map(|item| (item.clone(), quantity(&item))).collect();
    if changes.iter().all(|(_, quantity)| *quantity < 1) {
        return Err(Refusal::NothingLeft);
    }
    if changes.iter().all(|(item, quantity)| item.quantity == *quantity) {
        return Ok(order.total());
    }
    restock(tx, &changes)?;
    rewrite(tx, order.id, &changes)?;
    let total = reckon(tx, &order, &changes, agreed)?;
    publish(tx, &Event::OrderChanged { order: order.id })?;
    Ok(total)
}

fn restock(tx: &mut Tx<'_>, changes: &[(Item, i32)]) -> Result<(), Refusal> {
    let grown: Vec<_> =
        changes.iter().filter(|(item, n)| *n > item.quantity).map(|(item, n)| (item.listing_id, n - item.quantity)).collect();
    let shrunk: Vec<_> =
        changes.iter().filter(|(item, n)| *n < item.quantity).map(|(item, n)| (item.listing_id, item.quantity - n)).collect();
    Stock::release(tx, &shrunk)?;
    Stock::reserve(tx, &grown)?.map_err(Refusal::from)
}

fn rewrite(tx: &mut Tx<'_>, order: OrderId, changes: &[(Item, i32)]) -> QueryResult<()> {
    for (item, quantity) in changes.iter().filter(|(item, quantity)| item.quantity != *quantity) {
        let line = order_items::table.filter(order_items::order_id.eq(order)).filter(order_items::listing_id.eq(item.listing_id));
        match *quantity {
            ..1 => diesel::delete(line).execute(&mut **tx)?,
            _ => diesel::update(line).set(order_items::quantity.eq(*quantity)).execute(&mut **tx)?,
        };
    }
    Ok(())
}

/// New sums: a smaller order may lose its free delivery, a bigger one may win it.
fn reckon(tx: &mut Tx<'_>, order: &Order, changes: &[(Item, i32)], agreed: Option<Money>) -> Result<Money, Refusal> {
    let lines = changes.iter().map(|(item, quantity)| item.price.times((*quantity).max(0)).unwrap_or_default());
    let goods = Money::sum(lines).unwrap_or_default();
    let terms = Terms::of_shops(tx, &[order.shop_id])?.into_iter().find(|terms| terms.way == order.way);
    let delivery = terms.map_or(order.delivery_price, |terms| terms.price_for(goods));
    if delivery > order.delivery_price && agreed != Some(delivery) {
        return Err(Refusal::Dearer(delivery));
    }
    let total = goods.plus(delivery).unwrap_or(goods);
    let sums = (orders::goods_total.eq(goods), orders::delivery_price.eq(delivery));
    diesel::update(orders::table.find(order.id)).set(sums).execute(&mut **tx)?;
    Order::touch(tx, order.id)?;
    Payment::reallocate(tx, order.id, total)?;
    Ok(total)
}
