//! Who may rate what.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::kernel::UserId;
use crate::orders::{Order, OrderState};
use crate::schema::shop_members;

/// Why a buyer may not rate an order of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// It was not handed out, or not yet.
    NotReceived,
    /// They sell for this shop themselves.
    OwnShop,
}

impl Hindrance {
    /// What stands in the way, if anything does.
    pub fn of(conn: &mut PgConnection, order: &Order, buyer: UserId) -> QueryResult<Option<Self>> {
        if order.state != OrderState::Completed {
            return Ok(Some(Self::NotReceived));
        }
        let own: bool = diesel::select(exists(shop_members::table.find((order.shop_id, buyer)))).get_result(conn)?;
        Ok(own.then_some(Self::OwnShop))
    }

    /// The message key of the sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotReceived => "review-not-received",
            Self::OwnShop => "review-own-shop",
        }
    }
}
