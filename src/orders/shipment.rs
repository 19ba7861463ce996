//! The parcel of an order and its tracking.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::db::Tx;
use crate::kernel::{OrderId, now, text_enum};
use crate::schema::shipments;

text_enum! {
    /// Where the parcel is; the buyer sees the four steps in stock, in transit, with courier (or ready for pickup), issued.
    pub enum ShipmentState {
        /// In stock.
        Unfulfilled = "unfulfilled",
        /// On its way.
        InTransit = "in_transit",
        /// The courier brings it.
        WithCourier = "with_courier",
        /// Can be fetched.
        ReadyForPickup = "ready_for_pickup",
        /// Handed out.
        Issued = "issued",
        /// Went back.
        ReturnedToSender = "returned_to_sender",
    }
}

impl ShipmentState {
    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unfulfilled => "order-step-stock",
            Self::InTransit => "order-step-transit",
            Self::WithCourier => "order-step-courier",
            Self::ReadyForPickup => "order-step-ready",
            Self::Issued => "order-step-issued",
            Self::ReturnedToSender => "order-step-returned",
        }
    }
}

/// The parcel of an order.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = shipments, check_for_backend(diesel::pg::Pg))]
pub struct Shipment {
    /// Whose.
    pub order_id: OrderId,
    /// Where it is.
    pub state: ShipmentState,
    /// Who carries it.
    pub carrier: String,
    /// Its number at the carrier.
    pub tracking: String,
    /// When it moved last.
    pub updated_at: DateTime<Utc>,
}

impl Shipment {
    /// The parcel of an order.
    pub fn of(conn: &mut PgConnection, order: OrderId) -> QueryResult<Self> {
        shipments::table.find(order).select(Self::as_select()).first(conn)
    }

    /// Moves it; an illegal step is refused by the database.
    pub(super) fn step(tx: &mut Tx<'_>, order: OrderId, to: ShipmentState) -> QueryResult<()> {
        let moved = (shipments::state.eq(to), shipments::updated_at.eq(now()));
        diesel::update(shipments::table.find(order)).set(moved).execute(&mut **tx).map(drop)
    }

    /// Remembers who carries it, and under which number.
    pub(super) fn track(tx: &mut Tx<'_>, order: OrderId, carrier: &str, tracking: &str) -> QueryResult<()> {
        let told = (shipments::carrier.eq(carrier), shipments::tracking.eq(tracking));
        diesel::update(shipments::table.find(order)).set(told).execute(&mut **tx).map(drop)
    }
}
