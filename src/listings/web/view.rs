//! `GET /sell/listings/{id}`: as buyers will see it, and how it stands.

use actix_web::http::header;
use actix_web::web::{Data, Path};

use crate::catalog::Shelf;
use crate::kernel::ListingId;
use crate::listings::{Desk, Variant, page};
use crate::web::{Ctx, Outcome};

/// The page; while photos are being made it looks again by itself, for nothing is typed here.
pub async fn view(ctx: Ctx, id: Path<ListingId>, shelf: Data<Shelf>) -> Outcome {
    let (shop, id) = (ctx.shop()?, id.into_inner());
    let (desk, variants) = ctx
        .read(move |conn| {
            let desk = Desk::read(conn, id, shop)?;
            let product = desk.listing.product_id;
            let fitting = if desk.is_own() { Variant::fitting(conn, product, shop)? } else { Vec::new() };
            let variants = (Variant::of(conn, product)?, fitting);
            Ok((desk, variants))
        })
        .await?;
    let processing = desk.is_processing();
    let mut response = ctx.page(&page::View::new(desk, variants, shelf.now(), ctx.locale()))?;
    if processing {
        response.headers_mut().insert(header::REFRESH, header::HeaderValue::from_static("5"));
    }
    Ok(response)
}
