//! Sets a heart, takes it away. Setting it again does nothing.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::FavoriteList;
use crate::db::Tx;
use crate::kernel::{ProductId, UserId};
use crate::listings::ListingState;
use crate::schema::{favorites, listings};

/// So many favourites a person has at most.
pub const MOST: i64 = 500;

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It has a heart now, or had one already.
    In,
    /// There are too many already.
    Full,
    /// It never was on sale, or staff took it off.
    Unknown,
}

/// Puts a product into the list where hearts go.
pub fn add(tx: &mut Tx<'_>, user: UserId, product: ProductId) -> QueryResult<Added> {
    let shown = listings::table
        .filter(listings::product_id.eq(product))
        .filter(listings::published_at.is_not_null())
        .filter(listings::state.ne(ListingState::Removed));
    if !diesel::select(diesel::dsl::exists(shown)).get_result::<bool>(&mut **tx)? {
        return Ok(Added::Unknown);
    }
    let list = FavoriteList::open_default(tx, user)?;
    let known = favorites::table.find((user, product));
    if diesel::select(diesel::dsl::exists(known)).get_result::<bool>(&mut **tx)? {
        return Ok(Added::In);
    }
    // the default list's row is locked: nobody sets a heart of this person meanwhile
    if favorites::table.filter(favorites::user_id.eq(user)).count().get_result::<i64>(&mut **tx)? >= MOST {
        return Ok(Added::Full);
    }
    diesel::sql_query(
        "INSERT INTO favorites (user_id, product_id, list_id, price_then, price_told, available)
         SELECT $1, $2, $3, price, price, price IS NOT NULL FROM best_price($2) AS price ON CONFLICT DO NOTHING",
    )
    .bind::<BigInt, _>(user)
    .bind::<BigInt, _>(product)
    .bind::<BigInt, _>(list)
    .execute(&mut **tx)?;
    Ok(Added::In)
}

/// Takes the heart away; whether there was one.
pub fn remove(tx: &mut Tx<'_>, user: UserId, product: ProductId) -> QueryResult<bool> {
    Ok(diesel::delete(favorites::table.find((user, product))).execute(&mut **tx)? > 0)
}
