//! A real browser with scripts off: it clicks only what is displayed.

use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use super::House;

/// How long a page may take to show what is expected.
const PATIENCE: Duration = Duration::from_secs(20);

/// A window of headless Chromium. Close it at the end.
pub struct Browser {
    client: Client,
    base: String,
}

impl Browser {
    /// Opens a window with cookies of its own. Without a webdriver there is none, which only a developer's own machine may do.
    pub async fn open(house: &House) -> Option<Self> {
        let Ok(driver) = std::env::var("SAMAL_TEST_WEBDRIVER") else {
            assert!(std::env::var_os("CI").is_none(), "SAMAL_TEST_WEBDRIVER is not set: run the tests with bin/test");
            eprintln!("left out: no browser (SAMAL_TEST_WEBDRIVER is not set; bin/test brings one)");
            return None;
        };
        let options = json!({
            "args": ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--window-size=1280,2400", "--lang=ru"],
            "prefs": { "profile.managed_default_content_settings.javascript": 2 },
        });
        let wanted = serde_json::Map::from_iter([("goog:chromeOptions".to_owned(), options)]);
        let client = ClientBuilder::new(HttpConnector::new()).capabilities(wanted).connect(&driver).await.expect("a browser window");
        Some(Self { client, base: house.base.clone() })
    }

    /// Closes the window.
    pub async fn close(self) {
        self.client.close().await.expect("the window closes");
    }

    /// Types an address of the house.
    pub async fn go(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.base)).await.expect("the page opens");
    }

    /// The path of the page that is open.
    pub async fn path(&self) -> String {
        self.client.current_url().await.expect("an address").path().to_owned()
    }

    /// Waits until the page at this path, or below it, is open.
    pub async fn arrive(&self, path: &str) {
        let patience = Instant::now() + PATIENCE;
        loop {
            let now = self.path().await;
            if now == path || now.starts_with(&format!("{path}/")) || path.ends_with('*') && now.starts_with(path.trim_end_matches('*')) {
                return;
            }
            assert!(Instant::now() < patience, "at {now}, not at {path}: {}", self.words().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// All words that are displayed, with plain spaces.
    pub async fn words(&self) -> String {
        match self.client.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "),
            Err(_) => String::new(),
        }
    }

    /// Waits until the page displays these words.
    pub async fn expect(&self, words: &str) {
        let patience = Instant::now() + PATIENCE;
        loop {
            let shown = self.words().await;
            if shown.contains(words) {
                return;
            }
            assert!(Instant::now() < patience, "no {words:?} at {}: {shown}", self.path().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The text of the first displayed element that a selector finds.
    pub async fn text(&self, css: &str) -> String {
        self.displayed(Locator::Css(css)).await.text().await.expect("a text")
    }

    /// Clicks the first displayed link, button or label with these words.
    pub async fn press(&self, words: &str) {
        let path = format!("(//a|//button|//summary|//label)[contains(normalize-space(translate(., '\u{a0}', ' ')), '{words}')]");
        self.displayed(Locator::XPath(&path)).await.click().await.unwrap_or_else(|error| panic!("{words}: {error}"));
    }

    /// Clicks the first displayed element that a selector finds.
    pub async fn click(&self, css: &str) {
        self.displayed(Locator::Css(css)).await.click().await.unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    /// Types into a field, in place of what stood there.
    pub async fn fill(&self, name: &str, text: &str) {
        let css = format!("main [name='{name}']:not([type=hidden]):not([type=radio])");
        let field = self.displayed(Locator::Css(&css)).await;
        field.clear().await.expect("an empty field");
        field.send_keys(text).await.expect("a filled field");
    }

    /// Chooses an option of a list by its words.
    pub async fn choose(&self, name: &str, words: &str) {
        let css = format!("main select[name='{name}']");
        self.displayed(Locator::Css(&css)).await.select_by_label(words).await.unwrap_or_else(|error| panic!("{name} {words}: {error}"));
    }

    /// Marks a radio button or a box by its label.
    pub async fn mark(&self, name: &str, value: &str) {
        let path = format!(
            "//label[.//input[@name='{name}' and @value='{value}']] | //label[@for=//input[@name='{name}' and @value='{value}']/@id]"
        );
        self.displayed(Locator::XPath(&path)).await.click().await.unwrap_or_else(|error| panic!("{name}={value}: {error}"));
    }

    /// Puts a file into a file field.
    pub async fn attach(&self, name: &str, file: &Path) {
        let css = format!("main input[type=file][name='{name}']");
        let field = self.displayed(Locator::Css(&css)).await;
        field.send_keys(&file.to_string_lossy()).await.expect("a file");
    }

    /// Signs in through the form that is open.
    pub async fn sign_in(&self, email: &str, password: &str) {
        self.arrive("/login").await;
        self.fill("email", email).await;
        self.fill("password", password).await;
        self.click("main form[action^='/login'] button:not(.vh)").await;
    }

    /// Presses keys, whatever has the focus.
    pub async fn keys(&self, keys: &str) {
        let strokes = keys.chars().fold(KeyActions::new("keyboard".to_owned()), |strokes, value| {
            strokes.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.client.perform_actions(strokes).await.expect("a keyboard");
    }

    /// Presses Enter.
    pub async fn enter(&self) {
        self.keys(&String::from(char::from(Key::Enter))).await;
    }

    /// Presses Tab until something with these words, this name or this label has the focus; it has to be displayed.
    pub async fn tab_to(&self, wanted: &str) {
        let mut passed = Vec::new();
        for _ in 0..200 {
            self.keys(&String::from(char::from(Key::Tab))).await;
            let focused = self.client.active_element().await.expect("a focus");
            let said = said(&focused).await;
            if said.iter().any(|said| said.contains(wanted)) {
                assert!(focused.is_displayed().await.expect("an answer"), "{wanted} has the focus and is not displayed");
                return;
            }
            passed.push(said.concat());
        }
        panic!("Tab never came to {wanted} at {}: {passed:#?}", self.path().await);
    }

    /// The first displayed element; waits for it.
    async fn displayed(&self, locator: Locator<'_>) -> Element {
        let patience = Instant::now() + PATIENCE;
        loop {
            for element in self.client.find_all(locator).await.unwrap_or_default() {
                if element.is_displayed().await.unwrap_or(false) {
                    return element;
                }
            }
            assert!(Instant::now() < patience, "nothing displayed for {locator:?} at {}: {}", self.path().await, self.words().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// What tells a person what has the focus.
async fn said(element: &Element) -> Vec<String> {
    let mut said = vec![element.text().await.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")];
    for attribute in ["name", "value"] {
        said.extend(element.attr(attribute).await.ok().flatten());
    }
    said
}
