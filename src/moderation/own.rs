//! Nobody acts as staff on a shop of their own.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::db::Tx;
use crate::kernel::{ProductId, ShopId, UserId};
use crate::schema::{products, shop_members};

/// Whether the shop is the staff member's own.
pub fn is_own(tx: &mut Tx<'_>, staff: UserId, shop: ShopId) -> QueryResult<bool> {
    let own = shop_members::table.find((shop, staff));
    diesel::select(exists(own)).get_result(&mut **tx)
}

/// Whether one of these cards belongs to a shop of the staff member's own.
pub fn owns_card(tx: &mut Tx<'_>, staff: UserId, cards: &[ProductId]) -> QueryResult<bool> {
    let owners = products::table.filter(products::id.eq_any(cards)).select(products::owner_shop_id);
    for owner in owners.load::<Option<ShopId>>(&mut **tx)?.into_iter().flatten() {
        if is_own(tx, staff, owner)? {
            return Ok(true);
        }
    }
    Ok(false)
}
