//! Who asks, and what they marked: one statement a request. The lists in it are short by their rooms' own limits.

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Binary, Bool, Integer, Nullable, Text};

use crate::kernel::{ListingId, ProductId, SessionId, ShopId, UserId};
use crate::schema::{cart_items, carts};
use crate::web::{StaffRole, Viewer, Visitor};

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    session: SessionId,
    #[diesel(sql_type = BigInt)]
    user: UserId,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Nullable<Text>)]
    staff: Option<StaffRole>,
    #[diesel(sql_type = Nullable<BigInt>)]
    shop: Option<ShopId>,
    #[diesel(sql_type = Array<BigInt>)]
    cart_listings: Vec<ListingId>,
    #[diesel(sql_type = Array<Integer>)]
    cart_quantities: Vec<i32>,
    #[diesel(sql_type = Array<BigInt>)]
    hearts: Vec<ProductId>,
    #[diesel(sql_type = Array<BigInt>)]
    recent: Vec<ProductId>,
    #[diesel(sql_type = Bool)]
    keeps_recent: bool,
    #[diesel(sql_type = Bool)]
    recommends: bool,
    #[diesel(sql_type = BigInt)]
    fresh_count: i64,
}

const STATEMENT: &str = "
SELECT s.id AS session, u.id AS \"user\", u.name, u.staff_role AS staff, m.shop_id AS shop, u.keeps_recent, u.recommends,
       ARRAY(SELECT i.listing_id FROM carts c JOIN cart_items i ON i.cart_id = c.id WHERE c.user_id = u.id ORDER BY i.listing_id) AS cart_listings,
       ARRAY(SELECT i.quantity FROM carts c JOIN cart_items i ON i.cart_id = c.id WHERE c.user_id = u.id ORDER BY i.listing_id) AS cart_quantities,
       ARRAY(SELECT f.product_id FROM favorites f WHERE f.user_id = u.id) AS hearts,
       ARRAY(SELECT v.product_id FROM recent_views v WHERE v.user_id = u.id ORDER BY v.at DESC, v.product_id LIMIT 12) AS recent,
       (SELECT coalesce(sum(q.fresh), 0)::bigint FROM saved_searches q WHERE q.user_id = u.id AND NOT q.paused) AS fresh_count
FROM sessions s JOIN users u ON u.id = s.user_id LEFT JOIN shop_members m ON m.user_id = u.id
WHERE s.key_hash = $1 AND s.expires_at > now() AND u.deleted_at IS NULL";

/// The person behind a session, with what every page's header and cards show of them.
pub(super) fn visitor(conn: &mut PgConnection, key_hash: &[u8]) -> QueryResult<Option<Visitor>> {
    let row = diesel::sql_query(STATEMENT).bind::<Binary, _>(key_hash).get_result::<Row>(conn).optional()?;
    let visitor = |row: Row| Visitor {
        session: row.session,
        viewer: Viewer { id: row.user, name: row.name, staff: row.staff, shop: row.shop },
        cart: row.cart_listings.into_iter().zip(row.cart_quantities).collect(),
        hearts: row.hearts,
        recent: row.recent,
        keeps_recent: row.keeps_recent,
        recommends: row.recommends,
        fresh_count: row.fresh_count,
    };
    Ok(row.map(visitor))
}

/// What lies in a guest's cart.
pub(super) fn guest_cart(conn: &mut PgConnection, token_hash: &[u8]) -> QueryResult<Vec<(ListingId, i32)>> {
    let items = cart_items::table.inner_join(carts::table).filter(carts::token_hash.eq(token_hash));
    items.select((cart_items::listing_id, cart_items::quantity)).load(conn)
}
