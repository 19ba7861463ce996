//! A file that was taken becomes a photo of a product, or a shop's sign.

use diesel::prelude::*;

use super::job::ProcessPhoto;
use super::{PhotoState, Refusal, Taken};
use crate::db::Tx;
use crate::jobs;
use crate::kernel::{PhotoId, ProductId, ShopId};
use crate::schema::photos;

/// No product has more photos.
pub const MOST: usize = 10;

/// A row to write.
#[derive(Debug, Insertable)]
#[diesel(table_name = photos)]
struct NewPhoto<'a> {
    id: PhotoId,
    product_id: Option<ProductId>,
    shop_id: ShopId,
    position: i32,
    state: PhotoState,
    file_name: &'a str,
    bytes: i64,
    refusal: Option<Refusal>,
}

/// What became of files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Added {
    /// So many are photos now, or will be.
    pub accepted: usize,
    /// The others: their tile, their name, what is wrong.
    pub refused: Vec<(PhotoId, String, Refusal)>,
}

/// Puts files at the end of a product's gallery; those beyond the tenth are refused.
/// Tiles of files that were refused before make room.
pub fn add(tx: &mut Tx<'_>, product: ProductId, shop: ShopId, files: &[Taken]) -> QueryResult<Added> {
    let of_product = photos::table.filter(photos::product_id.eq(product));
    diesel::delete(of_product.filter(photos::state.eq(PhotoState::Refused))).execute(&mut **tx)?;
    let positions: Vec<i32> = of_product.select(photos::position).order(photos::position).load(&mut **tx)?;
    let (mut position, mut added) = (positions.last().map_or(0, |last| last + 1), Added::default());
    for file in files {
        let full = positions.len() + added.accepted >= MOST;
        let refusal = file.refusal.or(full.then_some(Refusal::TooMany));
        insert(tx, Some(product), shop, position, file, refusal)?;
        position += 1;
        match refusal {
            Some(refusal) => added.refused.push((file.id, file.name.clone(), refusal)),
            None => added.accepted += 1,
        }
    }
    Ok(added)
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    product: Option<ProductId>,
    shop: ShopId,
    position: i32,
    file: &Taken,
    refusal: Option<Refusal>,
) -> QueryResult<()> {
    let row = NewPhoto {
        id: file.id,
        product_id: product,
        shop_id: shop,
        position,
        state: if refusal.is_some() { PhotoState::Refused } else { PhotoState::Processing },
        file_name: &file.name,
        bytes: file.bytes,
        refusal,
    };
    diesel::insert_into(photos::table).values(row).execute(&mut **tx)?;
    match file.refusal {
        Some(_) => Ok(()),
        // also for one file too many: the job finds it refused and clears its file away
        None => jobs::enqueue(tx, &ProcessPhoto { photo: file.id }),
    }
}
