//! The shop did not answer in time: the order ends, the stock returns.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use serde::{Deserialize, Serialize};

use super::cancel::end;
use super::{Order, OrderState, Refusal, Step};
use crate::db::Tx;
use crate::events::{Event, publish};
use crate::jobs::Job;
use crate::kernel::{OrderId, now};
use crate::schema::orders;

/// Every minute: orders whose time to be accepted is over.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ExpireOrders {}

impl Job for ExpireOrders {
    const NAME: &'static str = "expire_orders";
}

/// Orders that nobody answered in time, the longest waiting first.
pub fn overdue(conn: &mut PgConnection) -> QueryResult<Vec<OrderId>> {
    let waiting = orders::table.filter(sql::<Bool>("orders.state = 'placed'")).filter(orders::accept_by.lt(now()));
    waiting.order(orders::accept_by).limit(500).select(orders::id).load(conn)
}

/// Ends one of them; nothing happens when somebody was quicker.
pub fn expire(tx: &mut Tx<'_>, order: OrderId) -> Result<(), Refusal> {
    let (order, items) = Order::lock_with_stock(tx, Step { order, actor: None, seen: None })?;
    if order.state != OrderState::Placed || order.accept_by > now() {
        return Ok(());
    }
    order.step(tx, None, "", OrderState::Expired)?;
    end(tx, &order, &items)?;
    Ok(publish(tx, &Event::OrderExpired { order: order.id })?)
}
