//! A purchase: one checkout by one buyer. Its state is read from its orders, never stored.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{Contact, Destination, OrderState};
use crate::kernel::{Number, PurchaseId, UserId};
use crate::schema::{orders, purchases};

/// One checkout.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = purchases, check_for_backend(diesel::pg::Pg))]
pub struct Purchase {
    /// Its id.
    pub id: PurchaseId,
    /// Its public number.
    pub number: String,
    /// Who bought.
    pub buyer_id: UserId,
    /// Who receives it.
    #[diesel(embed)]
    pub contact: Contact,
    /// Where it goes.
    #[diesel(embed)]
    pub to: Destination,
    /// What the buyer said.
    pub comment: String,
    /// When.
    pub placed_at: DateTime<Utc>,
}

impl Purchase {
    /// A purchase.
    pub fn find(conn: &mut PgConnection, id: PurchaseId) -> QueryResult<Self> {
        purchases::table.find(id).select(Self::as_select()).first(conn)
    }

    /// A purchase of this buyer; somebody else's is not found.
    pub fn of_buyer(conn: &mut PgConnection, number: &Number, buyer: UserId) -> QueryResult<Self> {
        let own = purchases::table.filter(purchases::number.eq(number.as_str())).filter(purchases::buyer_id.eq(buyer));
        own.select(Self::as_select()).first(conn)
    }

    /// A page of a buyer's purchases, newest first; one row more than asked for, to know whether there are more.
    pub fn page(conn: &mut PgConnection, buyer: UserId, active: bool, after: Option<i64>, size: usize) -> QueryResult<Vec<Self>> {
        let under_way = orders::table.filter(orders::purchase_id.eq(purchases::id)).filter(orders::state.eq_any(OrderState::ACTIVE));
        let mut page = purchases::table.filter(purchases::buyer_id.eq(buyer)).select(Self::as_select()).into_boxed();
        page = match active {
            true => page.filter(diesel::dsl::exists(under_way)),
            false => page.filter(diesel::dsl::not(diesel::dsl::exists(under_way))),
        };
        if let Some(after) = after {
            page = page.filter(purchases::id.lt(PurchaseId(after)));
        }
        page.order(purchases::id.desc()).limit(i64::try_from(size).unwrap_or(100) + 1).load(conn)
    }
}
