//! A shop.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::i18n::Lang;
use crate::kernel::{CityId, PhotoId, Rating, ShopId, text_enum};
use crate::schema::shops;

text_enum! {
    /// Who stands behind a shop.
    pub enum ShopKind {
        /// A private person, known by an IIN.
        Person = "person",
        /// An organisation, known by a BIN.
        Company = "company",
    }
}

text_enum! {
    /// A shop's states.
    pub enum ShopState {
        /// Sells.
        Open = "open",
        /// Stopped by staff: its listings are out of sight.
        Suspended = "suspended",
        /// Closed for good.
        Closed = "closed",
    }
}

/// A shop.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = shops, check_for_backend(diesel::pg::Pg))]
pub struct Shop {
    /// Its id.
    pub id: ShopId,
    /// Its address word.
    pub slug: String,
    /// The name on its sign.
    pub name: String,
    /// Who stands behind it.
    pub kind: ShopKind,
    /// The taxpayer number: for the shop's own pages and staff only.
    pub tin: String,
    /// Where it is.
    pub city_id: CityId,
    /// What it says of itself.
    pub about: String,
    /// The language it says it in.
    pub lang: Lang,
    /// Its sign.
    pub logo_id: Option<PhotoId>,
    /// Its state.
    pub state: ShopState,
    /// Since when it publishes without waiting for moderation.
    pub trusted_at: Option<DateTime<Utc>>,
    /// Since when it is here.
    pub created_at: DateTime<Utc>,
    stars_sum: i64,
    reviews: i32,
}

impl Shop {
    /// Whether it has a page and sells.
    pub fn is_open(&self) -> bool {
        self.state == ShopState::Open
    }

    /// What buyers think of it, once somebody has said so.
    pub fn rating(&self) -> Option<Rating> {
        Rating::of((self.stars_sum, self.reviews))
    }

    /// A shop.
    pub fn find(conn: &mut PgConnection, id: ShopId) -> QueryResult<Self> {
        shops::table.find(id).select(Self::as_select()).first(conn)
    }

    /// A shop that people may see, by its address word.
    pub fn by_slug(conn: &mut PgConnection, slug: &str) -> QueryResult<Self> {
        let open = shops::table.filter(shops::slug.eq(slug)).filter(shops::state.eq(ShopState::Open));
        open.select(Self::as_select()).first(conn)
    }
}
