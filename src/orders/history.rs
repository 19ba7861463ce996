//! What happened to an order: its own steps and its parcel's, in one list.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{OrderState, ShipmentState};
use crate::kernel::OrderId;
use crate::schema::{order_history, shipment_history};

/// One thing that happened.
#[derive(Debug, Clone)]
pub struct Moment {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: What,
    /// What was said.
    pub reason: String,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The order moved.
    Order(OrderState),
    /// The parcel moved.
    Parcel(ShipmentState),
}

impl What {
    /// The message key of the sentence; nothing for steps that another line tells already.
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Self::Order(OrderState::Placed) => Some("order-was-placed"),
            Self::Order(OrderState::Accepted) => Some("order-was-accepted"),
            Self::Order(OrderState::Declined) => Some("order-was-declined"),
            Self::Order(OrderState::Cancelled) => Some("order-was-cancelled"),
            Self::Order(OrderState::Expired) => Some("order-was-expired"),
            Self::Order(OrderState::Completed) => Some("order-was-completed"),
            Self::Parcel(ShipmentState::InTransit) => Some("order-was-sent"),
            Self::Parcel(ShipmentState::WithCourier) => Some("order-was-with-courier"),
            Self::Parcel(ShipmentState::ReadyForPickup) => Some("order-was-ready"),
            Self::Parcel(ShipmentState::ReturnedToSender) => Some("order-was-returned"),
            Self::Order(OrderState::PendingPayment | OrderState::HandedOver)
            | Self::Parcel(ShipmentState::Unfulfilled | ShipmentState::Issued) => None,
        }
    }
}

impl Moment {
    /// Everything that happened to an order, newest first.
    pub fn of(conn: &mut PgConnection, order: OrderId) -> QueryResult<Vec<Self>> {
        let own: Vec<(DateTime<Utc>, OrderState, Option<String>)> = order_history::table
            .filter(order_history::order_id.eq(order))
            .order(order_history::id)
            .select((order_history::at, order_history::to_state, order_history::reason))
            .load(conn)?;
        let parcel: Vec<(DateTime<Utc>, ShipmentState)> = shipment_history::table
            .filter(shipment_history::order_id.eq(order))
            .order(shipment_history::id)
            .select((shipment_history::at, shipment_history::state))
            .load(conn)?;
        let mut all: Vec<Self> =
            own.into_iter().map(|(at, state, reason)| Self { at, what: What::Order(state), reason: reason.unwrap_or_default() }).collect();
        if parcel.iter().any(|(_, state)| *state == ShipmentState::ReturnedToSender) {
            // that it came back is the line that tells why it was called off
            all.retain(|moment| moment.what != What::Order(OrderState::Cancelled));
        }
        all.extend(parcel.into_iter().map(|(at, state)| Self { at, what: What::Parcel(state), reason: String::new() }));
        all.sort_by_key(|moment| std::cmp::Reverse(moment.at));
        Ok(all)
    }
}
