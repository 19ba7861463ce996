//! Where a card went that was merged into another.

use diesel::prelude::*;

use crate::kernel::ProductId;
use crate::schema::products;

/// The address of the card that took over this one's offers, however often that happened.
pub fn successor(conn: &mut PgConnection, product: ProductId) -> QueryResult<Option<String>> {
    let mut id = product;
    for _ in 0..8 {
        let row: Option<(Option<ProductId>, String)> =
            products::table.find(id).select((products::merged_into, products::slug)).first(conn).optional()?;
        match row {
            Some((Some(into), _)) => id = into,
            Some((None, slug)) if id != product => return Ok(Some(format!("/p/{id}-{slug}"))),
            _ => return Ok(None),
        }
    }
    Ok(None)
}
