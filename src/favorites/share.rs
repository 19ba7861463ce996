//! Secret links to lists. The link is derived from the site's secret and the round of sharing; the table keeps only its hash.

use diesel::prelude::*;

use super::FavoriteList;
use crate::db::Tx;
use crate::kernel::{FavoriteListId, Token, UserId, seal};
use crate::schema::favorite_lists as lists;

/// The secret of a list's round of sharing.
fn token(secret: &str, list: FavoriteListId, round: i32) -> String {
    seal(secret, "favorites shared", &format!("{list}.{round}"))
}

/// Shares a list by a link that never was before; an older one opens nothing any more.
pub fn share(tx: &mut Tx<'_>, user: UserId, id: FavoriteListId, secret: &str) -> QueryResult<()> {
    let own = lists::table.find(id).filter(lists::user_id.eq(user));
    let round: i32 =
        diesel::update(own).set(lists::share_round.eq(lists::share_round + 1)).returning(lists::share_round).get_result(&mut **tx)?;
    let hash = Token::hash_of(&token(secret, id, round));
    diesel::update(lists::table.find(id)).set(lists::token_hash.eq(Some(hash))).execute(&mut **tx).map(drop)
}

/// Ends the sharing: the link opens nothing any more.
pub fn unshare(tx: &mut Tx<'_>, user: UserId, id: FavoriteListId) -> QueryResult<()> {
    let own = lists::table.find(id).filter(lists::user_id.eq(user));
    diesel::update(own).set(lists::token_hash.eq(None::<Vec<u8>>)).returning(lists::id).get_result::<FavoriteListId>(&mut **tx).map(drop)
}

impl FavoriteList {
    /// The path of its secret link; none while it is not shared, or when the site's secret is another since.
    pub fn shared_path(&self, secret: &str) -> Option<String> {
        let token = token(secret, self.id, self.share_round);
        (self.token_hash.as_ref() == Some(&Token::hash_of(&token))).then(|| format!("/favorites/shared/{token}"))
    }
}
