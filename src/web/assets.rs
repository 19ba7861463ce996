//! Static files: built into the program, named by their content, compressed ahead of time.

use actix_web::http::header::{self, HeaderMap};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};

/// One file of `static/`.
pub struct Asset {
    /// `css/app.css`
    pub name: &'static str,
    /// `/static/css/app.1a2b3c4d.css`
    pub path: &'static str,
    content_type: &'static str,
    bytes: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The hashed address of a file.
pub fn url(name: &str) -> &'static str {
    // the table is written in the order of names
    let found = ASSETS.binary_search_by(|asset| asset.name.cmp(name));
    debug_assert!(found.is_ok(), "no such file in static/: {name}");
    found.map_or("/static/missing", |at| ASSETS[at].path)
}

/// `GET /static/{path:.*}`
pub async fn serve(request: HttpRequest) -> HttpResponse {
    let Some(asset) = ASSETS.iter().find(|asset| asset.path == request.path()) else {
        return HttpResponse::NotFound().content_type("text/plain; charset=utf-8").body("404");
    };
    let mut response = HttpResponse::Ok();
    response
        .insert_header((header::CONTENT_TYPE, asset.content_type))
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((header::VARY, "Accept-Encoding"));
    let body = encoded(asset, request.headers(), &mut response);
    response.body(body)
}

/// The smallest variant the client takes. A body whose encoding is said is left alone by the compressing middleware.
fn encoded(asset: &Asset, headers: &HeaderMap, response: &mut HttpResponseBuilder) -> &'static [u8] {
    let (name, bytes) = match (asset.brotli, asset.gzip) {
        (Some(bytes), _) if accepts(headers, "br") => ("br", bytes),
        (_, Some(bytes)) if accepts(headers, "gzip") => ("gzip", bytes),
        _ => return asset.bytes,
    };
    response.insert_header((header::CONTENT_ENCODING, name));
    bytes
}

fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|item| {
            let (name, parameters) = item.split_once(';').unwrap_or((item, ""));
            name.trim().eq_ignore_ascii_case(coding).then_some(parameters.trim())
        })
        .any(|parameters| !is_refused(parameters))
}

/// `q=0` says "anything but this".
fn is_refused(parameters: &str) -> bool {
    parameters.strip_prefix("q=").and_then(|quality| quality.trim().parse::<f32>().ok()).is_some_and(|quality| quality <= 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::body::to_bytes;
    use actix_web::http::StatusCode;
    use actix_web::test::TestRequest;

    async fn get(path: &str, encoding: &str) -> HttpResponse {
        serve(TestRequest::with_uri(path).insert_header((header::ACCEPT_ENCODING, encoding)).to_http_request()).await
    }

    fn header<'a>(response: &'a HttpResponse, name: &str) -> &'a str {
        response.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    #[test]
    fn names_lead_to_hashed_paths() {
        let path = url("css/app.css");
        assert!(path.starts_with("/static/css/app.") && path.ends_with(".css"), "{path}");
        assert_eq!(path.len(), "/static/css/app.12345678.css".len());
        assert!(ASSETS.is_sorted_by_key(|asset| asset.name));
    }

    #[actix_web::test]
    async fn the_best_encoding_wins() {
        for (accepted, expected) in
            [("gzip, deflate, br, zstd", "br"), ("gzip;q=1.0, br;q=0", "gzip"), ("GZIP", "gzip"), ("deflate", ""), ("", "")]
        {
            let response = get(url("css/app.css"), accepted).await;
            assert_eq!(header(&response, "content-encoding"), expected, "{accepted}");
            assert_eq!(header(&response, "vary"), "Accept-Encoding");
        }
    }

    #[actix_web::test]
    async fn files_are_cached_for_ever_under_their_own_type() {
        let response = get(url("speculation.json"), "").await;
        assert_eq!(header(&response, "content-type"), "application/speculationrules+json");
        assert_eq!(header(&response, "cache-control"), "public, max-age=31536000, immutable");
        let body = to_bytes(response.into_body()).await.unwrap();
        assert_eq!(body.first(), Some(&b'{'));
    }

    #[actix_web::test]
    async fn other_paths_are_not_found() {
        for path in ["/static/missing", "/static/css/app.css", "/static/css/app.00000000.css", "/static/../Cargo.toml"] {
            assert_eq!(get(path, "br").await.status(), StatusCode::NOT_FOUND, "{path}");
        }
    }

    /// lightningcss once folded the timeline into the shorthand, and Chromium dropped the rule.
    #[test]
    fn the_buy_bar_keeps_its_timeline() {
        let sheet = ASSETS.iter().find(|asset| asset.name == "css/app.css").unwrap();
        let text = std::str::from_utf8(sheet.bytes).unwrap();
        assert!(text.contains("animation-timeline:--buy"));
    }
}
