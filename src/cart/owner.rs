//! A cart: of a user, or of a guest who is known by the hash of a random cookie.

use diesel::prelude::*;
use diesel::upsert::excluded;

use crate::db::Tx;
use crate::kernel::{CartId, ListingId, TokenHash, UserId, now};
use crate::schema::{cart_items, carts};

/// Different goods that one cart holds at most.
pub const MOST_LINES: i64 = 100;
/// Pieces of one listing that one cart holds at most.
pub const MOST_PIECES: i32 = 999;

/// Whose cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// A person with an account.
    User(UserId),
    /// Whoever brings the cookie with this hash.
    Guest(TokenHash),
}

/// A cart, found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cart {
    /// Its id.
    pub id: CartId,
}

impl Cart {
    /// The owner's cart, if there is one.
    pub fn find(conn: &mut PgConnection, owner: &Owner) -> QueryResult<Option<Self>> {
        let id = match owner {
            Owner::User(user) => carts::table.filter(carts::user_id.eq(*user)).select(carts::id).first(conn),
            Owner::Guest(hash) => carts::table.filter(carts::token_hash.eq(hash)).select(carts::id).first(conn),
        };
        Ok(id.optional()?.map(|id| Self { id }))
    }

    /// The first of the named locks (cart, stock, listing, order, payment): nobody else changes this cart until the transaction ends.
    pub fn lock(tx: &mut Tx<'_>, owner: &Owner) -> QueryResult<Option<Self>> {
        let id = match owner {
            Owner::User(user) => carts::table.filter(carts::user_id.eq(*user)).select(carts::id).for_update().first(&mut **tx),
            Owner::Guest(hash) => carts::table.filter(carts::token_hash.eq(hash)).select(carts::id).for_update().first(&mut **tx),
        };
        Ok(id.optional()?.map(|id| Self { id }))
    }

    /// The owner's cart, made if need be; locked either way.
    pub fn open(tx: &mut Tx<'_>, owner: &Owner) -> QueryResult<Self> {
        let touched = carts::updated_at.eq(excluded(carts::updated_at));
        let insert = diesel::insert_into(carts::table);
        let id = match owner {
            Owner::User(user) => insert
                .values((carts::user_id.eq(*user), carts::updated_at.eq(now())))
                .on_conflict(carts::user_id)
                .do_update()
                .set(touched)
                .returning(carts::id)
                .get_result(&mut **tx)?,
            Owner::Guest(hash) => insert
                .values((carts::token_hash.eq(hash), carts::updated_at.eq(now())))
                .on_conflict(carts::token_hash)
                .do_update()
                .set(touched)
                .returning(carts::id)
                .get_result(&mut **tx)?,
        };
        Ok(Self { id })
    }

    /// How many different goods lie in it.
    pub fn lines(self, conn: &mut PgConnection) -> QueryResult<i64> {
        cart_items::table.filter(cart_items::cart_id.eq(self.id)).count().get_result(conn)
    }

    /// What lies in it.
    pub fn listings(self, conn: &mut PgConnection) -> QueryResult<Vec<ListingId>> {
        cart_items::table.filter(cart_items::cart_id.eq(self.id)).select(cart_items::listing_id).load(conn)
    }
}
