//! A listing as lists show it.

use diesel::prelude::*;

use super::{Condition, PhotoRef};
use crate::i18n::Names;
use crate::kernel::{CityId, ListingId, Money, PhotoId, ProductId};
use crate::schema::{listings, products};

/// The card of a grid: photo, price, title, place.
#[derive(Debug, Clone)]
pub struct ListingCard {
    /// The card's product: where the link leads.
    pub product_id: ProductId,
    /// Its address words.
    pub slug: String,
    /// The offer that the button puts into the cart.
    pub listing_id: ListingId,
    /// The title.
    pub title: String,
    /// The price.
    pub price: Money,
    /// The cover.
    pub photo: Option<PhotoRef>,
    /// Where it is sold; its name comes from the shelf.
    pub city_id: CityId,
    /// The town's name.
    pub city: Names,
    /// When it can be had, in words.
    pub when: Option<String>,
    /// Pieces in the viewer's cart already.
    pub in_cart: i64,
    /// Second-hand.
    pub used: bool,
    /// The viewer set a heart.
    pub favorite: bool,
    /// Stands in the viewer's comparison.
    pub compared: bool,
}

/// One row of the query behind cards.
pub type CardRow = (ListingId, ProductId, String, String, Money, Option<PhotoId>, CityId, Condition);

impl ListingCard {
    /// The columns of [`CardRow`], for queries over `listings` joined with `products`.
    pub const COLUMNS: (
        listings::id,
        listings::product_id,
        products::title,
        products::slug,
        listings::price,
        products::cover_id,
        listings::city_id,
        listings::condition,
    ) = (
        listings::id,
        listings::product_id,
        products::title,
        products::slug,
        listings::price,
        products::cover_id,
        listings::city_id,
        listings::condition,
    );

    /// A card of its row and the town's name.
    pub fn of(row: CardRow, city: Names) -> Self {
        let (listing_id, product_id, title, slug, price, cover, city_id, condition) = row;
        let photo = cover.map(PhotoRef::ready);
        Self {
            product_id,
            slug,
            listing_id,
            title,
            price,
            photo,
            city_id,
            city,
            when: None,
            in_cart: 0,
            used: condition == Condition::Used,
            favorite: false,
            compared: false,
        }
    }

    /// The rows of these listings, whatever their state, in the order of the ids given.
    pub fn rows(conn: &mut PgConnection, ids: &[ListingId]) -> QueryResult<Vec<CardRow>> {
        let found = listings::table.inner_join(products::table).filter(listings::id.eq_any(ids));
        let mut rows: Vec<CardRow> = found.select(Self::COLUMNS).load(conn)?;
        rows.sort_by_key(|row| ids.iter().position(|id| *id == row.0));
        Ok(rows)
    }
}
