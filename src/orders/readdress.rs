//! While no shop has accepted, the buyer may change where the purchase goes and who receives it.

use diesel::prelude::*;

use super::{Contact, Destination, Order, OrderState, Refusal};
use crate::db::Tx;
use crate::events::{Event, publish};
use crate::kernel::{PurchaseId, UserId};
use crate::schema::{orders, purchases};

/// Changes address and contact of a whole purchase.
pub fn readdress(tx: &mut Tx<'_>, id: PurchaseId, actor: UserId, to: &Destination, contact: &Contact) -> Result<(), Refusal> {
    let all = orders::table.filter(orders::purchase_id.eq(id)).order(orders::id);
    let all: Vec<Order> = all.select(Order::as_select()).for_update().load(&mut **tx)?;
    if let Some(late) = all.iter().find(|order| matches!(order.state, OrderState::Accepted | OrderState::HandedOver | OrderState::Completed)) {
        return Err(Refusal::Illegal(late.state.key()));
    }
    let waiting: Vec<&Order> = all.iter().filter(|order| order.state == OrderState::Placed).collect();
    if waiting.is_empty() {
        return Err(Refusal::Illegal(all.first().map_or(OrderState::Cancelled, |order| order.state).key()));
    }
    tx.acting(Some(actor), "")?;
    diesel::update(purchases::table.find(id)).set((to, contact)).execute(&mut **tx)?;
    for order in waiting {
        Order::touch(tx, order.id)?;
        publish(tx, &Event::OrderChanged { order: order.id })?;
    }
    Ok(())
}
