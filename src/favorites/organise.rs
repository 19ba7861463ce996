//! Keeps lists in order: makes, renames, deletes them, moves what stands in them.

use diesel::prelude::*;

use super::{FavoriteList, ListInput};
use crate::db::Tx;
use crate::kernel::{FavoriteListId, ProductId, UserId};
use crate::schema::{favorite_lists as lists, favorites};

/// So many lists a person has at most.
pub const MOST_LISTS: i64 = 20;

/// Makes a list; nothing when there are too many already. The first one is where hearts go.
pub fn create(tx: &mut Tx<'_>, user: UserId, input: &ListInput) -> QueryResult<Option<FavoriteListId>> {
    // also locks: of two who come at once, the second counts the first one's list
    FavoriteList::open_default(tx, user)?;
    if lists::table.filter(lists::user_id.eq(user)).count().get_result::<i64>(&mut **tx)? >= MOST_LISTS {
        return Ok(None);
    }
    diesel::insert_into(lists::table)
        .values((lists::user_id.eq(user), lists::name.eq(&input.name), lists::notify.eq(input.notify)))
        .returning(lists::id)
        .get_result(&mut **tx)
        .map(Some)
}

/// Writes name and wish for letters anew; somebody else's list is not found.
pub fn save(tx: &mut Tx<'_>, user: UserId, id: FavoriteListId, input: &ListInput) -> QueryResult<()> {
    let own = lists::table.find(id).filter(lists::user_id.eq(user));
    let changes = (lists::name.eq(&input.name), lists::notify.eq(input.notify));
    diesel::update(own).set(changes).returning(lists::id).get_result::<FavoriteListId>(&mut **tx).map(drop)
}

/// Lets hearts go to this list from now on.
pub fn make_default(tx: &mut Tx<'_>, user: UserId, id: FavoriteListId) -> QueryResult<()> {
    let id = FavoriteList::own(tx, user, id)?.id;
    let before = FavoriteList::open_default(tx, user)?;
    diesel::update(lists::table.find(before)).set(lists::is_default.eq(false)).execute(&mut **tx)?;
    diesel::update(lists::table.find(id)).set(lists::is_default.eq(true)).execute(&mut **tx).map(drop)
}

/// Deletes a list; what stands in it goes to the default list or goes too. The default list itself stays.
pub fn delete(tx: &mut Tx<'_>, user: UserId, id: FavoriteListId, keep: bool) -> QueryResult<()> {
    let list = FavoriteList::own(tx, user, id)?;
    let default = FavoriteList::open_default(tx, user)?;
    if list.id == default {
        return Ok(());
    }
    if keep {
        let inside = favorites::table.filter(favorites::list_id.eq(id));
        diesel::update(inside).set(favorites::list_id.eq(default)).execute(&mut **tx)?;
    }
    diesel::delete(lists::table.find(id)).execute(&mut **tx).map(drop)
}

/// Moves products from one own list to another; tells how many.
pub fn move_to(tx: &mut Tx<'_>, user: UserId, (from, to): (FavoriteListId, FavoriteListId), products: &[ProductId]) -> QueryResult<usize> {
    let to = FavoriteList::own(tx, user, to)?.id;
    let inside = favorites::table.filter(favorites::user_id.eq(user)).filter(favorites::list_id.eq(from));
    diesel::update(inside.filter(favorites::product_id.eq_any(products))).set(favorites::list_id.eq(to)).execute(&mut **tx)
}

/// Takes products out of an own list; tells how many.
pub fn drop_from(tx: &mut Tx<'_>, user: UserId, list: FavoriteListId, products: &[ProductId]) -> QueryResult<usize> {
    let inside = favorites::table.filter(favorites::user_id.eq(user)).filter(favorites::list_id.eq(list));
    diesel::delete(inside.filter(favorites::product_id.eq_any(products))).execute(&mut **tx)
}
