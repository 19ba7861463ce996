//! Lists that go out: a shop's listings as a table, and its feed for partners.

use std::time::UNIX_EPOCH;

use actix_web::http::header;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::aside;
use crate::catalog::Shelf;
use crate::imports::export::{Export, TableFile, write_table};
use crate::imports::feed;
use crate::imports::home::Home;
use crate::imports::work::Stopped;
use crate::shops::Shop;
use crate::storage::Files;
use crate::web::{Ctx, Download, Fault, Outcome};

/// `GET /sell/listings/export.{ending}`
pub async fn listings(ctx: Ctx, ending: Path<String>, shelf: Data<Shelf>, files: Data<Files>) -> Outcome {
    let kind = TableFile::parse(&ending).ok_or(Fault::NotFound)?;
    let (shop, locale, base_url) = (ctx.shop()?, ctx.locale(), ctx.config().base_url.clone());
    let home = Home::of(&ctx, shelf, &files);
    let file = aside(move || {
        let catalog = home.shelf.now();
        let export = Export { shop, locale, catalog: &catalog, base_url: &base_url };
        home.db.read_here(|conn| write_table(&home.var, kind, |out| export.write::<Stopped>(conn, out)))
    });
    Download { file: file.await?, name: format!("listings.{}", kind.ending()), kind: kind.media() }.send()
}

/// `GET /feeds/{slug}.yml`
pub async fn feed(ctx: Ctx, request: HttpRequest, slug: Path<String>, shelf: Data<Shelf>, files: Data<Files>) -> Outcome {
    let (slug, home, base_url) = (slug.into_inner(), Home::of(&ctx, shelf, &files), ctx.config().base_url.clone());
    let shop = ctx.read(move |conn| Ok(Shop::by_slug(conn, &slug)?)).await?;
    let file = aside(move || feed::feed(&home, &shop, &base_url)).await?;
    let kept = file.metadata().map_err(Fault::unexpected)?;
    let made = kept.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    let etag = format!("W/\"{:x}-{:x}\"", made.as_millis(), kept.len());
    let known = request.headers().get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == etag.as_bytes());
    let mut response = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    let age = format!("public, max-age={}", feed::FRESH.as_secs());
    response.insert_header((header::ETAG, etag)).insert_header((header::CACHE_CONTROL, age));
    if known {
        return Ok(response.finish());
    }
    Download { file, name: String::new(), kind: "application/xml; charset=utf-8" }.send_as(response)
}
