//! News travels upstairs as a row written in the same transaction; `worker` matches on it exhaustively, and that match is the map of consequences.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::db::Tx;
use crate::jobs::{self, Job};
use crate::kernel::{ChangeId, EventId, FavoriteListId, ListingId, OrderId, ProductId, PurchaseId, ShopId, UserId};
use crate::schema::events;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// A buyer checked out; its orders wait for their shops.
    PurchasePlaced { purchase: PurchaseId },
    /// The shop takes the order.
    OrderAccepted { order: OrderId },
    /// The shop does not take the order.
    OrderDeclined { order: OrderId },
    /// The buyer called it off.
    OrderCancelled { order: OrderId },
    /// The buyer changed quantities, address or contact before the shop accepted.
    OrderChanged { order: OrderId },
    /// The shop did not answer in time.
    OrderExpired { order: OrderId },
    /// The parcel moved: in transit, with the courier, ready for pickup.
    ShipmentMoved { order: OrderId, step: Moved },
    /// The parcel was handed out; the order is done.
    OrderIssued { order: OrderId },
    /// The parcel came back to the shop; the order is off.
    OrderReturned { order: OrderId },
    /// Too many wrong codes were tried at handing out: the buyer takes a fresh one.
    OrderCodeShut { order: OrderId },
    /// A moderator let a listing through.
    ListingApproved { listing: ListingId },
    /// A moderator sent a listing back.
    ListingRejected { listing: ListingId },
    /// Staff took a listing off the site.
    ListingRemoved { listing: ListingId },
    /// A shop's card became everybody's.
    CardShared { product: ProductId, shop: ShopId },
    /// Staff decided about what a shop proposed.
    CardChangeDecided { change: ChangeId },
    /// Staff stopped a shop.
    ShopSuspended { shop: ShopId },
    /// Staff let a shop go on.
    ShopReopened { shop: ShopId },
    /// Prices or stock of a list's favourites moved to the better.
    FavoritesStirred { list: FavoriteListId },
    /// The password was changed: its owner is told.
    PasswordChanged { user: UserId },
}

/// Where a parcel moved to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moved {
    /// On its way.
    InTransit,
    /// The courier brings it.
    WithCourier,
    /// Can be fetched.
    ReadyForPickup,
}

/// The job behind every event.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HandleEvent {
    /// Which.
    pub event: EventId,
}

impl Job for HandleEvent {
    const NAME: &'static str = "handle_event";
}

/// Writes the event and its job in this transaction.
pub fn publish(tx: &mut Tx<'_>, event: &Event) -> QueryResult<()> {
    let body = serde_json::to_value(event).map_err(|error| diesel::result::Error::SerializationError(error.into()))?;
    let event = diesel::insert_into(events::table).values(events::body.eq(body)).returning(events::id).get_result(&mut **tx)?;
    jobs::enqueue(tx, &HandleEvent { event })
}

/// Takes an event for handling: locked, and nothing if it was handled before. Its consequences belong into the same transaction.
pub fn take(tx: &mut Tx<'_>, id: EventId) -> QueryResult<Option<Event>> {
    let waiting = events::table.filter(events::id.eq(id)).filter(events::handled_at.is_null());
    let body: Option<serde_json::Value> = waiting.select(events::body).for_update().first(&mut **tx).optional()?;
    let Some(body) = body else { return Ok(None) };
    diesel::update(events::table.filter(events::id.eq(id))).set(events::handled_at.eq(diesel::dsl::now)).execute(&mut **tx)?;
    serde_json::from_value(body).map(Some).map_err(|error| diesel::result::Error::DeserializationError(error.into()))
}
