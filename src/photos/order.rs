//! The seller's hand on a gallery: left, right, first, away.

use diesel::prelude::*;

use super::job::DropPhoto;
use super::{Photo, PhotoState};
use crate::db::Tx;
use crate::jobs;
use crate::kernel::{PhotoId, ProductId};
use crate::schema::{photos, products};

/// Where a photo goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoMove {
    /// One place to the front.
    Left,
    /// One place to the back.
    Right,
    /// To the very front: it becomes the cover.
    First,
}

/// Moves a photo within its product's gallery; one that is not there is left alone.
pub fn arrange(tx: &mut Tx<'_>, product: ProductId, photo: PhotoId, to: PhotoMove) -> QueryResult<()> {
    let mut gallery = gallery(tx, product)?;
    let Some(at) = gallery.iter().position(|id| *id == photo) else { return Ok(()) };
    match to {
        PhotoMove::Left if at > 0 => gallery.swap(at, at - 1),
        PhotoMove::Right if at + 1 < gallery.len() => gallery.swap(at, at + 1),
        PhotoMove::First => gallery[..=at].rotate_right(1),
        PhotoMove::Left | PhotoMove::Right => {}
    }
    for (position, id) in (0..).zip(gallery) {
        diesel::update(photos::table.find(id)).set(photos::position.eq(position)).execute(&mut **tx)?;
    }
    set_cover(tx, product)
}

/// Takes a photo, or the tile of a refused file, away.
pub fn remove(tx: &mut Tx<'_>, product: ProductId, photo: PhotoId) -> QueryResult<()> {
    let gone = diesel::delete(photos::table.find(photo).filter(photos::product_id.eq(product))).execute(&mut **tx)?;
    if gone > 0 {
        jobs::enqueue(tx, &DropPhoto { photo, product: Some(product) })?;
    }
    set_cover(tx, product)
}

/// Before a product goes: its photos' files go with it.
pub fn drop_of_product(tx: &mut Tx<'_>, product: ProductId) -> QueryResult<()> {
    let all: Vec<PhotoId> = photos::table.filter(photos::product_id.eq(product)).select(photos::id).load(&mut **tx)?;
    all.into_iter().try_for_each(|photo| jobs::enqueue(tx, &DropPhoto { photo, product: Some(product) }))
}

/// The cover is the first photo that is ready.
pub(super) fn set_cover(tx: &mut Tx<'_>, product: ProductId) -> QueryResult<()> {
    let first: Option<PhotoId> = Photo::of_product(tx, product)?.into_iter().find(|p| p.state == PhotoState::Ready).map(|p| p.id);
    diesel::update(products::table.find(product)).set(products::cover_id.eq(first)).execute(&mut **tx).map(drop)
}

/// The gallery's ids in order, locked so that two hands do not mix them.
fn gallery(tx: &mut Tx<'_>, product: ProductId) -> QueryResult<Vec<PhotoId>> {
    products::table.find(product).select(products::id).for_update().first::<ProductId>(&mut **tx)?;
    let all = Photo::of_product(tx, product)?;
    Ok(all.into_iter().filter(|photo| photo.state != PhotoState::Refused).map(|photo| photo.id).collect())
}
