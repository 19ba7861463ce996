//! A letter: said once, written as text and as HTML.

use askama::Template;

use crate::i18n::{Arg, Lang, Locale};
use crate::kernel::Email;

/// One piece of a letter.
enum Part {
    Line(String),
    Button { words: &'static str, url: String },
    Rows(Vec<(String, String)>),
    Quote(String),
}

/// A letter to one person, in their language.
pub struct Letter {
    /// Whom it goes to.
    pub to: Email,
    /// Its language.
    pub lang: Lang,
    /// Its subject line.
    pub subject: String,
    /// Where the series of letters that this one belongs to can be called off; empty for a letter of its own.
    pub unsubscribe: String,
    locale: Locale,
    parts: Vec<Part>,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    letter: &'a Letter,
}

impl Letter {
    /// Begins a letter; `subject` is a message key.
    pub fn new(to: Email, lang: Lang, subject: &'static str, args: &[(&str, Arg)]) -> Self {
        let locale = Locale::new(lang);
        Self { to, lang, subject: locale.format(subject, args), unsubscribe: String::new(), locale, parts: Vec::new() }
    }

    /// A paragraph.
    pub fn line(mut self, key: &'static str, args: &[(&str, Arg)]) -> Self {
        self.parts.push(Part::Line(self.locale.format(key, args)));
        self
    }

    /// A link that stands out; `url` is a full address.
    pub fn button(mut self, key: &'static str, url: impl Into<String>) -> Self {
        self.parts.push(Part::Button { words: self.locale.t(key), url: url.into() });
        self
    }

    /// A small table: what, and how much.
    pub fn rows(mut self, rows: Vec<(String, String)>) -> Self {
        self.parts.push(Part::Rows(rows));
        self
    }

    /// Somebody's own words.
    pub fn quote(mut self, text: impl Into<String>) -> Self {
        self.parts.push(Part::Quote(text.into()));
        self
    }

    /// Where such letters can be called off, as a full address: said in the headers and at the end.
    pub fn unsubscribe(mut self, url: impl Into<String>) -> Self {
        self.unsubscribe = url.into();
        self
    }

    /// The voice of the letter, for its rows.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The letter as plain text.
    pub fn text(&self) -> String {
        let part = |part: &Part| match part {
            Part::Line(text) => text.clone(),
            Part::Button { words, url } => format!("{words}:\n{url}"),
            Part::Rows(rows) => rows.iter().map(|(what, value)| format!("{what}: {value}")).collect::<Vec<_>>().join("\n"),
            Part::Quote(text) => text.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n"),
        };
        let mut text = self.parts.iter().map(part).collect::<Vec<_>>().join("\n\n");
        text.push_str("\n\n—\n");
        text.push_str(self.locale.t("mail-footer"));
        if !self.unsubscribe.is_empty() {
            text.push_str(&format!("\n{}: {}", self.locale.t("mail-unsubscribe"), self.unsubscribe));
        }
        text
    }

    /// The letter as HTML.
    pub fn html(&self) -> askama::Result<String> {
        Html { letter: self }.render()
    }
}
