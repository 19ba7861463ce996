//! What search engines read, and the drawings of categories.

use actix_web::http::header;
use actix_web::web::{Data, Path, block};
use actix_web::{HttpRequest, HttpResponse};

use crate::catalog::Shelf;
use crate::storefront::{art, sitemap};
use crate::web::{Ctx, Fault, Outcome};

fn xml(text: String) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/xml; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(text)
}

/// `GET /sitemap.xml`
pub async fn sitemap(ctx: Ctx) -> Outcome {
    let base = ctx.config().base_url.clone();
    Ok(xml(ctx.read(move |conn| Ok(sitemap::index(conn, &base)?)).await?))
}

/// `GET /sitemap/{part}.xml`
pub async fn sitemap_part(ctx: Ctx, shelf: Data<Shelf>, part: Path<String>) -> Outcome {
    let (base, catalog, part) = (ctx.config().base_url.clone(), shelf.now(), part.into_inner());
    let text = ctx
        .read(move |conn| match part.strip_prefix("products-").map(str::parse) {
            _ if part == "pages" => Ok(Some(sitemap::pages(conn, &base, &catalog)?)),
            Some(Ok(number)) => Ok(sitemap::products(conn, &base, number)?),
            _ => Ok(None),
        })
        .await?;
    text.map(xml).ok_or(Fault::NotFound)
}

/// `GET /robots.txt`
pub async fn robots(ctx: Ctx) -> Outcome {
    let text = sitemap::robots(&ctx.config().base_url);
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(text))
}

/// `GET /static/art/{drawing}`: named by its content, so kept for ever.
pub async fn drawing(request: HttpRequest) -> HttpResponse {
    let path = request.path().to_owned();
    let Ok(Some(drawing)) = block(move || art::at(&path)).await else {
        return HttpResponse::NotFound().content_type("text/plain; charset=utf-8").body("404");
    };
    HttpResponse::Ok()
        .content_type("image/webp")
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(drawing)
}
