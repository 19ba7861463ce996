//! The language prefix: `/kk` and `/en` are stripped before routing, and the language travels as a value.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::http::uri::{PathAndQuery, Uri};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpResponse};

use crate::i18n::Lang;

/// Middleware: takes the prefix off, remembers the language. `/ru/…` is the root's own language said twice: 301.
pub async fn strip_language<B: MessageBody + 'static>(
    mut req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<actix_web::body::EitherBody<B>>, Error> {
    let path_and_query = req.uri().path_and_query().map_or("/", PathAndQuery::as_str).to_owned();
    if let Some(rest) = without(&path_and_query, "/ru") {
        let response = HttpResponse::MovedPermanently().insert_header((header::LOCATION, rest)).finish();
        return Ok(req.into_response(response).map_into_right_body());
    }
    let found = [Lang::Kk, Lang::En].into_iter().find_map(|lang| Some((lang, without(&path_and_query, lang.prefix())?)));
    if let Some((lang, rest)) = found
        && let Ok(uri) = rest.parse::<Uri>()
    {
        req.match_info_mut().get_mut().update(&uri);
        req.head_mut().uri = uri;
        req.extensions_mut().insert(lang);
    }
    Ok(next.call(req).await?.map_into_left_body())
}

/// The address without the prefix, if it has it as a whole first segment.
fn without(path_and_query: &str, prefix: &str) -> Option<String> {
    let rest = path_and_query.strip_prefix(prefix)?;
    match rest.chars().next() {
        None => Some("/".to_owned()),
        Some('?') => Some(format!("/{rest}")),
        // `/kk//host` must not become an address of another host.
        Some('/') => Some(format!("/{}", rest.trim_start_matches('/'))),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_is_a_whole_segment() {
        assert_eq!(without("/kk/cart?a=1", "/kk").as_deref(), Some("/cart?a=1"));
        assert_eq!(without("/kk", "/kk").as_deref(), Some("/"));
        assert_eq!(without("/kk?q=1", "/kk").as_deref(), Some("/?q=1"));
        assert_eq!(without("/kkk", "/kk"), None);
        assert_eq!(without("/ru//evil.kz", "/ru").as_deref(), Some("/evil.kz"));
    }
}
