//! What the last action has to say, carried over one redirect in a signed cookie.

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, CookieJar, Key, SameSite};
use serde::{Deserialize, Serialize};

use crate::i18n::{Arg, Locale};

const NAME: &str = "flash";

/// A message for the next page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    key: String,
    count: Option<i64>,
    text: Option<String>,
    good: bool,
    link: Option<(String, String)>,
}

impl Flash {
    /// Something went as wished.
    pub fn good(key: &'static str) -> Self {
        Self { key: key.into(), count: None, text: None, good: true, link: None }
    }

    /// Something needs attention.
    pub fn warn(key: &'static str) -> Self {
        Self { good: false, ..Self::good(key) }
    }

    /// Fills `{$count}` of the message.
    pub fn count(self, count: i64) -> Self {
        Self { count: Some(count), ..self }
    }

    /// Fills `{$text}` of the message.
    pub fn text(self, text: impl Into<String>) -> Self {
        Self { text: Some(text.into().chars().take(120).collect()), ..self }
    }

    /// A link beside the message: its address (without language) and its message key.
    pub fn link(self, path: &str, key: &'static str) -> Self {
        Self { link: Some((path.into(), key.into())), ..self }
    }

    /// Whether the news is good.
    pub fn is_good(&self) -> bool {
        self.good
    }

    /// The sentence.
    pub fn say(&self, locale: Locale) -> String {
        let mut args = Vec::new();
        args.extend(self.count.map(|n| ("count", Arg::Number(n))));
        args.extend(self.text.clone().map(|text| ("text", Arg::Text(text))));
        locale.format(&self.key, &args)
    }

    /// The link: address in the page's language, and words.
    pub fn link_for(&self, locale: Locale) -> Option<(String, &'static str)> {
        let (path, key) = self.link.as_ref()?;
        Some((super::shell::localized(locale.lang(), path), locale.t(key)))
    }

    /// What the request brought, if the signature is ours.
    pub(super) fn of(req: &HttpRequest, key: &Key) -> Option<Self> {
        let mut jar = CookieJar::new();
        jar.add_original(req.cookie(NAME)?.into_owned());
        serde_json::from_str(jar.signed(key).get(NAME)?.value()).ok()
    }

    /// The cookie that carries it.
    pub(super) fn cookie(&self, key: &Key, secure: bool) -> Cookie<'static> {
        let text = serde_json::to_string(self).unwrap_or_default();
        let mut jar = CookieJar::new();
        jar.signed_mut(key).add(Cookie::build(NAME, text).path("/").http_only(true).secure(secure).same_site(SameSite::Lax).finish());
        jar.get(NAME).cloned().unwrap_or_else(|| Cookie::new(NAME, ""))
    }

    /// The cookie that takes it back.
    pub(super) fn removal() -> Cookie<'static> {
        let mut cookie = Cookie::build(NAME, "").path("/").finish();
        cookie.make_removal();
        cookie
    }
}
