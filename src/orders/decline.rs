//! The shop does not take the order.

use super::cancel::end;
use super::{Order, OrderState, Refusal, Step};
use crate::db::Tx;
use crate::events::{Event, publish};
use crate::kernel::text_enum;

text_enum! {
    /// Why a shop does not take an order.
    pub enum DeclineReason {
        /// Nothing left.
        Stock = "stock",
        /// The goods are damaged.
        Broken = "broken",
        /// The price was wrong.
        Price = "price",
        /// Cannot be brought there.
        Delivery = "delivery",
        /// The buyer asked for it.
        Buyer = "buyer",
        /// Something else.
        Other = "other",
    }
}

impl DeclineReason {
    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Stock => "order-decline-stock",
            Self::Broken => "order-decline-broken",
            Self::Price => "order-decline-price",
            Self::Delivery => "order-decline-delivery",
            Self::Buyer => "order-decline-buyer",
            Self::Other => "order-decline-other",
        }
    }

    /// Reads what [`decline`] wrote into the history: the reason, and the shop's own words.
    pub fn read(text: &str) -> Option<(Self, &str)> {
        let (code, words) = text.split_once('\n').unwrap_or((text, ""));
        Some((code.parse().ok()?, words))
    }
}

/// The shop does not take the order, or cannot keep its word; the stock returns, nothing is to be paid.
pub fn decline(tx: &mut Tx<'_>, step: Step, reason: DeclineReason, words: &str) -> Result<(), Refusal> {
    let (order, items) = Order::lock_with_stock(tx, step)?;
    if !matches!(order.state, OrderState::Placed | OrderState::Accepted) {
        return Err(Refusal::Illegal(order.state.key()));
    }
    order.step(tx, step.actor, &format!("{}\n{words}", reason.as_str()), OrderState::Declined)?;
    end(tx, &order, &items)?;
    Ok(publish(tx, &Event::OrderDeclined { order: order.id })?)
}
