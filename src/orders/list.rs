//! Orders as lists show them: the buyer's purchases and the shop's board.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::{Item, Order, OrderState, Purchase, Shipment, ShipmentState};
use crate::db::{Keyed, cut_page};
use crate::kernel::{OrderId, PurchaseId, UserId};
use crate::schema::{orders, purchases, shipments, shop_members, shop_reviews, shops};

const PAGE: usize = 20;

/// An order with what a list shows of it.
#[derive(Debug, Clone)]
pub struct Card {
    /// The order.
    pub order: Order,
    /// Where the parcel is.
    pub parcel: ShipmentState,
    /// The shop's name.
    pub shop_name: String,
    /// The goods.
    pub items: Vec<Item>,
    /// Received, and its buyer has not said how it was.
    pub unrated: bool,
}

/// A purchase with its orders.
#[derive(Debug, Clone)]
pub struct Bundle {
    /// The purchase.
    pub purchase: Purchase,
    /// Its orders.
    pub cards: Vec<Card>,
}

impl Card {
    /// The cards of these orders, in their order: three statements.
    pub fn of(conn: &mut PgConnection, orders: Vec<Order>) -> QueryResult<Vec<Self>> {
        let ids: Vec<OrderId> = orders.iter().map(|order| order.id).collect();
        let items = Item::of(conn, &ids)?;
        let parcels: Vec<Shipment> = shipments::table.filter(shipments::order_id.eq_any(&ids)).select(Shipment::as_select()).load(conn)?;
        let sells =
            shop_members::table.filter(shop_members::shop_id.eq(orders::shop_id)).filter(shop_members::user_id.eq(purchases::buyer_id));
        let rated = shop_reviews::table.filter(shop_reviews::order_id.eq(orders::id));
        let unrated = orders::state.eq(OrderState::Completed).and(not(exists(rated))).and(not(exists(sells)));
        let beside: Vec<(OrderId, String, bool)> = orders::table
            .inner_join(shops::table)
            .inner_join(purchases::table)
            .filter(orders::id.eq_any(&ids))
            .select((orders::id, shops::name, unrated))
            .load(conn)?;
        let card = |order: Order| {
            let (shop_name, unrated) =
                beside.iter().find(|(id, ..)| *id == order.id).map(|(_, name, unrated)| (name.clone(), *unrated)).unwrap_or_default();
            Self {
                parcel: parcels.iter().find(|parcel| parcel.order_id == order.id).map_or(ShipmentState::Unfulfilled, |parcel| parcel.state),
                shop_name,
                items: items.iter().filter(|item| item.order_id == order.id).cloned().collect(),
                unrated,
                order,
            }
        };
        Ok(orders.into_iter().map(card).collect())
    }
}

impl Bundle {
    /// What the purchase comes to, as far as it has not come to nothing.
    pub fn total(&self) -> crate::kernel::Money {
        let live = self.cards.iter().filter(|card| !card.order.state.is_void()).map(|card| card.order.total());
        crate::kernel::Money::sum(live).unwrap_or_default()
    }

    /// A purchase with its orders.
    pub fn of(conn: &mut PgConnection, purchase: Purchase) -> QueryResult<Self> {
        let orders = Order::of_purchases(conn, &[purchase.id])?;
        Ok(Self { cards: Card::of(conn, orders)?, purchase })
    }

    /// A page of a buyer's purchases.
    pub fn page(conn: &mut PgConnection, buyer: UserId, active: bool, after: Option<i64>) -> QueryResult<Keyed<Self>> {
        let page = cut_page(Purchase::page(conn, buyer, active, after, PAGE)?, PAGE, |purchase| purchase.id.0);
        let ids: Vec<PurchaseId> = page.rows.iter().map(|purchase| purchase.id).collect();
        let orders = Order::of_purchases(conn, &ids)?;
        let mut cards = Card::of(conn, orders)?;
        let mut rows = Vec::with_capacity(page.rows.len());
        for purchase in page.rows {
            let own = cards.extract_if(.., |card| card.order.purchase_id == purchase.id).collect();
            rows.push(Self { purchase, cards: own });
        }
        Ok(Keyed { rows, next: page.next })
    }

    /// How many of a buyer's purchases are under way, and how many are done.
    pub fn counts(conn: &mut PgConnection, buyer: UserId) -> QueryResult<(i64, i64)> {
        let own = || purchases::table.filter(purchases::buyer_id.eq(buyer));
        let under_way = || orders::table.filter(orders::purchase_id.eq(purchases::id)).filter(orders::state.eq_any(OrderState::ACTIVE));
        let active = own().filter(exists(under_way())).count().get_result(conn)?;
        let all: i64 = own().count().get_result(conn)?;
        Ok((active, all - active))
    }
}
