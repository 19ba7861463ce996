//! The jobs that make the demo's pictures: photographs of goods, signs of shops, and what old orders remember.

use bytes::Bytes;
use chrono::Duration;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::draw::{self, Colour, Subject};
use crate::db::{Db, DbError, Tx};
use crate::jobs::{self, Job};
use crate::kernel::{ProductId, ShopId, now};
use crate::photos::{Taken, add, add_sign, forget, take};
use crate::schema::{listings, order_items, photos, products};
use crate::storage::Files;

/// One after another, behind everything that people wait for.
const QUEUE: Option<&str> = Some("demo");
const LATE: i32 = 20;

/// Takes one photograph of a product.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DemoPhotos {
    /// Which.
    pub product: ProductId,
    /// The drawing.
    pub slug: String,
    /// What chance hangs on.
    pub title: String,
    /// The colour of the body.
    pub main: String,
    /// The colour beside it.
    pub accent: String,
    /// Which of its photographs; the cover is 0.
    pub number: usize,
}

impl Job for DemoPhotos {
    const NAME: &'static str = "demo_photos";
    const QUEUE: Option<&'static str> = QUEUE;
    const PRIORITY: i32 = LATE;
}

/// Paints a shop's sign.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DemoSign {
    /// Whose.
    pub shop: ShopId,
    /// What chance hangs on.
    pub word: String,
    /// The shop's colour.
    pub main: String,
}

impl Job for DemoSign {
    const NAME: &'static str = "demo_sign";
    const QUEUE: Option<&'static str> = QUEUE;
    const PRIORITY: i32 = LATE;
}

/// Puts pictures to the orders that were placed before there were any.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DemoCovers {}

impl Job for DemoCovers {
    const NAME: &'static str = "demo_covers";
    const PRIORITY: i32 = LATE;
}

/// Takes a photograph, unless the product has it or others; then the next one is due. Safe to repeat.
pub async fn hang(db: &Db, files: &Files, job: DemoPhotos) -> anyhow::Result<()> {
    let (product, number) = (job.product, job.number);
    if !db.read(move |conn| -> Result<_, DbError> { Ok(is_next(conn, product, number)?) }).await? {
        return Ok(());
    }
    let subject = Subject { slug: job.slug.clone(), title: job.title.clone(), main: colour(&job.main)?, accent: colour(&job.accent)? };
    let Some(picture) = tokio::task::spawn_blocking(move || draw::photograph(&subject, number)).await?? else { return Ok(()) };
    let taken = take(files, &name(number), Bytes::from(picture)).await?;
    let row = taken.clone();
    let next = DemoPhotos { number: number + 1, ..job };
    let hang = move |tx: &mut Tx<'_>| -> Result<_, DbError> {
        let hung = hang_up(tx, product, number, &row)?;
        if hung {
            jobs::enqueue(tx, &next)?;
        }
        Ok(hung)
    };
    if !db.write(hang).await? {
        forget(files, &[taken]).await;
    }
    Ok(())
}

fn name(number: usize) -> String {
    format!("{}.webp", number + 1)
}

/// False when the product has other photos meanwhile, or is gone.
fn hang_up(tx: &mut Tx<'_>, product: ProductId, number: usize, taken: &Taken) -> QueryResult<bool> {
    let owner = products::table.find(product).select(products::owner_shop_id).for_update();
    // a card that is everybody's by now was photographed by whoever offered it first
    let first = listings::table.filter(listings::product_id.eq(product)).order(listings::id).select(listings::shop_id);
    let shop = match owner.first::<Option<ShopId>>(&mut **tx).optional()?.flatten() {
        Some(owner) => Some(owner),
        None => first.first(&mut **tx).optional()?,
    };
    match shop {
        Some(shop) if is_next(tx, product, number)? => add(tx, product, shop, std::slice::from_ref(taken)).map(|_| true),
        _ => Ok(false),
    }
}

/// The product has the photographs before this one, and no others.
fn is_next(conn: &mut PgConnection, product: ProductId, number: usize) -> QueryResult<bool> {
    let names = photos::table.filter(photos::product_id.eq(product)).order(photos::position).select(photos::file_name);
    let names: Vec<String> = names.load(conn)?;
    Ok(names.into_iter().eq((0..number).map(name)))
}

/// Paints a shop's sign, unless it has one. Safe to repeat.
pub async fn sign(db: &Db, files: &Files, job: DemoSign) -> anyhow::Result<()> {
    let (shop, main, word) = (job.shop, colour(&job.main)?, job.word);
    let picture = tokio::task::spawn_blocking(move || draw::sign(&word, main)).await??;
    let taken = take(files, "1.webp", Bytes::from(picture)).await?;
    let row = taken.clone();
    let hung = db
        .write(move |tx| -> Result<_, DbError> {
            let signs = photos::table.filter(photos::shop_id.eq(shop)).filter(photos::product_id.is_null());
            if diesel::select(diesel::dsl::exists(signs)).get_result::<bool>(&mut **tx)? {
                return Ok(false);
            }
            add_sign(tx, shop, &row)?;
            Ok(true)
        })
        .await?;
    if !hung {
        forget(files, &[taken]).await;
    }
    Ok(())
}

/// Puts covers to what was sold before; comes again until all are there.
pub async fn cover(db: &Db) -> anyhow::Result<()> {
    const COVER: &str = "UPDATE order_items i SET cover_id = p.cover_id FROM products p, orders o, purchases b, users u
        WHERE p.id = i.product_id AND o.id = i.order_id AND b.id = o.purchase_id AND u.id = b.buyer_id
          AND u.email LIKE '%@samal.example' AND i.cover_id IS NULL AND p.cover_id IS NOT NULL";
    let work = |tx: &mut Tx<'_>| -> Result<(), DbError> {
        diesel::sql_query(COVER).execute(&mut **tx)?;
        let sold = order_items::table.filter(order_items::cover_id.is_null()).select(order_items::product_id);
        let unmade = products::table.filter(products::cover_id.is_null()).filter(products::id.eq_any(sold));
        if diesel::select(diesel::dsl::exists(unmade)).get_result::<bool>(&mut **tx)? {
            jobs::enqueue_at(tx, &DemoCovers {}, now() + Duration::seconds(10))?;
        }
        Ok(())
    };
    Ok(db.write(work).await?)
}

fn colour(text: &str) -> anyhow::Result<Colour> {
    Colour::parse(text).ok_or_else(|| anyhow::anyhow!("{text} is no colour"))
}
