//! Cross-site requests are refused for unsafe methods, without a token in any page (the rule of Go's `http.CrossOriginProtection`).

use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap};

/// Whether a request may change things: it comes from our own pages, or from no browser at all.
pub(super) fn allowed(method: &Method, headers: &HeaderMap, base_url: &str) -> bool {
    if method.is_safe() {
        return true;
    }
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    match (text("sec-fetch-site"), text(header::ORIGIN.as_str())) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin == base_url,
        (None, None) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::{HeaderName, HeaderValue};

    fn post(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        allowed(&Method::POST, &headers, "https://samal.kz")
    }

    #[test]
    fn only_own_pages_and_non_browsers_may_change_things() {
        assert!(post(&[("sec-fetch-site", "same-origin"), ("origin", "https://evil.kz")]));
        assert!(post(&[("sec-fetch-site", "none")]));
        assert!(!post(&[("sec-fetch-site", "cross-site")]));
        assert!(!post(&[("sec-fetch-site", "same-site"), ("origin", "https://samal.kz")]));
        assert!(post(&[("origin", "https://samal.kz")]));
        assert!(!post(&[("origin", "null")]));
        assert!(!post(&[("origin", "http://samal.kz")]));
        assert!(post(&[]));
    }
}
