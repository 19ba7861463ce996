//! A page as a test reads it: status, address, text, selectors.

use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use scraper::{ElementRef, Html, Selector};

/// An answer.
#[derive(Debug, Clone)]
pub struct Page {
    /// The status.
    pub status: StatusCode,
    /// The address at the end of the redirects, without host.
    pub path: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub html: String,
}

impl Page {
    /// A letter or another text as a page.
    pub fn of_text(html: &str) -> Self {
        Self { status: StatusCode::OK, path: String::new(), headers: HeaderMap::new(), html: html.to_owned() }
    }

    /// Reads an answer whole.
    pub async fn read(response: reqwest::Response) -> Self {
        let (status, headers) = (response.status(), response.headers().clone());
        let url = response.url();
        let path = match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        };
        Self { status, path, headers, html: response.text().await.expect("a body") }
    }

    /// Fails with the page's words unless it has this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}: {}", self.path, self.words());
        self
    }

    /// The texts of all that a selector finds, tidied.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector, |element| tidy(&element.text().collect::<String>()))
    }

    /// The text of the first that a selector finds.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector} on {}: {}", self.path, self.words()))
    }

    /// An attribute of all that a selector finds.
    pub fn attrs(&self, selector: &str, name: &str) -> Vec<String> {
        self.all(selector, |element| element.value().attr(name).map(str::to_owned)).into_iter().flatten().collect()
    }

    /// An attribute of the first that a selector finds.
    #[track_caller]
    pub fn attr(&self, selector: &str, name: &str) -> String {
        self.attrs(selector, name)
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("no {selector} with {name} on {}: {}", self.path, self.words()))
    }

    /// Whether a selector finds anything.
    pub fn has(&self, selector: &str) -> bool {
        !self.all(selector, |_| ()).is_empty()
    }

    /// Whether the page's words contain these.
    pub fn says(&self, words: &str) -> bool {
        self.words().contains(words)
    }

    /// The page's words, tidied: no-break spaces read as spaces.
    pub fn words(&self) -> String {
        tidy(&Html::parse_document(&self.html).root_element().text().collect::<String>())
    }

    /// What a browser would send for the form that a selector finds: its action, and every field with its value.
    #[track_caller]
    pub fn form(&self, selector: &str) -> (String, Vec<(String, String)>) {
        let document = Html::parse_document(&self.html);
        let found = Selector::parse(selector).expect("a selector");
        let form = document.select(&found).next().unwrap_or_else(|| panic!("no form {selector} on {}: {}", self.path, self.words()));
        let action = form.value().attr("action").unwrap_or(&self.path).split('#').next().unwrap_or_default().to_owned();
        let controls = Selector::parse("input[name], textarea[name], select[name]").expect("a selector");
        (action, form.select(&controls).filter_map(field).collect())
    }

    fn all<T>(&self, selector: &str, read: impl Fn(ElementRef<'_>) -> T) -> Vec<T> {
        let found = Selector::parse(selector).expect("a selector");
        Html::parse_document(&self.html).select(&found).map(read).collect()
    }
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A control's name and value, if a browser would send it.
fn field(control: ElementRef<'_>) -> Option<(String, String)> {
    let element = control.value();
    let name = element.attr("name")?.to_owned();
    if element.attr("disabled").is_some() {
        return None;
    }
    match (element.name(), element.attr("type").unwrap_or("text")) {
        ("input", "file" | "submit" | "image") => None,
        ("input", "checkbox" | "radio") => element.attr("checked").map(|_| (name, element.attr("value").unwrap_or("on").to_owned())),
        ("input", _) => Some((name, element.attr("value").unwrap_or_default().to_owned())),
        ("textarea", _) => Some((name, control.text().collect())),
        _ => {
            let options = Selector::parse("option").expect("a selector");
            let chosen = control
                .select(&options)
                .find(|option| option.value().attr("selected").is_some())
                .or_else(|| control.select(&options).next());
            Some((name, chosen?.value().attr("value").unwrap_or_default().to_owned()))
        }
    }
}
