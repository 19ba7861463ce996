//! Whole pages for guests, kept for seconds. Only for requests that carry nothing of their own: no cookie of `OWN`,
//! and on the first page no `recent`.

use std::time::Duration;

use actix_web::body::{BoxBody, to_bytes};
use actix_web::dev::ServiceResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Bytes;
use actix_web::{Error, HttpRequest, HttpResponse};
use moka::sync::Cache;

use super::{Ctx, Fault};

/// No more bytes are kept.
const BYTES: u64 = 64 * 1024 * 1024;
/// With one of these cookies a page may differ.
const OWN: [&str; 8] = ["sid", "__Host-sid", "cart", "flash", "theme", "compare", "city", "asked"];

/// The pages, by language, path and query.
pub struct PageCache(Option<Cache<String, Bytes>>);

impl PageCache {
    /// Keeps pages for so many seconds; 0 keeps nothing.
    pub fn new(seconds: u64) -> Self {
        let weight = |key: &String, page: &Bytes| u32::try_from(key.len() + page.len()).unwrap_or(u32::MAX);
        let kept = || Cache::builder().max_capacity(BYTES).weigher(weight).time_to_live(Duration::from_secs(seconds)).build();
        Self((seconds > 0).then(kept))
    }

    /// Under which key the answer to this request may be kept, if at all.
    pub(super) fn key(&self, req: &HttpRequest, ctx: &Ctx) -> Option<String> {
        let own = |name: &str| req.cookie(name).is_some();
        // only the first page shows what was looked at
        let looked = ctx.shell().bare_path() == "/" && own("recent");
        let plain = self.0.is_some() && !looked && !OWN.iter().copied().any(own);
        plain.then(|| format!("{} {}", ctx.lang().code(), ctx.shell().path))
    }

    /// The kept answer.
    pub(super) fn get(&self, key: &str) -> Option<HttpResponse> {
        self.0.as_ref()?.get(key).map(page)
    }

    /// Keeps an answer if it is a whole page.
    pub(super) async fn keep(&self, key: String, response: ServiceResponse<BoxBody>) -> Result<ServiceResponse<BoxBody>, Error> {
        let is_page = response.status() == StatusCode::OK && is_html(&response);
        let Some(cache) = self.0.as_ref().filter(|_| is_page) else { return Ok(response) };
        let (req, response) = response.into_parts();
        let (head, body) = response.into_parts();
        let html = to_bytes(body).await.map_err(Fault::unexpected)?;
        cache.insert(key, html.clone());
        Ok(ServiceResponse::new(req, head.set_body(BoxBody::new(html))))
    }
}

/// Whether an answer is HTML.
pub(super) fn is_html(response: &ServiceResponse<BoxBody>) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn page(html: Bytes) -> HttpResponse {
    HttpResponse::Ok().content_type("text/html; charset=utf-8").insert_header((header::CACHE_CONTROL, "private, no-cache")).body(html)
}
