//! What `/me` shows at one glance.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Date, Text};

use crate::accounts::{Address, Device, User};
use crate::kernel::UserId;

/// A person's affairs at one glance.
#[derive(Debug)]
pub struct Overview {
    pub user: User,
    pub addresses: Vec<Address>,
    pub devices: usize,
    pub open_orders: usize,
    /// The order that comes first.
    pub coming: Option<Coming>,
}

/// An order on its way.
#[derive(Debug, QueryableByName)]
pub struct Coming {
    #[diesel(sql_type = Text)]
    pub number: String,
    #[diesel(sql_type = Text)]
    pub shop: String,
    #[diesel(sql_type = Text)]
    pub title: String,
    #[diesel(sql_type = BigInt)]
    pub more: i64,
    #[diesel(sql_type = Date)]
    pub promised_to: NaiveDate,
    #[diesel(sql_type = BigInt)]
    open: i64,
}

impl Overview {
    /// Reads it.
    pub fn read(conn: &mut PgConnection, user: UserId) -> QueryResult<Self> {
        let coming = Coming::first(conn, user)?;
        Ok(Self {
            user: User::find(conn, user)?,
            addresses: Address::of_user(conn, user)?,
            devices: Device::of_user(conn, user)?.len(),
            open_orders: coming.as_ref().map_or(0, |coming| usize::try_from(coming.open).unwrap_or(0)),
            coming,
        })
    }
}

impl Coming {
    fn first(conn: &mut PgConnection, user: UserId) -> QueryResult<Option<Self>> {
        diesel::sql_query(
            "SELECT o.number, s.name AS shop, o.promised_to, count(*) OVER () AS open,
                    (SELECT i.title FROM order_items i WHERE i.order_id = o.id ORDER BY i.id LIMIT 1) AS title,
                    (SELECT count(*) - 1 FROM order_items i WHERE i.order_id = o.id) AS more
             FROM purchases p JOIN orders o ON o.purchase_id = p.id JOIN shops s ON s.id = o.shop_id
             WHERE p.buyer_id = $1 AND o.state IN ('pending_payment', 'placed', 'accepted', 'handed_over')
             ORDER BY o.promised_to, o.id LIMIT 1",
        )
        .bind::<BigInt, _>(user)
        .get_result(conn)
        .optional()
    }
}
