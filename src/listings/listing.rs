//! A listing's row.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{Condition, ListingState, Stock};
use crate::db::Tx;
use crate::kernel::{CategoryId, CityId, ListingId, Money, ProductId, ShopId};
use crate::schema::listings;
use crate::shops::Way;

/// One shop's offer of a product.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = listings, check_for_backend(diesel::pg::Pg))]
pub struct Listing {
    /// Its id.
    pub id: ListingId,
    /// What is offered.
    pub product_id: ProductId,
    /// Who offers it.
    pub shop_id: ShopId,
    /// Where it stands; a draft stands in a group until its category is chosen.
    pub category_id: CategoryId,
    /// The price; zero until it is said.
    pub price: Money,
    /// New or used.
    pub condition: Condition,
    /// Where it is sold from.
    pub city_id: CityId,
    /// Brought to the door.
    pub by_courier: bool,
    /// Fetched at the shop.
    pub by_pickup: bool,
    /// Sent by post.
    pub by_post: bool,
    /// Its state.
    pub state: ListingState,
    /// When it was last sent to moderation; moves with every change that a moderator has to see.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Since when it is on sale.
    pub published_at: Option<DateTime<Utc>>,
    /// Until when it is on sale.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was last saved.
    pub updated_at: DateTime<Utc>,
}

impl Listing {
    /// A listing.
    pub fn find(conn: &mut PgConnection, id: ListingId) -> QueryResult<Self> {
        listings::table.find(id).select(Self::as_select()).first(conn)
    }

    /// A shop's own listing; somebody else's is not found.
    pub fn of_shop(conn: &mut PgConnection, id: ListingId, shop: ShopId) -> QueryResult<Self> {
        listings::table.find(id).filter(listings::shop_id.eq(shop)).select(Self::as_select()).first(conn)
    }

    /// A shop's own listing, held until the transaction ends; its stock first, as buyers take them.
    pub fn locked(tx: &mut Tx<'_>, id: ListingId, shop: ShopId) -> QueryResult<Self> {
        Stock::lock_own(tx, shop, &[id])?;
        let own = listings::table.find(id).filter(listings::shop_id.eq(shop));
        own.select(Self::as_select()).for_no_key_update().first(&mut **tx)
    }

    /// The ways the listing offers.
    pub fn ways(&self) -> Vec<Way> {
        let offered = |way: &Way| match way {
            Way::Courier => self.by_courier,
            Way::Pickup => self.by_pickup,
            Way::Post => self.by_post,
        };
        Way::ALL.iter().copied().filter(offered).collect()
    }
}
