//! What a browser keeps for us: products in signed cookies, so that a guest costs no row and nobody's browser makes something up.

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, CookieJar, Key};

use super::Ctx;
use crate::kernel::ProductId;

/// The product whose heart a guest pressed before signing in.
pub(super) const WISH: &str = "wish";
/// The products side by side.
pub(super) const COMPARE: &str = "compare";
/// The products looked at.
pub(super) const RECENT: &str = "recent";

/// The words looked for.
pub(super) const ASKED: &str = "asked";

/// So many words looked for are remembered at most.
const MOST_ASKED: usize = 4;
/// So many characters of them.
const LONGEST_ASKED: usize = 40;
/// So many products stand side by side at most.
pub const MOST_COMPARED: usize = 4;
/// So many products looked at are remembered at most.
pub const MOST_RECENT: usize = 12;
/// Says in the place of products that none are to be remembered.
const OFF: &str = "off";

/// What came with the request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// The product whose heart was pressed before signing in.
    pub wish: Option<ProductId>,
    /// The products to compare, in the order they were chosen.
    pub compare: Vec<ProductId>,
    /// The products looked at, the latest first.
    pub recent: Vec<ProductId>,
    /// Looks are not to be remembered.
    pub recent_off: bool,
    /// The words looked for, the latest first.
    pub asked: Vec<String>,
}

impl Kept {
    /// Reads the cookies; what we did not sign counts for nothing.
    pub(super) fn of(req: &HttpRequest, key: &Key) -> Self {
        let recent = signed(req, key, RECENT).unwrap_or_default();
        Self {
            wish: signed(req, key, WISH).and_then(|text| products(&text, 1).pop()),
            compare: signed(req, key, COMPARE).map(|text| products(&text, MOST_COMPARED)).unwrap_or_default(),
            recent: products(&recent, MOST_RECENT),
            recent_off: recent == OFF,
            asked: signed(req, key, ASKED).map(|text| words(&text)).unwrap_or_default(),
        }
    }
}

fn signed(req: &HttpRequest, key: &Key, name: &str) -> Option<String> {
    let mut jar = CookieJar::new();
    jar.add_original(req.cookie(name)?.into_owned());
    jar.signed(key).get(name).map(|cookie| cookie.value().to_owned())
}

/// `12.45.7`: each product once, what is no product left out.
fn products(text: &str, most: usize) -> Vec<ProductId> {
    let mut found = Vec::new();
    for id in text.split('.').filter_map(|id| id.parse().ok()) {
        if !found.contains(&id) && found.len() < most {
            found.push(id);
        }
    }
    found
}

fn listed(products: &[ProductId]) -> String {
    products.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
}

/// `q=one&q=another`: a cookie holds plain letters only, and a percent sign would be decoded before we see it.
fn words(text: &str) -> Vec<String> {
    let fields: Vec<(String, String)> = serde_html_form::from_str(&text.replace('~', "%")).unwrap_or_default();
    fields.into_iter().map(|(_, words)| words).take(MOST_ASKED).collect()
}

fn written(words: &[String]) -> String {
    serde_html_form::to_string(words.iter().map(|words| ("q", words)).collect::<Vec<_>>()).unwrap_or_default().replace('%', "~")
}

/// Takes a cookie back.
pub(super) fn removal(name: &'static str) -> Cookie<'static> {
    let mut cookie = Cookie::build(name, "").path("/").finish();
    cookie.make_removal();
    cookie
}

impl Ctx {
    /// What the browser keeps for us.
    pub fn kept(&self) -> &Kept {
        &self.0.kept
    }

    /// Lets the browser keep the wish of a guest who is about to sign in.
    pub fn keep_wish(&self, product: ProductId) -> Cookie<'static> {
        let mut cookie = self.sign(WISH, &[product]);
        cookie.set_max_age(actix_web::cookie::time::Duration::hours(1));
        cookie
    }

    /// Lets the browser keep the comparison.
    pub fn keep_compare(&self, products: &[ProductId]) -> Cookie<'static> {
        self.sign(COMPARE, products)
    }

    /// Lets the browser keep what was looked at.
    pub fn keep_recent(&self, products: &[ProductId]) -> Cookie<'static> {
        self.sign(RECENT, products)
    }

    /// Lets the browser keep what was looked for, with these words first; none forgets them all.
    pub fn keep_asked(&self, latest: Option<&str>) -> Cookie<'static> {
        let Some(latest) = latest else { return removal(ASKED) };
        let latest: String = latest.chars().take(LONGEST_ASKED).collect();
        let before = self.kept().asked.iter().filter(|words| **words != latest).cloned();
        let all: Vec<String> = std::iter::once(latest.clone()).chain(before).take(MOST_ASKED).collect();
        self.sign_text(ASKED, written(&all))
    }

    /// Lets the browser keep that looks are not to be remembered.
    pub fn keep_recent_off(&self) -> Cookie<'static> {
        self.sign_text(RECENT, OFF.to_owned())
    }

    /// No products, no cookie.
    fn sign(&self, name: &'static str, products: &[ProductId]) -> Cookie<'static> {
        if products.is_empty() { removal(name) } else { self.sign_text(name, listed(products)) }
    }

    fn sign_text(&self, name: &'static str, text: String) -> Cookie<'static> {
        let mut jar = CookieJar::new();
        jar.signed_mut(&self.0.state.key).add(self.cookie(name, text));
        jar.get(name).cloned().unwrap_or_else(|| removal(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_products_survives_and_nonsense_does_not() {
        let ids = [ProductId(12), ProductId(45)];
        assert_eq!(products(&listed(&ids), 4), ids);
        assert_eq!(products("12..x.12.99999999999999999999.7", 4), [ProductId(12), ProductId(7)]);
        assert_eq!(products("1.2.3", 2).len(), 2);
        assert!(products("off", 4).is_empty());
        let asked = ["кеды & кроссовки".to_owned(), "a=b;c".to_owned()];
        assert_eq!(words(&written(&asked)), asked);
        assert!(written(&asked).is_ascii() && !written(&asked).contains([';', '%']));
    }
}
