//! The parcel is handed out to whoever shows the code; with it the order is paid and done.

use super::{Item, Order, OrderState, Refusal, Shipment, ShipmentState, Step};
use crate::db::Tx;
use crate::events::{Event, publish};
use crate::listings::Stock;
use crate::payments::Payment;

/// Hands the parcel out: the goods leave the stock for good, the money was taken. A wrong code is counted, which has to stay: so it is refused
/// by what is given back, not by a failure that would take the transaction with it.
pub fn issue(tx: &mut Tx<'_>, step: Step, code: &str) -> Result<Result<(), Refusal>, Refusal> {
    let (order, items) = Order::lock_with_stock(tx, step)?;
    if order.state != OrderState::HandedOver {
        return Err(Refusal::Illegal(order.state.key()));
    }
    match Shipment::of(tx, order.id)?.state {
        ShipmentState::WithCourier | ShipmentState::ReadyForPickup => {}
        elsewhere => return Err(Refusal::Illegal(elsewhere.key())),
    }
    if order.is_shut() {
        return Err(Refusal::CodeShut);
    }
    if order.issue_code != code {
        return Ok(Err(order.miss(tx)?));
    }
    order.step(tx, step.actor, "", OrderState::Completed)?;
    Shipment::step(tx, order.id, ShipmentState::Issued)?;
    let pieces: Vec<_> = items.iter().map(Item::pieces).collect();
    Stock::ship(tx, &pieces)?;
    Payment::capture(tx, order.id)?;
    publish(tx, &Event::OrderIssued { order: order.id })?;
    Ok(Ok(()))
}
