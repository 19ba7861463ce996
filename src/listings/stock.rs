//! Stock: taken by conditional updates in the order of ids, so that two checkouts can neither oversell nor deadlock.

use diesel::prelude::*;

use super::ListingState;
use crate::db::Tx;
use crate::kernel::{ListingId, ShopId};
use crate::schema::{listings, shops, stocks};
use crate::shops::ShopState;

/// What can be had of a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = stocks, check_for_backend(diesel::pg::Pg))]
pub struct Stock {
    /// Which.
    pub listing_id: ListingId,
    /// Pieces on the shelf, ordered ones included.
    pub on_hand: i32,
    /// Pieces that somebody has ordered.
    pub reserved: i32,
}

/// Why pieces of a listing cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortage {
    /// There are not so many.
    TooFew(ListingId),
    /// Nobody sells it now.
    OffSale(ListingId),
}

impl Stock {
    /// Pieces that can still be ordered.
    pub const fn available(&self) -> i32 {
        self.on_hand - self.reserved
    }

    /// The stock of these listings.
    pub fn of(conn: &mut PgConnection, listings: &[ListingId]) -> QueryResult<Vec<Self>> {
        stocks::table.filter(stocks::listing_id.eq_any(listings)).select(Self::as_select()).load(conn)
    }

    /// The second of the named locks (cart, stock, listing, order, payment), taken in the order of ids.
    pub fn lock(tx: &mut Tx<'_>, listings: &[ListingId]) -> QueryResult<()> {
        let rows = stocks::table.filter(stocks::listing_id.eq_any(listings)).order(stocks::listing_id);
        rows.select(stocks::listing_id).for_no_key_update().load::<ListingId>(&mut **tx).map(drop)
    }

    /// The same for a shop's own listings: others are not held up by whoever sends their ids.
    pub fn lock_own(tx: &mut Tx<'_>, shop: ShopId, ids: &[ListingId]) -> QueryResult<()> {
        let own = listings::table.filter(listings::id.eq_any(ids)).filter(listings::shop_id.eq(shop)).select(listings::id);
        let rows = stocks::table.filter(stocks::listing_id.eq_any(own)).order(stocks::listing_id);
        rows.select(stocks::listing_id).for_no_key_update().load::<ListingId>(&mut **tx).map(drop)
    }

    /// Those of these listings that can be bought: on sale, in an open shop.
    pub fn on_sale(conn: &mut PgConnection, ids: &[ListingId]) -> QueryResult<Vec<ListingId>> {
        let shown = listings::table.inner_join(shops::table).filter(listings::id.eq_any(ids)).filter(shops::state.eq(ShopState::Open));
        shown.filter(listings::state.eq(ListingState::Active)).select(listings::id).load(conn)
    }

    /// Reserves pieces of many listings, all or (by rolling back) none; the first one that falls short is told. The caller holds their stock, so that
    /// no seller takes them off sale meanwhile.
    pub fn reserve(tx: &mut Tx<'_>, wanted: &[(ListingId, i32)]) -> QueryResult<Result<(), Shortage>> {
        let ids: Vec<ListingId> = wanted.iter().map(|(listing, _)| *listing).collect();
        let on_sale = if ids.is_empty() { Vec::new() } else { Self::on_sale(tx, &ids)? };
        for (listing, quantity) in ascending(wanted) {
            if !on_sale.contains(&listing) {
                return Ok(Err(Shortage::OffSale(listing)));
            }
            let enough = stocks::table.find(listing).filter((stocks::on_hand - stocks::reserved).ge(quantity));
            let taken = diesel::update(enough).set(stocks::reserved.eq(stocks::reserved + quantity)).execute(&mut **tx)?;
            if taken == 0 {
                return Ok(Err(Shortage::TooFew(listing)));
            }
        }
        Ok(Ok(()))
    }

    /// Gives reserved pieces back to the shelf.
    pub fn release(tx: &mut Tx<'_>, reserved: &[(ListingId, i32)]) -> QueryResult<()> {
        for (listing, quantity) in ascending(reserved) {
            diesel::update(stocks::table.find(listing)).set(stocks::reserved.eq(stocks::reserved - quantity)).execute(&mut **tx)?;
        }
        Ok(())
    }

    /// Reserved pieces leave the shop for good.
    pub fn ship(tx: &mut Tx<'_>, reserved: &[(ListingId, i32)]) -> QueryResult<()> {
        for (listing, quantity) in ascending(reserved) {
            let less = (stocks::reserved.eq(stocks::reserved - quantity), stocks::on_hand.eq(stocks::on_hand - quantity));
            diesel::update(stocks::table.find(listing)).set(less).execute(&mut **tx)?;
        }
        Ok(())
    }
}

fn ascending(pieces: &[(ListingId, i32)]) -> Vec<(ListingId, i32)> {
    let mut pieces = pieces.to_vec();
    pieces.sort_unstable_by_key(|(listing, _)| *listing);
    pieces
}
