//! Where the order is: one sentence, and the four steps.

use chrono::{DateTime, Utc};

use super::history::What;
use super::{Dossier, Order, OrderState, ShipmentState};
use crate::i18n::{Arg, Locale};
use crate::shops::Way;

/// Where the order is, in one sentence for the buyer.
pub fn sentence(order: &Order, parcel: ShipmentState, locale: Locale) -> String {
    let (from, to) = order.promised();
    let args = [
        ("days", Arg::Text(locale.days(from, to))),
        ("until", Arg::Text(locale.moment(order.accept_by))),
        ("place", Arg::from(&order.pickup_place)),
    ];
    locale.format(key(order, parcel), &args)
}

const fn key(order: &Order, parcel: ShipmentState) -> &'static str {
    match (order.state, parcel, order.way) {
        (OrderState::PendingPayment | OrderState::Placed, _, _) => "order-says-placed",
        (OrderState::Accepted, _, Way::Pickup) => "order-says-packing-pickup",
        (OrderState::Accepted, _, _) => "order-says-packing",
        (OrderState::HandedOver, ShipmentState::WithCourier, _) => "order-says-courier",
        (OrderState::HandedOver, ShipmentState::ReadyForPickup, Way::Pickup) => "order-says-ready",
        (OrderState::HandedOver, ShipmentState::ReadyForPickup, _) => "order-says-ready-post",
        (OrderState::HandedOver, _, _) => "order-says-transit",
        (OrderState::Completed, _, _) => "order-says-completed",
        (OrderState::Expired, _, _) => "order-says-expired",
        (OrderState::Declined, _, _) => "order-says-declined",
        (OrderState::Cancelled, ShipmentState::ReturnedToSender, _) => "order-says-returned",
        (OrderState::Cancelled, _, _) => "order-says-cancelled",
    }
}

/// One of the four steps.
#[derive(Debug, Clone, Copy)]
pub struct Stop {
    /// Its icon.
    pub icon: &'static str,
    /// The message key of its name.
    pub key: &'static str,
    /// It is behind us.
    pub done: bool,
    /// We are here.
    pub now: bool,
    /// When it was reached.
    pub at: Option<DateTime<Utc>>,
    /// The last one: it says when to expect the goods.
    pub last: bool,
}

type Kind = (&'static str, &'static str, What);

const STOCK: Kind = ("box", "order-step-stock", What::Parcel(ShipmentState::Unfulfilled));
const PACKING: Kind = ("store", "order-step-packing", What::Order(OrderState::Accepted));
const TRANSIT: Kind = ("truck", "order-step-transit", What::Parcel(ShipmentState::InTransit));
const COURIER: Kind = ("user", "order-step-courier", What::Parcel(ShipmentState::WithCourier));
const READY: Kind = ("pin", "order-step-ready", What::Parcel(ShipmentState::ReadyForPickup));
const ISSUED: Kind = ("gift", "order-step-issued", What::Parcel(ShipmentState::Issued));

/// The four steps of an order; none when it came to nothing.
pub fn stops(dossier: &Dossier) -> Vec<Stop> {
    let kinds = match dossier.order.way {
        Way::Courier => [STOCK, TRANSIT, COURIER, ISSUED],
        Way::Post => [STOCK, TRANSIT, READY, ISSUED],
        Way::Pickup => [STOCK, PACKING, READY, ISSUED],
    };
    if dossier.order.state.is_void() {
        return Vec::new();
    }
    let reached = kinds.iter().rposition(|(_, _, what)| dossier.when(*what).is_some()).unwrap_or(0);
    let stop = |(i, (icon, key, what)): (usize, Kind)| Stop {
        icon,
        key,
        done: i < reached || (i == reached && i == 3),
        now: i == reached,
        at: dossier.when(what),
        last: i == 3,
    };
    kinds.into_iter().enumerate().map(stop).collect()
}
