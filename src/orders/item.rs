//! A line of an order: a photograph of the sale.

use diesel::prelude::*;

use crate::kernel::{ListingId, Money, OrderId, OrderItemId, PhotoId, ProductId};
use crate::listings::PhotoRef;
use crate::schema::order_items;

/// What was sold, under the name and at the price of that day.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = order_items, check_for_backend(diesel::pg::Pg))]
pub struct Item {
    /// Its id.
    pub id: OrderItemId,
    /// Which order.
    pub order_id: OrderId,
    /// What the buyer picked.
    pub listing_id: ListingId,
    /// Its product.
    pub product_id: ProductId,
    /// The title then.
    pub title: String,
    /// The address words then.
    pub slug: String,
    /// The cover then.
    pub cover_id: Option<PhotoId>,
    /// The price then.
    pub price: Money,
    /// Pieces.
    pub quantity: i32,
}

impl Item {
    /// The lines of these orders, in the order they were written.
    pub fn of(conn: &mut PgConnection, orders: &[OrderId]) -> QueryResult<Vec<Self>> {
        order_items::table.filter(order_items::order_id.eq_any(orders)).order(order_items::id).select(Self::as_select()).load(conn)
    }

    /// What the line comes to.
    pub fn total(&self) -> Money {
        self.price.times(self.quantity).unwrap_or_default()
    }

    /// Listing and pieces, for the stock.
    pub fn pieces(&self) -> (ListingId, i32) {
        (self.listing_id, self.quantity)
    }

    /// The cover, for the card's macro.
    pub fn photo(&self) -> Option<PhotoRef> {
        self.cover_id.map(PhotoRef::ready)
    }
}
