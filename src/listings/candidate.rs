//! Cards that a shop may sell on: found by the number under the bars, or by words.

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Nullable, Text, Uuid};

use crate::kernel::{Gtin, ListingId, Money, PhotoId, ProductId, ShopId};
use crate::photos::PhotoRef;

/// A card that was found.
#[derive(Debug, Clone, QueryableByName)]
pub struct Candidate {
    /// Which.
    #[diesel(sql_type = BigInt)]
    pub product: ProductId,
    /// Its title.
    #[diesel(sql_type = Text)]
    pub title: String,
    /// Its address words.
    #[diesel(sql_type = Text)]
    pub slug: String,
    #[diesel(sql_type = Nullable<Uuid>)]
    cover: Option<PhotoId>,
    /// The number under the bars.
    #[diesel(sql_type = Nullable<Text>)]
    pub gtin: Option<Gtin>,
    /// Whether several shops may sell on it already.
    #[diesel(sql_type = Bool)]
    pub shared: bool,
    /// How many sell on it now.
    #[diesel(sql_type = BigInt)]
    pub offers: i64,
    /// The lowest price.
    #[diesel(sql_type = Nullable<BigInt>)]
    pub price: Option<Money>,
    /// The asking shop's own offer.
    #[diesel(sql_type = Nullable<BigInt>)]
    pub own: Option<ListingId>,
}

/// Shared cards, and others' private cards that have a number and are sold new: no more than a page shows.
macro_rules! found {
    ($which:literal) => {
        concat!(
            "SELECT p.id AS product, p.title, p.slug, p.cover_id AS cover, p.gtin, p.owner_shop_id IS NULL AS shared,
                    count(l.id) FILTER (WHERE l.state = 'active' AND l.in_stock) AS offers,
                    min(l.price) FILTER (WHERE l.state = 'active' AND l.in_stock) AS price, min(l.id) FILTER (WHERE l.shop_id = $1) AS own
             FROM products p LEFT JOIN listings l ON l.product_id = p.id
             WHERE p.merged_into IS NULL AND ",
            $which,
            " AND (p.owner_shop_id IS NULL OR p.gtin IS NOT NULL AND p.owner_shop_id <> $1
                   AND EXISTS (SELECT FROM listings o WHERE o.product_id = p.id AND o.state = 'active' AND o.condition = 'new'))
             GROUP BY p.id ORDER BY shared DESC, p.id LIMIT 40"
        )
    };
}

const BY_GTIN: &str = found!("p.gtin = $2");
const THESE: &str = found!("p.id = ANY($2)");

impl Candidate {
    /// The cards with a number: a shared one stands first.
    pub fn by_gtin(conn: &mut PgConnection, shop: ShopId, gtin: &Gtin) -> QueryResult<Vec<Self>> {
        diesel::sql_query(BY_GTIN).bind::<BigInt, _>(shop).bind::<Text, _>(gtin).load(conn)
    }

    /// Of these cards those that the shop may sell on, in the order of the ids given.
    pub fn these(conn: &mut PgConnection, shop: ShopId, ids: &[ProductId]) -> QueryResult<Vec<Self>> {
        let mut found: Vec<Self> = diesel::sql_query(THESE).bind::<BigInt, _>(shop).bind::<Array<BigInt>, _>(ids).load(conn)?;
        found.sort_by_key(|card| ids.iter().position(|id| *id == card.product));
        Ok(found)
    }

    /// Its page.
    pub fn path(&self) -> String {
        format!("/p/{}-{}", self.product, self.slug)
    }

    /// The cover, small.
    pub fn photo(&self) -> Option<PhotoRef> {
        self.cover.map(PhotoRef::ready)
    }
}
