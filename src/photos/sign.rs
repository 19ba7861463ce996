//! A shop's sign: hung up when its size is made, so that no page shows a hole.

use diesel::prelude::*;

use super::add::insert;
use super::job::DropPhoto;
use super::{Photo, PhotoState, Taken};
use crate::db::Tx;
use crate::jobs;
use crate::kernel::{PhotoId, ShopId};
use crate::schema::{photos, shops};

/// Takes a file in as a shop's next sign.
pub fn add_sign(tx: &mut Tx<'_>, shop: ShopId, file: &Taken) -> QueryResult<()> {
    let before = photos::table.filter(photos::shop_id.eq(shop)).filter(photos::product_id.is_null());
    diesel::delete(before.filter(photos::state.eq(PhotoState::Refused))).execute(&mut **tx)?;
    insert(tx, None, shop, 0, file, file.refusal)
}

/// The sign that is being made, or that could not be.
pub fn waiting_sign(conn: &mut PgConnection, shop: ShopId) -> QueryResult<Option<Photo>> {
    let signs = photos::table.filter(photos::shop_id.eq(shop)).filter(photos::product_id.is_null());
    let waiting = signs.filter(photos::state.ne(PhotoState::Ready)).order(photos::created_at.desc());
    waiting.select(Photo::as_select()).first(conn).optional()
}

/// Takes a shop's sign down, with whatever was to become one.
pub fn drop_signs(tx: &mut Tx<'_>, shop: ShopId) -> QueryResult<()> {
    diesel::update(shops::table.find(shop)).set(shops::logo_id.eq(None::<PhotoId>)).execute(&mut **tx)?;
    let all = photos::table.filter(photos::shop_id.eq(shop)).filter(photos::product_id.is_null());
    let gone: Vec<PhotoId> = diesel::delete(all).returning(photos::id).get_results(&mut **tx)?;
    gone.into_iter().try_for_each(|photo| jobs::enqueue(tx, &DropPhoto { photo, product: None }))
}

/// Hangs the sign up and clears the former ones away.
pub(super) fn hang(tx: &mut Tx<'_>, shop: ShopId, sign: PhotoId) -> QueryResult<()> {
    diesel::update(shops::table.find(shop)).set(shops::logo_id.eq(sign)).execute(&mut **tx)?;
    let others = photos::table.filter(photos::shop_id.eq(shop)).filter(photos::product_id.is_null()).filter(photos::id.ne(sign));
    let former = others.filter(photos::state.ne(PhotoState::Processing));
    let gone: Vec<PhotoId> = diesel::delete(former).returning(photos::id).get_results(&mut **tx)?;
    gone.into_iter().try_for_each(|photo| jobs::enqueue(tx, &DropPhoto { photo, product: None }))
}
