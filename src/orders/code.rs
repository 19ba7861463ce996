//! The code that the buyer shows. Who does not know it may not try for ever: after so many wrong ones it is shut, until the buyer takes a fresh one.

use diesel::prelude::*;
use rand::RngExt;

use super::{Order, OrderState, Refusal, Step};
use crate::db::Tx;
use crate::events::{Event, publish};
use crate::schema::orders;

/// So many wrong codes shut the right one.
const TRIES: i32 = 20;

/// Six digits.
pub(super) fn random() -> String {
    format!("{:06}", rand::rng().random_range(0..1_000_000))
}

impl Order {
    /// Whether its code opens nothing any more.
    pub const fn is_shut(&self) -> bool {
        self.wrong_codes >= TRIES
    }

    /// Counts a wrong code; at the last one the buyer is written to.
    pub(super) fn miss(&self, tx: &mut Tx<'_>) -> QueryResult<Refusal> {
        let counted = orders::wrong_codes.eq(orders::wrong_codes + 1);
        diesel::update(orders::table.find(self.id)).set(counted).execute(&mut **tx)?;
        if self.wrong_codes + 1 < TRIES {
            return Ok(Refusal::WrongCode);
        }
        publish(tx, &Event::OrderCodeShut { order: self.id })?;
        Ok(Refusal::CodeShut)
    }
}

/// The buyer takes a fresh code in the place of one that is shut. False when it is not.
pub fn renew(tx: &mut Tx<'_>, step: Step) -> Result<bool, Refusal> {
    let order = Order::lock(tx, step)?;
    if !order.is_shut() || order.state != OrderState::HandedOver {
        return Ok(false);
    }
    let mut fresh = random();
    while fresh == order.issue_code {
        fresh = random();
    }
    diesel::update(orders::table.find(order.id)).set((orders::issue_code.eq(fresh), orders::wrong_codes.eq(0))).execute(&mut **tx)?;
    Order::touch(tx, order.id)?;
    Ok(true)
}
