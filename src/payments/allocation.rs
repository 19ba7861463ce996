//! An order's share of its purchase's payment.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::kernel::{Money, OrderId, text_enum};
use crate::schema::payment_allocations;

text_enum! {
    /// Where the money of one order stands.
    pub enum AllocationState {
        /// Intended: to be paid when the goods are handed out.
        Created = "created",
        /// Paid.
        Captured = "captured",
        /// Will not be paid.
        Voided = "voided",
    }
}

/// An order's share of its purchase's payment.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = payment_allocations, check_for_backend(diesel::pg::Pg))]
pub struct Allocation {
    /// Whose share.
    pub order_id: OrderId,
    /// Where it stands.
    pub state: AllocationState,
    /// How much.
    pub amount: Money,
    /// When it was paid or given up.
    pub settled_at: Option<DateTime<Utc>>,
}

impl Allocation {
    /// The share of an order.
    pub fn of(conn: &mut PgConnection, order: OrderId) -> QueryResult<Self> {
        payment_allocations::table.find(order).select(Self::as_select()).first(conn)
    }
}
