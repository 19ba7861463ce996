//! A list of favourites.

use diesel::prelude::*;

use crate::db::Tx;
use crate::kernel::{FavoriteListId, Token, UserId};
use crate::schema::{favorite_lists as lists, favorites};

/// A list.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = lists, check_for_backend(diesel::pg::Pg))]
pub struct FavoriteList {
    /// Its id.
    pub id: FavoriteListId,
    /// Its name; empty for the list that the first heart made.
    pub name: String,
    /// Hearts go here.
    pub is_default: bool,
    /// Its owner wants letters about prices and stock.
    pub notify: bool,
    /// The hash of the secret that opens it; none while it is not shared.
    pub token_hash: Option<Vec<u8>>,
    /// How often the secret was made.
    pub share_round: i32,
}

impl FavoriteList {
    /// A person's lists with how much is in each, the default one first.
    pub fn all(conn: &mut PgConnection, user: UserId) -> QueryResult<Vec<(Self, i64)>> {
        let counted = lists::table.left_join(favorites::table.on(favorites::list_id.eq(lists::id)));
        counted
            .filter(lists::user_id.eq(user))
            .group_by(lists::id)
            .select((Self::as_select(), diesel::dsl::count(favorites::product_id.nullable())))
            .order((lists::is_default.desc(), lists::name, lists::id))
            .load(conn)
    }

    /// A person's own list; somebody else's is not found.
    pub fn own(conn: &mut PgConnection, user: UserId, id: FavoriteListId) -> QueryResult<Self> {
        lists::table.find(id).filter(lists::user_id.eq(user)).select(Self::as_select()).first(conn)
    }

    /// The list that a secret link opens, with how much is in it.
    pub fn shared(conn: &mut PgConnection, token: &str) -> QueryResult<(Self, i64)> {
        let counted = lists::table.left_join(favorites::table.on(favorites::list_id.eq(lists::id)));
        counted
            .filter(lists::token_hash.eq(Token::hash_of(token)))
            .group_by(lists::id)
            .select((Self::as_select(), diesel::dsl::count(favorites::product_id.nullable())))
            .first(conn)
    }

    /// The list where hearts go, made if need be; locked either way.
    pub fn open_default(tx: &mut Tx<'_>, user: UserId) -> QueryResult<FavoriteListId> {
        diesel::insert_into(lists::table)
            .values((lists::user_id.eq(user), lists::is_default.eq(true)))
            .on_conflict(lists::user_id)
            .filter_target(lists::is_default)
            .do_update()
            .set(lists::is_default.eq(true))
            .returning(lists::id)
            .get_result(&mut **tx)
    }
}
