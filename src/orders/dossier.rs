//! Everything about one order, for its pages.

use diesel::prelude::*;

use super::history::{Moment, What};
use super::{DeclineReason, Given, Item, Order, OrderState, Purchase, Shipment};
use crate::payments::Allocation;
use crate::schema::orders;
use crate::shops::Shop;

/// One order with all that belongs to it.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The order.
    pub order: Order,
    /// What it is part of.
    pub purchase: Purchase,
    /// The parcel.
    pub shipment: Shipment,
    /// The goods.
    pub items: Vec<Item>,
    /// Who sells.
    pub shop: Shop,
    /// Its share of the payment.
    pub money: Allocation,
    /// What happened, newest first.
    pub history: Vec<Moment>,
    /// What the buyer said of it.
    pub given: Given,
    /// Whether address and contact may still change: no shop of the purchase has accepted.
    pub movable: bool,
}

impl Dossier {
    /// Reads it all.
    pub fn of(conn: &mut PgConnection, order: Order) -> QueryResult<Self> {
        let taken = [OrderState::Accepted, OrderState::HandedOver, OrderState::Completed];
        let taken = orders::table.filter(orders::purchase_id.eq(order.purchase_id)).filter(orders::state.eq_any(taken));
        let taken: bool = diesel::select(diesel::dsl::exists(taken)).get_result(conn)?;
        Ok(Self {
            purchase: Purchase::find(conn, order.purchase_id)?,
            shipment: Shipment::of(conn, order.id)?,
            items: Item::of(conn, &[order.id])?,
            shop: Shop::find(conn, order.shop_id)?,
            money: Allocation::of(conn, order.id)?,
            history: Moment::of(conn, order.id)?,
            given: Given::of(conn, order.id)?,
            movable: order.state == OrderState::Placed && !taken,
            order,
        })
    }

    /// All pieces.
    pub fn pieces(&self) -> i32 {
        self.items.iter().map(|item| item.quantity).sum()
    }

    /// Why the shop did not take it, and its own words.
    pub fn declined(&self) -> Option<(DeclineReason, &str)> {
        let said = self.history.iter().find(|moment| moment.what == What::Order(OrderState::Declined))?;
        DeclineReason::read(&said.reason)
    }

    /// When something happened.
    pub fn when(&self, what: What) -> Option<chrono::DateTime<chrono::Utc>> {
        self.history.iter().find(|moment| moment.what == what).map(|moment| moment.at)
    }

    /// While the shop packs and brings it, it knows whom to; before and after it does not need to.
    pub fn open_to_shop(&self) -> bool {
        matches!(self.order.state, OrderState::Accepted | OrderState::HandedOver)
    }
}
