//! Pages about purchases and orders.

use std::sync::Arc;

use askama::Template;
use chrono::{DateTime, Utc};

use super::board::{Board, Row, Tab};
use super::dossier::Dossier;
use super::list::{Bundle, Card};
use super::qr::Qr;
use super::track::{self, Stop};
use super::{DeclineReason, Item, OrderState, Purchase, ShipmentState};
use crate::catalog::{Catalog, City};
use crate::i18n::Locale;
use crate::kernel::{CityId, Money, now, today};
use crate::payments::AllocationState;
use crate::shops::Way;
use crate::web::{Form, filters};

/// `/orders`
#[derive(Template)]
#[template(path = "orders/mine.html")]
pub struct Mine {
    /// Under way, or done.
    pub active: bool,
    /// How many are under way, and how many are done.
    pub counts: (i64, i64),
    /// The purchases.
    pub bundles: Vec<Bundle>,
    /// The first page's address, when this is another one.
    pub first: String,
    /// The next page's address.
    pub next: String,
    /// The page's voice.
    pub locale: Locale,
}

/// `/purchases/{number}`
#[derive(Template)]
#[template(path = "orders/purchase.html")]
pub struct PurchasePage {
    /// The purchase and its orders.
    pub bundle: Bundle,
    /// Whether address and contact may still change.
    pub movable: bool,
    /// Towns.
    pub catalog: Arc<Catalog>,
    /// The page's voice.
    pub locale: Locale,
}

/// `/purchases/{number}/address`
#[derive(Template)]
#[template(path = "orders/address.html")]
pub struct AddressPage {
    /// What was typed.
    pub form: Form,
    /// Whose.
    pub purchase: Purchase,
    /// Towns.
    pub catalog: Arc<Catalog>,
}

/// `/orders/{number}`
#[derive(Template)]
#[template(path = "orders/show.html")]
pub struct Show {
    /// The order.
    pub dossier: Dossier,
    /// What was refused.
    pub form: Form,
    /// The buyer sells for the shop: then they do not rate it.
    pub own: bool,
    /// The code that the buyer shows, as a picture.
    pub qr: Option<Qr>,
    /// Towns.
    pub catalog: Arc<Catalog>,
    /// The page's voice.
    pub locale: Locale,
}

/// `/orders/{number}/edit`
#[derive(Template)]
#[template(path = "orders/edit.html")]
pub struct Edit {
    /// What was typed.
    pub form: Form,
    /// The order.
    pub dossier: Dossier,
    /// Its lines.
    pub rows: Vec<EditRow>,
}

/// A line that can be changed.
pub struct EditRow {
    /// What.
    pub item: Item,
    /// Pieces now.
    pub quantity: i32,
    /// Pieces that it may grow to.
    pub most: i32,
}

impl EditRow {
    fn quantity(&self) -> i64 {
        self.quantity.into()
    }

    fn most(&self) -> i64 {
        self.most.into()
    }
}

/// `/orders/{number}/cancel`
#[derive(Template)]
#[template(path = "orders/cancel.html")]
pub struct Cancel {
    /// The order.
    pub dossier: Dossier,
}

/// `/sell/orders`
#[derive(Template)]
#[template(path = "orders/board.html")]
pub struct BoardPage {
    /// The board.
    pub board: Board,
    /// The first page's address, when this is another one.
    pub first: String,
    /// Towns.
    pub catalog: Arc<Catalog>,
    /// The page's voice.
    pub locale: Locale,
}

/// `/sell/orders/{number}`
#[derive(Template)]
#[template(path = "orders/work.html")]
pub struct Work {
    /// What was typed.
    pub form: Form,
    /// The order.
    pub dossier: Dossier,
    /// Towns.
    pub catalog: Arc<Catalog>,
    /// The page's voice.
    pub locale: Locale,
}

/// `/sell/orders/{number}/label`
#[derive(Template)]
#[template(path = "orders/label.html")]
pub struct Label {
    /// The order.
    pub dossier: Dossier,
    /// The order's number, as a picture.
    pub qr: Option<Qr>,
    /// Towns.
    pub catalog: Arc<Catalog>,
}

/// The badge of an order: its class and the message key of its words.
pub fn badge(state: OrderState, parcel: ShipmentState) -> (&'static str, &'static str) {
    match (state, parcel) {
        (OrderState::HandedOver, ShipmentState::ReadyForPickup) => ("b-good", parcel.key()),
        (OrderState::HandedOver, _) => ("b-soft", parcel.key()),
        (OrderState::Placed | OrderState::PendingPayment, _) => ("b-warn", state.key()),
        (OrderState::Completed, _) => ("b-good", state.key()),
        (OrderState::Cancelled, ShipmentState::ReturnedToSender) => ("b-bad", parcel.key()),
        (OrderState::Expired | OrderState::Declined | OrderState::Cancelled, _) => ("b-bad", state.key()),
        (OrderState::Accepted, _) => ("", state.key()),
    }
}

impl Mine {
    fn never(&self) -> bool {
        self.counts == (0, 0)
    }

    fn under_way(&self) -> i64 {
        self.counts.0
    }

    fn finished(&self) -> i64 {
        self.counts.1
    }

    fn badge(&self, card: &Card) -> (&'static str, &'static str) {
        badge(card.order.state, card.parcel)
    }

    fn says(&self, card: &Card) -> String {
        track::sentence(&card.order, card.parcel, self.locale)
    }
}

impl PurchasePage {
    fn badge(&self, card: &Card) -> (&'static str, &'static str) {
        badge(card.order.state, card.parcel)
    }

    fn says(&self, card: &Card) -> String {
        track::sentence(&card.order, card.parcel, self.locale)
    }

    fn city(&self) -> Option<&City> {
        self.catalog.city(self.bundle.purchase.to.city_id)
    }

    fn fresh(&self) -> bool {
        self.bundle.cards.iter().all(|card| card.order.state == OrderState::Placed)
    }
}

impl Show {
    fn says(&self) -> String {
        track::sentence(&self.dossier.order, self.dossier.shipment.state, self.locale)
    }

    fn stops(&self) -> Vec<Stop> {
        track::stops(&self.dossier)
    }

    fn city(&self) -> Option<&City> {
        self.catalog.city(self.dossier.purchase.to.city_id)
    }

    /// It was received, and the buyer may say how it was.
    fn is_rated_here(&self) -> bool {
        self.dossier.order.state == OrderState::Completed && !self.own
    }

    fn date(&self) -> String {
        self.locale.date(self.dossier.order.placed_at)
    }

    /// The code opens nothing any more: a fresh one can be taken.
    fn is_shut(&self) -> bool {
        self.dossier.order.state == OrderState::HandedOver && self.dossier.order.is_shut()
    }

    /// `482 107`: easier to read aloud.
    fn code(&self) -> String {
        let (a, b) = self.dossier.order.issue_code.split_at_checked(3).unwrap_or((&self.dossier.order.issue_code, ""));
        format!("{a}\u{a0}{b}")
    }
}

impl BoardPage {
    fn badge(&self, row: &Row) -> (&'static str, &'static str) {
        badge(row.card.order.state, row.card.parcel)
    }

    fn tabs(&self) -> Vec<(Tab, String)> {
        Tab::ALL.into_iter().map(|tab| (tab, format!("/sell/orders?tab={}", tab.slug()))).collect()
    }

    fn count(&self, tab: &Tab) -> i64 {
        Tab::ALL.into_iter().zip(self.board.counts).find(|(one, _)| one == tab).map_or(0, |(_, n)| n)
    }

    fn clock(&self, at: &DateTime<Utc>) -> String {
        self.locale.clock(*at)
    }

    fn next(&self) -> String {
        self.board.next.map(|mark| format!("/sell/orders?tab={}&after={mark}", self.board.tab.slug())).unwrap_or_default()
    }

    fn city(&self, id: &CityId) -> Option<&City> {
        self.catalog.city(*id)
    }

    /// Less than two hours are left to answer, or the promised day has come.
    fn pressing(&self, row: &Row) -> bool {
        match self.board.tab {
            Tab::New => row.card.order.accept_by - now() < chrono::Duration::hours(2),
            Tab::Pack => row.card.order.promised_from <= today(),
            Tab::Transit => row.card.order.promised_to < today(),
            Tab::Done => false,
        }
    }
}

impl Work {
    fn moment(&self, at: &DateTime<Utc>) -> String {
        self.locale.moment(*at)
    }

    fn city(&self) -> Option<&City> {
        self.catalog.city(self.dossier.purchase.to.city_id)
    }

    fn badge(&self) -> (&'static str, &'static str) {
        badge(self.dossier.order.state, self.dossier.shipment.state)
    }

    fn stops(&self) -> Vec<Stop> {
        track::stops(&self.dossier)
    }

    fn tab(&self) -> Tab {
        match self.dossier.order.state {
            OrderState::PendingPayment | OrderState::Placed => Tab::New,
            OrderState::Accepted => Tab::Pack,
            OrderState::HandedOver => Tab::Transit,
            OrderState::Completed | OrderState::Expired | OrderState::Declined | OrderState::Cancelled => Tab::Done,
        }
    }

    fn can_decline(&self) -> bool {
        matches!(self.dossier.order.state, OrderState::Placed | OrderState::Accepted)
    }

    /// It is on its way or waits, and may come back instead.
    fn can_come_back(&self) -> bool {
        self.dossier.order.state == OrderState::HandedOver
    }

    fn to_hand_over(&self) -> bool {
        self.dossier.order.state == OrderState::Accepted && self.dossier.order.way != Way::Pickup
    }

    /// Pickup at the shop: packed. Post: arrived where it is fetched.
    fn to_make_ready(&self) -> bool {
        match self.dossier.order.way {
            Way::Pickup => self.dossier.order.state == OrderState::Accepted,
            Way::Post => self.dossier.shipment.state == ShipmentState::InTransit,
            Way::Courier => false,
        }
    }

    fn to_give_courier(&self) -> bool {
        self.dossier.order.way == Way::Courier && self.dossier.shipment.state == ShipmentState::InTransit
    }

    fn to_issue(&self) -> bool {
        let there = matches!(self.dossier.shipment.state, ShipmentState::WithCourier | ShipmentState::ReadyForPickup);
        there && self.dossier.order.state == OrderState::HandedOver
    }

    /// Nothing can be handed out until the buyer has a fresh code.
    fn is_shut(&self) -> bool {
        self.to_issue() && self.dossier.order.is_shut()
    }

    fn first_name(&self) -> &str {
        self.dossier.purchase.contact.contact_name.split_whitespace().next().unwrap_or_default()
    }
}

impl Label {
    fn city(&self) -> Option<&City> {
        self.catalog.city(self.dossier.purchase.to.city_id)
    }
}
