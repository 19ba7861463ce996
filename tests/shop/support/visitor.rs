//! A person with a browser's manners: keeps cookies, follows redirects, fills forms as they stand on the page.

use std::sync::Arc;
use std::time::Duration;

use reqwest::cookie::Jar;
use reqwest::header::HeaderMap;
use reqwest::{Client, redirect::Policy};

use super::Page;

/// Someone at the house. Cheap to clone: clones share the cookies.
#[derive(Clone)]
pub struct Visitor {
    client: Client,
    base: String,
}

impl Visitor {
    /// With an empty cookie jar.
    pub fn new(base: &str) -> Self {
        Self::with_jar(base, Jar::default())
    }

    /// With one cookie in the jar.
    pub fn with_cookie(base: &str, cookie: &str) -> Self {
        let jar = Jar::default();
        jar.add_cookie_str(cookie, &base.parse().expect("an address"));
        Self::with_jar(base, jar)
    }

    fn with_jar(base: &str, jar: Jar) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert("sec-fetch-site", "same-origin".parse().expect("a header"));
        headers.insert("user-agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36".parse().expect("a header"));
        let client = Client::builder()
            .cookie_provider(Arc::new(jar))
            .default_headers(headers)
            .redirect(Policy::limited(10))
            // shorter than the server's keep-alive: a POST is not sent again when the connection was just closed
            .pool_idle_timeout(Duration::from_secs(2))
            .build()
            .expect("a client");
        Self { client, base: base.to_owned() }
    }

    /// The client itself, for requests that no person would make.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The full address of a path.
    pub fn url(&self, path: &str) -> String {
        if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.base) }
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Page {
        Page::read(self.client.get(self.url(path)).send().await.expect("an answer")).await
    }

    /// Sends fields to an address.
    pub async fn post<K: AsRef<str>, V: AsRef<str>>(&self, path: &str, fields: &[(K, V)]) -> Page {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_ref(), v.as_ref())).collect();
        Page::read(self.client.post(self.url(path)).form(&fields).send().await.expect("an answer")).await
    }

    /// Sends the form that a selector finds on a page, with some fields filled or added: what a person does.
    pub async fn send(&self, page: &Page, selector: &str, fill: &[(&str, &str)]) -> Page {
        let (action, mut fields) = page.form(selector);
        for (name, value) in fill {
            match fields.iter_mut().find(|(n, _)| n == name) {
                Some(field) => field.1 = (*value).to_owned(),
                None => fields.push(((*name).to_owned(), (*value).to_owned())),
            }
        }
        self.post(&action, &fields).await
    }
}
