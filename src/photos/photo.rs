//! A photo's row.

use diesel::prelude::*;

use super::{PhotoRef, Refusal};
use crate::kernel::{PhotoId, ProductId, ShopId, text_enum};
use crate::schema::photos;

text_enum! {
    /// How far a photo is.
    pub enum PhotoState {
        /// Uploaded; its sizes are being made.
        Processing = "processing",
        /// Its sizes are made.
        Ready = "ready",
        /// It cannot be shown; its refusal says why.
        Refused = "refused",
    }
}

/// A photo.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = photos, check_for_backend(diesel::pg::Pg))]
pub struct Photo {
    /// Its id; its files are named after it.
    pub id: PhotoId,
    /// Whose photo; none for a shop's sign.
    pub product_id: Option<ProductId>,
    /// Who uploaded it.
    pub shop_id: ShopId,
    /// Its place in the gallery, from 0.
    pub position: i32,
    /// How far it is.
    pub state: PhotoState,
    /// What the file was called.
    pub file_name: String,
    /// How big the file was.
    pub bytes: i64,
    /// Width in pixels, as people see it.
    pub width: i32,
    /// Height in pixels, as people see it.
    pub height: i32,
    /// Why it cannot be shown.
    pub refusal: Option<Refusal>,
}

impl Photo {
    /// One photo.
    pub fn find(conn: &mut PgConnection, id: PhotoId) -> QueryResult<Self> {
        photos::table.find(id).select(Self::as_select()).first(conn)
    }

    /// A product's photos in order, refused ones last.
    pub fn of_product(conn: &mut PgConnection, product: ProductId) -> QueryResult<Vec<Self>> {
        let mut photos: Vec<Self> = photos::table
            .filter(photos::product_id.eq(product))
            .order((photos::position, photos::created_at, photos::id))
            .select(Self::as_select())
            .load(conn)?;
        photos.sort_by_key(|photo| photo.state == PhotoState::Refused);
        Ok(photos)
    }

    /// How pages show it; nothing for a refused file.
    pub fn shown(&self) -> Option<PhotoRef> {
        (self.state != PhotoState::Refused).then_some(PhotoRef { id: self.id, processing: self.state == PhotoState::Processing })
    }

    /// The address of one width.
    pub fn src(&self, width: u32) -> String {
        PhotoRef::ready(self.id).src(width)
    }

    /// Whether its sizes are still being made.
    pub fn is_processing(&self) -> bool {
        self.state == PhotoState::Processing
    }

    /// The file's size in tenths of a megabyte; what is not empty has at least one.
    pub fn tenths_of_megabyte(&self) -> i64 {
        let tenths = (self.bytes * 10 + 512 * 1024) / (1024 * 1024);
        if self.bytes > 0 { tenths.max(1) } else { 0 }
    }
}
