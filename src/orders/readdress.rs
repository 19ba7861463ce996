//! While no shop has accepted, the buyer may change where the purchase goes and who receives it.

use chrono::Duration;
use diesel::prelude::*;

use super::{Contact, Destination, Order, OrderState, Refusal};
use crate::catalog::Catalog;
use crate::db::Tx;
use crate::events::{Event, publish};
use crate::kernel::{CityId, OrderId, PurchaseId, UserId};
use crate::schema::{listings, order_items, orders, purchases};
use crate::shops::Way;

/// Where a purchase is to go instead, and who receives it.
#[derive(Debug, Clone)]
pub struct Readdress {
    /// Which.
    pub purchase: PurchaseId,
    /// Who says so.
    pub actor: UserId,
    /// The new address.
    pub to: Destination,
    /// The new contact.
    pub contact: Contact,
}

/// Changes address and contact of a whole purchase; what a courier brings is promised as many days later, or sooner, as the road is longer, or shorter.
pub fn readdress(tx: &mut Tx<'_>, catalog: &Catalog, wish: &Readdress) -> Result<(), Refusal> {
    let all = orders::table.filter(orders::purchase_id.eq(wish.purchase)).order(orders::id);
    let all: Vec<Order> = all.select(Order::as_select()).for_update().load(&mut **tx)?;
    if let Some(late) =
        all.iter().find(|order| matches!(order.state, OrderState::Accepted | OrderState::HandedOver | OrderState::Completed))
    {
        return Err(Refusal::Illegal(late.state.key()));
    }
    let waiting: Vec<&Order> = all.iter().filter(|order| order.state == OrderState::Placed).collect();
    if waiting.is_empty() {
        return Err(Refusal::Illegal(all.first().map_or(OrderState::Cancelled, |order| order.state).key()));
    }
    tx.acting(Some(wish.actor), "")?;
    let purchase = purchases::table.find(wish.purchase);
    let from: CityId = purchase.select(purchases::city_id).first(&mut **tx)?;
    diesel::update(purchase).set((&wish.to, &wish.contact)).execute(&mut **tx)?;
    for order in waiting {
        if order.way == Way::Courier && from != wish.to.city_id {
            let days = farther(tx, catalog, order.id, (from, wish.to.city_id))?;
            promise(tx, order, days)?;
        }
        Order::touch(tx, order.id)?;
        publish(tx, &Event::OrderChanged { order: order.id })?;
    }
    Ok(())
}

/// Days that a courier needs more to one town than to another: as many as the farthest of the goods.
fn farther(tx: &mut Tx<'_>, catalog: &Catalog, order: OrderId, (from, to): (CityId, CityId)) -> QueryResult<i32> {
    let goods = order_items::table.inner_join(listings::table).filter(order_items::order_id.eq(order));
    let places: Vec<CityId> = goods.select(listings::city_id).load(&mut **tx)?;
    let road = |town| places.iter().map(|place| catalog.road_days(*place, town)).max().unwrap_or(0);
    Ok(road(to) - road(from))
}

fn promise(tx: &mut Tx<'_>, order: &Order, days: i32) -> QueryResult<()> {
    let later = |day: chrono::NaiveDate| day.checked_add_signed(Duration::days(days.into())).unwrap_or(day);
    let promised = (orders::promised_from.eq(later(order.promised_from)), orders::promised_to.eq(later(order.promised_to)));
    diesel::update(orders::table.find(order.id)).set(promised).execute(&mut **tx).map(drop)
}
