//! The buyer calls the order off.

use diesel::QueryResult;

use super::{Item, Order, OrderState, Refusal, Step};
use crate::db::Tx;
use crate::events::{Event, publish};
use crate::listings::Stock;
use crate::payments::Payment;

/// The buyer calls the order off, which is possible until it is handed over; the stock returns, nothing is to be paid.
pub fn cancel(tx: &mut Tx<'_>, step: Step) -> Result<(), Refusal> {
    let (order, items) = Order::lock_with_stock(tx, step)?;
    if !order.state.can_cancel() {
        return Err(Refusal::Illegal(order.state.key()));
    }
    order.step(tx, step.actor, "", OrderState::Cancelled)?;
    end(tx, &order, &items)?;
    Ok(publish(tx, &Event::OrderCancelled { order: order.id })?)
}

/// What every end without a sale has in common.
pub(super) fn end(tx: &mut Tx<'_>, order: &Order, items: &[Item]) -> QueryResult<()> {
    let pieces: Vec<_> = items.iter().map(Item::pieces).collect();
    Stock::release(tx, &pieces)?;
    Payment::void(tx, order.id)
}
