//! The parcel goes back: the buyer refused it at the door, or nobody fetched it.

use super::cancel::end;
use super::{Order, OrderState, Refusal, Shipment, ShipmentState, Step};
use crate::db::Tx;
use crate::events::{Event, publish};

/// The shop has its parcel again: the order ends without a sale, the stock returns, nothing is to be paid.
pub fn take_back(tx: &mut Tx<'_>, step: Step) -> Result<(), Refusal> {
    let (order, items) = Order::lock_with_stock(tx, step)?;
    if order.state != OrderState::HandedOver {
        return Err(Refusal::Illegal(order.state.key()));
    }
    order.step(tx, step.actor, "", OrderState::Cancelled)?;
    Shipment::step(tx, order.id, ShipmentState::ReturnedToSender)?;
    end(tx, &order, &items)?;
    Ok(publish(tx, &Event::OrderReturned { order: order.id })?)
}
