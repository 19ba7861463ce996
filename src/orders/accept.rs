//! The shop takes the order.

use super::{Order, OrderState, Refusal, Step};
use crate::db::Tx;
use crate::events::{Event, publish};

/// The shop takes the order and packs it.
pub fn accept(tx: &mut Tx<'_>, step: Step) -> Result<(), Refusal> {
    let order = Order::lock(tx, step)?;
    if order.state != OrderState::Placed {
        return Err(Refusal::Illegal(order.state.key()));
    }
    order.step(tx, step.actor, "", OrderState::Accepted)?;
    Ok(publish(tx, &Event::OrderAccepted { order: order.id })?)
}
