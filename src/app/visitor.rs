//! Who asks, and the header's counts: one statement a request.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Nullable, Text};

use crate::kernel::{SessionId, ShopId, UserId};
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
    #[diesel(sql_type = BigInt)]
    cart_count: i64,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// The person behind a session, with the counts that every page's header shows.
pub(super) fn visitor(conn: &mut PgConnection, key_hash: &[u8]) -> QueryResult<Option<Visitor>> {
    let row = diesel::sql_query(
        "SELECT s.id AS session, u.id AS \"user\", u.name, u.staff_role AS staff, m.shop_id AS shop,
                (SELECT coalesce(sum(i.quantity), 0)::bigint FROM carts c JOIN cart_items i ON i.cart_id = c.id WHERE c.user_id = u.id) AS cart_count
         FROM sessions s JOIN users u ON u.id = s.user_id LEFT JOIN shop_members m ON m.user_id = u.id
         WHERE s.key_hash = $1 AND s.expires_at > now() AND u.deleted_at IS NULL",
    )
    .bind::<Binary, _>(key_hash)
    .get_result::<Row>(conn)
    .optional()?;
    let visitor = |row: Row| Visitor {
        session: row.session,
        viewer: Viewer { id: row.user, name: row.name, staff: row.staff, shop: row.shop },
        cart_count: row.cart_count,
    };
    Ok(row.map(visitor))
}

/// Pieces in a guest's cart.
pub(super) fn guest_count(conn: &mut PgConnection, token_hash: &[u8]) -> QueryResult<i64> {
    diesel::sql_query(
        "SELECT coalesce(sum(i.quantity), 0)::bigint AS n FROM carts c JOIN cart_items i ON i.cart_id = c.id WHERE c.token_hash = $1",
    )
    .bind::<Binary, _>(token_hash)
    .get_result(conn)
    .map(|count: Count| count.n)
}
