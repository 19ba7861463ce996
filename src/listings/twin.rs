//! The shared card of a thing, known by its number.

use diesel::prelude::*;

use crate::kernel::{Gtin, ProductId};
use crate::schema::products;

/// A shared card.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Twin {
    /// Which.
    pub product: ProductId,
    /// Its title.
    pub title: String,
    /// Its address words.
    pub slug: String,
}

impl Twin {
    /// The shared card with this number: there is at most one.
    pub fn find(conn: &mut PgConnection, gtin: &Gtin) -> QueryResult<Option<Self>> {
        let shared = products::table.filter(products::gtin.eq(gtin)).filter(products::owner_shop_id.is_null());
        shared.select((products::id, products::title, products::slug)).first(conn).optional()
    }

    /// Its page.
    pub fn path(&self) -> String {
        format!("/p/{}-{}", self.product, self.slug)
    }
}
