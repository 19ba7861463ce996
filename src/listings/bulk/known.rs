//! What a shop has already of what a price list names.

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Integer, Nullable, Text};

use super::super::ListingState;
use crate::kernel::{CategoryId, Gtin, ListingId, Money, ProductId, ShopId};

/// A listing of the shop, as a row of a price list finds it.
#[derive(Debug, Clone, QueryableByName)]
pub struct Known {
    /// Which.
    #[diesel(sql_type = BigInt)]
    pub id: ListingId,
    /// Its card.
    #[diesel(sql_type = BigInt)]
    pub product: ProductId,
    /// Its title.
    #[diesel(sql_type = Text)]
    pub title: String,
    /// The shop's own number of it.
    #[diesel(sql_type = Nullable<Text>)]
    pub sku: Option<String>,
    /// Its state.
    #[diesel(sql_type = Text)]
    pub state: ListingState,
    /// Its price.
    #[diesel(sql_type = BigInt)]
    pub price: Money,
    /// Pieces on the shelf.
    #[diesel(sql_type = Integer)]
    pub on_hand: i32,
    /// Pieces that somebody has ordered.
    #[diesel(sql_type = Integer)]
    pub reserved: i32,
    /// Whether the card waits for a photo of the shop: it is its own, has none and will have none.
    #[diesel(sql_type = Bool)]
    pub wants_photos: bool,
}

/// A shared card.
#[derive(Debug, Clone, QueryableByName)]
pub struct SharedCard {
    /// Which.
    #[diesel(sql_type = BigInt)]
    pub product: ProductId,
    /// Where it stands.
    #[diesel(sql_type = Integer)]
    pub category: CategoryId,
    /// Its number.
    #[diesel(sql_type = Text)]
    pub gtin: String,
}

/// The shop's listings with these numbers of its own, on the shared cards with these numbers, or with these titles; and those cards.
pub fn known(
    conn: &mut PgConnection,
    shop: ShopId,
    skus: &[&str],
    gtins: &[&Gtin],
    titles: &[&str],
) -> QueryResult<(Vec<Known>, Vec<SharedCard>)> {
    let cards: Vec<SharedCard> = diesel::sql_query(
        "SELECT id AS product, category_id AS category, gtin FROM products WHERE gtin = ANY($1) AND owner_shop_id IS NULL AND merged_into IS NULL",
    )
    .bind::<Array<Text>, _>(gtins)
    .load(conn)?;
    let listings = diesel::sql_query(
        "SELECT l.id, l.product_id AS product, p.title, l.sku, l.state, l.price, s.on_hand, s.reserved,
                p.owner_shop_id IS NOT DISTINCT FROM $1
                    AND NOT EXISTS (SELECT FROM photos f WHERE f.product_id = p.id AND f.state <> 'refused') AS wants_photos
         FROM (SELECT id FROM listings WHERE shop_id = $1 AND sku = ANY($2)
               UNION SELECT id FROM listings WHERE shop_id = $1 AND product_id = ANY($3)
               UNION SELECT o.id FROM products c JOIN listings o ON o.product_id = c.id AND o.shop_id = $1 WHERE c.owner_shop_id = $1 AND c.title = ANY($4)
               UNION SELECT o.id FROM products c JOIN listings o ON o.product_id = c.id AND o.shop_id = $1 WHERE c.owner_shop_id IS NULL AND c.title = ANY($4)) f
         JOIN listings l USING (id) JOIN products p ON p.id = l.product_id JOIN stocks s ON s.listing_id = l.id ORDER BY l.id",
    )
    .bind::<BigInt, _>(shop)
    .bind::<Array<Text>, _>(skus)
    .bind::<Array<BigInt>, _>(cards.iter().map(|card| card.product).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(titles);
    Ok((listings.load(conn)?, cards))
}
