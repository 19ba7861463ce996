//! The parcel leaves the shop, reaches the courier, or waits to be fetched.

use super::{Order, OrderState, Refusal, Shipment, ShipmentState, Step};
use crate::db::Tx;
use crate::events::{Event, publish};
use crate::shops::Way;

/// The parcel leaves the shop: by courier or by post.
pub fn hand_over(tx: &mut Tx<'_>, step: Step, carrier: &str, tracking: &str) -> Result<(), Refusal> {
    let order = Order::lock(tx, step)?;
    if order.state != OrderState::Accepted || order.way == Way::Pickup {
        return Err(Refusal::Illegal(order.state.key()));
    }
    order.step(tx, step.actor, "", OrderState::HandedOver)?;
    Shipment::track(tx, order.id, carrier, tracking)?;
    moved(tx, &order, ShipmentState::InTransit)
}

/// The courier has it and brings it today.
pub fn with_courier(tx: &mut Tx<'_>, step: Step) -> Result<(), Refusal> {
    let order = on_the_way(tx, step)?;
    if order.way != Way::Courier {
        return Err(Refusal::Illegal(ShipmentState::InTransit.key()));
    }
    moved(tx, &order, ShipmentState::WithCourier)
}

/// It can be fetched: at the shop, or at the post office where it arrived.
pub fn ready(tx: &mut Tx<'_>, step: Step) -> Result<(), Refusal> {
    let order = Order::lock(tx, step)?;
    if order.way == Way::Pickup {
        if order.state != OrderState::Accepted {
            return Err(Refusal::Illegal(order.state.key()));
        }
        order.step(tx, step.actor, "", OrderState::HandedOver)?;
        return moved(tx, &order, ShipmentState::ReadyForPickup);
    }
    let order = on_the_way(tx, step)?;
    if order.way != Way::Post {
        return Err(Refusal::Illegal(ShipmentState::InTransit.key()));
    }
    moved(tx, &order, ShipmentState::ReadyForPickup)
}

/// A locked order whose parcel is in transit.
fn on_the_way(tx: &mut Tx<'_>, step: Step) -> Result<Order, Refusal> {
    let order = Order::lock(tx, step)?;
    if order.state != OrderState::HandedOver {
        return Err(Refusal::Illegal(order.state.key()));
    }
    match Shipment::of(tx, order.id)?.state {
        ShipmentState::InTransit => {}
        elsewhere => return Err(Refusal::Illegal(elsewhere.key())),
    }
    tx.acting(step.actor, "")?;
    Order::touch(tx, order.id)?;
    Ok(order)
}

fn moved(tx: &mut Tx<'_>, order: &Order, to: ShipmentState) -> Result<(), Refusal> {
    Shipment::step(tx, order.id, to)?;
    Ok(publish(tx, &Event::ShipmentMoved { order: order.id, to: to.as_str().to_owned() })?)
}
