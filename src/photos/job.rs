//! In the background: sizes are made, files of photos that are gone are cleared away. One picture is decoded at a time.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::incoming::place;
use super::order::set_cover;
use super::picture::{Sizes, sizes};
use super::{Photo, PhotoRef, PhotoState, Refusal, sign};
use crate::db::{Db, DbError, Tx};
use crate::jobs::Job;
use crate::kernel::{PhotoId, ProductId, ShopId};
use crate::schema::{order_items, photos};
use crate::storage::Files;

/// Makes a photo's sizes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ProcessPhoto {
    /// Which.
    pub photo: PhotoId,
}

impl Job for ProcessPhoto {
    const NAME: &'static str = "process_photo";
    const QUEUE: Option<&'static str> = Some("photos");
    // A letter does not wait for a hundred pictures.
    const PRIORITY: i32 = 10;
}

/// Clears the files of a photo that is gone.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DropPhoto {
    /// Which.
    pub photo: PhotoId,
    /// Whose it was.
    pub product: Option<ProductId>,
}

impl Job for DropPhoto {
    const NAME: &'static str = "drop_photo";
    const QUEUE: Option<&'static str> = Some("photos");
}

/// Clears away a file that a form kept and that never became a photo.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ForgetUpload {
    /// The photo it would have been.
    pub photo: PhotoId,
}

impl Job for ForgetUpload {
    const NAME: &'static str = "forget_upload";
}

/// Decodes, makes the sizes, says so; safe to repeat at any point.
pub async fn process(db: &Db, files: &Files, id: PhotoId) -> anyhow::Result<()> {
    let photo = db.read(move |conn| -> Result<_, DbError> { Ok(Photo::find(conn, id).optional()?) }).await?;
    if let Some(photo) = photo.filter(|photo| photo.state == PhotoState::Processing) {
        match files.get(place(id)).await {
            Ok(bytes) => {
                let sign = photo.product_id.is_none();
                let made = tokio::task::spawn_blocking(move || sizes(&bytes, sign)).await?;
                match made {
                    Ok(made) => keep(db, files, id, made).await?,
                    Err(error) => {
                        tracing::info!(%error, photo = %id, "a photo cannot be made");
                        refuse(db, id).await?;
                    }
                }
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => refuse(db, id).await?,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(files.delete(place(id)).await?)
}

async fn keep(db: &Db, files: &Files, id: PhotoId, made: Sizes) -> anyhow::Result<()> {
    let (width, height) = (i32::try_from(made.width)?, i32::try_from(made.height)?);
    for (name, bytes) in made.files {
        files.put(PhotoRef::path(id, &name), bytes.into()).await?;
    }
    let kept = db.write(move |tx| -> Result<_, DbError> { Ok(ready(tx, id, width, height)?) }).await?;
    if !kept {
        clear(files, id).await?;
    }
    Ok(())
}

/// Says that the sizes are made. False when the photo was taken away meanwhile.
fn ready(tx: &mut Tx<'_>, id: PhotoId, width: i32, height: i32) -> QueryResult<bool> {
    let ready = (photos::state.eq(PhotoState::Ready), photos::width.eq(width), photos::height.eq(height));
    let row = diesel::update(photos::table.find(id)).set(ready).returning((photos::product_id, photos::shop_id));
    match row.get_result::<(Option<ProductId>, ShopId)>(&mut **tx).optional()? {
        None => return Ok(false),
        Some((Some(product), _)) => set_cover(tx, product)?,
        Some((None, shop)) => sign::hang(tx, shop, id)?,
    }
    Ok(true)
}

async fn refuse(db: &Db, id: PhotoId) -> anyhow::Result<()> {
    let refused = (photos::state.eq(PhotoState::Refused), photos::refusal.eq(Some(Refusal::Broken)));
    let row = move |tx: &mut Tx<'_>| diesel::update(photos::table.find(id)).set(refused).execute(&mut **tx);
    db.write(move |tx| -> Result<_, DbError> { Ok(row(tx)?) }).await?;
    Ok(())
}

/// Clears a gone photo's files, unless an order remembers how the thing looked when it was sold.
pub async fn drop_files(db: &Db, files: &Files, job: DropPhoto) -> anyhow::Result<()> {
    let DropPhoto { photo, product } = job;
    let sold = db
        .read(move |conn| -> Result<bool, DbError> {
            use order_items as i;
            let remembered = i::table.filter(i::product_id.nullable().eq(product)).filter(i::cover_id.eq(photo));
            Ok(diesel::select(diesel::dsl::exists(remembered)).get_result(conn)?)
        })
        .await?;
    if !sold {
        clear(files, photo).await?;
    }
    Ok(files.delete(place(photo)).await?)
}

/// Clears a kept file away, unless it is a photo by now: then its own job does it.
pub async fn forget_upload(db: &Db, files: &Files, id: PhotoId) -> anyhow::Result<()> {
    let photo = db.read(move |conn| -> Result<_, DbError> { Ok(Photo::find(conn, id).optional()?) }).await?;
    if photo.is_none() {
        files.delete(place(id)).await?;
    }
    Ok(())
}

async fn clear(files: &Files, id: PhotoId) -> std::io::Result<()> {
    for name in ["master.webp", "300.webp", "600.webp", "1200.webp", "1200.jpg"] {
        files.delete(PhotoRef::path(id, name)).await?;
    }
    Ok(())
}
