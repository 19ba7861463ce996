//! Cards that a shop may sell on: found by the number under the bars, or by words.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, Text, Uuid};

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
             FROM (SELECT p.* FROM products p WHERE p.merged_into IS NULL AND ",
            $which,
            " AND (p.owner_shop_id IS NULL OR p.gtin IS NOT NULL AND p.owner_shop_id <> $1
                   AND EXISTS (SELECT FROM listings o WHERE o.product_id = p.id AND o.state = 'active' AND o.condition = 'new'))
                   LIMIT 200) p
             LEFT JOIN listings l ON l.product_id = p.id
             GROUP BY p.id, p.title, p.slug, p.cover_id, p.gtin, p.owner_shop_id, p.document"
        )
    };
}

const BY_GTIN: &str = concat!(found!("p.gtin = $2"), " ORDER BY shared DESC, p.id LIMIT 20");
const BY_WORDS: &str = concat!(
    found!("p.document @@ (SELECT search_query($2))"),
    " ORDER BY ts_rank(p.document, (SELECT search_query($2))) DESC, p.id LIMIT 20"
);

impl Candidate {
    /// What fits a number or words.
    pub fn find(conn: &mut PgConnection, shop: ShopId, asked: &str) -> QueryResult<Vec<Self>> {
        match Gtin::parse(asked) {
            Ok(gtin) => diesel::sql_query(BY_GTIN).bind::<BigInt, _>(shop).bind::<Text, _>(gtin).load(conn),
            Err(_) => diesel::sql_query(BY_WORDS).bind::<BigInt, _>(shop).bind::<Text, _>(asked).load(conn),
        }
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
