//! The stars that the buyer gave for an order. The room `reviews` writes them; the order's own page shows them.

use diesel::prelude::*;

use super::Item;
use crate::kernel::{OrderId, OrderItemId};
use crate::schema::{order_items, reviews, shop_reviews};

/// What the buyer said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    items: Vec<(OrderItemId, i16)>,
    /// Of the shop.
    pub shop: Option<i16>,
}

impl Given {
    /// Reads it; nothing was said of most orders.
    pub fn of(conn: &mut PgConnection, order: OrderId) -> QueryResult<Self> {
        let of_items = reviews::table.inner_join(order_items::table).filter(order_items::order_id.eq(order));
        let items = of_items.select((reviews::order_item_id, reviews::stars)).load(conn)?;
        let of_shop = shop_reviews::table.filter(shop_reviews::order_id.eq(order));
        Ok(Self { items, shop: of_shop.select(shop_reviews::stars).first(conn).optional()? })
    }

    /// Of a line.
    pub fn stars(&self, item: &Item) -> Option<i16> {
        self.items.iter().find(|(id, _)| *id == item.id).map(|(_, stars)| *stars)
    }
}
