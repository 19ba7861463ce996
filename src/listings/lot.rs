//! A shop's listings as its table shows them.

use std::collections::HashMap;

use diesel::prelude::*;

use super::ListingState;
use crate::db::{Keyed, cut_page};
use crate::kernel::{ListingId, Money, PhotoId, ProductId, ShopId};
use crate::photos::PhotoRef;
use crate::schema::{listing_views, listings, products, stocks};

/// Rows of a page.
pub const PAGE: usize = 20;

/// One row.
#[derive(Debug, Clone, Queryable)]
pub struct Lot {
    /// The listing.
    pub id: ListingId,
    /// Its card.
    pub product: ProductId,
    /// Its title; empty on a fresh draft.
    pub title: String,
    /// Its address words.
    pub slug: String,
    cover: Option<PhotoId>,
    /// The shop's own number of the thing.
    pub sku: Option<String>,
    /// Its state.
    pub state: ListingState,
    /// Its price; zero until it is said.
    pub price: Money,
    /// Pieces on the shelf.
    pub on_hand: i32,
    /// Pieces that somebody has ordered.
    pub reserved: i32,
    /// How often it was looked at.
    pub views: Option<i64>,
}

/// Which rows are asked for.
#[derive(Debug, Clone, Default)]
pub struct LotQuery {
    /// Only this state; none: everything but the archive.
    pub state: Option<ListingState>,
    /// Words of the title.
    pub words: String,
    /// Below this id: where the page before ended.
    pub after: Option<i64>,
}

#[rustfmt::skip]
type Columns = (
    listings::id, listings::product_id, products::title, products::slug, products::cover_id, listings::sku, listings::state, listings::price,
    stocks::on_hand, stocks::reserved, diesel::dsl::Nullable<listing_views::views>,
);

#[rustfmt::skip]
fn columns() -> Columns {
    (
        listings::id, listings::product_id, products::title, products::slug, products::cover_id, listings::sku, listings::state, listings::price,
        stocks::on_hand, stocks::reserved, listing_views::views.nullable(),
    )
}

impl Lot {
    /// One page, newest first.
    pub fn page(conn: &mut PgConnection, shop: ShopId, query: &LotQuery) -> QueryResult<Keyed<Self>> {
        let joined = listings::table.inner_join(products::table).inner_join(stocks::table).left_join(listing_views::table);
        let mut found = joined.filter(listings::shop_id.eq(shop)).select(columns()).into_boxed();
        found = match query.state {
            Some(state) => found.filter(listings::state.eq(state)),
            None => found.filter(listings::state.ne(ListingState::Archived)),
        };
        if !query.words.is_empty() {
            found = found.filter(products::title.ilike(format!("%{}%", escaped(&query.words))));
        }
        if let Some(after) = query.after {
            found = found.filter(listings::id.lt(ListingId(after)));
        }
        let rows = found.order(listings::id.desc()).limit(PAGE as i64 + 1).load(conn)?;
        Ok(cut_page(rows, PAGE, |lot: &Self| lot.id.0))
    }

    /// These rows of a shop, newest first; others' are not among them.
    pub fn these(conn: &mut PgConnection, shop: ShopId, ids: &[ListingId]) -> QueryResult<Vec<Self>> {
        let joined = listings::table.inner_join(products::table).inner_join(stocks::table).left_join(listing_views::table);
        let own = joined.filter(listings::shop_id.eq(shop)).filter(listings::id.eq_any(ids));
        own.select(columns()).order(listings::id.desc()).load(conn)
    }

    /// Listings on sale of which little or nothing is left, the emptiest first.
    pub fn running_out(conn: &mut PgConnection, shop: ShopId) -> QueryResult<Vec<Self>> {
        let joined = listings::table.inner_join(products::table).inner_join(stocks::table).left_join(listing_views::table);
        let on_sale = joined.filter(listings::shop_id.eq(shop)).filter(listings::state.eq(ListingState::Active));
        let left = stocks::on_hand - stocks::reserved;
        on_sale.filter(left.le(2)).select(columns()).order((left.asc(), listings::id.desc())).limit(4).load(conn)
    }

    /// The cover, small.
    pub fn photo(&self) -> Option<PhotoRef> {
        self.cover.map(PhotoRef::ready)
    }

    /// Sold out, though on sale.
    pub fn is_sold_out(&self) -> bool {
        self.state == ListingState::Active && self.left() <= 0
    }

    /// Pieces that can still be ordered.
    pub fn left(&self) -> i32 {
        self.on_hand - self.reserved
    }

    /// Whether price and stock can be changed in place.
    pub fn is_editable(&self) -> bool {
        !matches!(self.state, ListingState::Archived | ListingState::Removed)
    }

    /// Whether it has to keep a price.
    pub fn is_public(&self) -> bool {
        self.is_editable() && !matches!(self.state, ListingState::Draft | ListingState::Rejected)
    }
}

/// How many listings a shop has in each state.
pub fn counts(conn: &mut PgConnection, shop: ShopId) -> QueryResult<HashMap<ListingState, i64>> {
    let by_state = listings::table.filter(listings::shop_id.eq(shop)).group_by(listings::state);
    Ok(by_state.select((listings::state, diesel::dsl::count_star())).load(conn)?.into_iter().collect())
}

/// Text that LIKE takes as it stands.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
