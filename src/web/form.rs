//! Forms: raw strings in; rooms parse them into types, or all errors come back at once with what was typed.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};

use super::Fault;
use crate::i18n::{Arg, Locale};

/// No form of ours is longer, files aside.
const LONGEST: usize = 256 * 1024;

/// What was typed, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    errors: Vec<(String, FieldError)>,
}

/// One thing that is wrong with one field, as a message key.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldError {
    key: &'static str,
    args: Vec<(&'static str, Arg)>,
}

impl FieldError {
    /// A message without arguments.
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// Fills a placeable of the message.
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The message's key.
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// The sentence.
    pub fn say(&self, locale: Locale) -> String {
        locale.format(self.key, &self.args)
    }
}

impl Form {
    /// A form filled by the program: from what is stored, or for a test.
    pub fn of<K: Into<String>, V: Into<String>>(fields: impl IntoIterator<Item = (K, V)>) -> Self {
        Self { fields: fields.into_iter().map(|(k, v)| (k.into(), v.into())).collect(), errors: Vec::new() }
    }

    /// The first value of a field as typed; empty when it is missing.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    /// All values of a repeated field.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The fields named `name[key]`: key and value.
    pub fn indexed<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.fields.iter().filter_map(move |(n, v)| Some((n.strip_prefix(name)?.strip_prefix('[')?.strip_suffix(']')?, v.as_str())))
    }

    /// Whether a field came at all: which button was pressed, which box is ticked.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(n, _)| n == name)
    }

    /// Whether a field carries this value: for radios, selects and boxes.
    pub fn chosen(&self, name: &str, value: &str) -> bool {
        self.values(name).any(|v| v == value)
    }

    /// Replaces a field's value.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.fields.retain(|(n, _)| n != name);
        self.fields.push((name.to_owned(), value.into()));
    }

    /// Says what is wrong with a field.
    pub fn fail(&mut self, name: &str, error: FieldError) {
        self.errors.push((name.to_owned(), error));
    }

    /// Parses a field; what is wrong is remembered at it.
    pub fn parse<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, FieldError>) -> Option<T> {
        match parse(self.value(name).trim()) {
            Ok(value) => Some(value),
            Err(error) => {
                self.fail(name, error);
                None
            }
        }
    }

    /// A text of `min..=max` characters; `empty` is what is said when nothing was typed.
    pub fn text(&mut self, name: &str, min: usize, max: usize, empty: &'static str) -> Option<String> {
        self.parse(name, |text| measured(text.to_owned(), min, max, empty))
    }

    /// A text of one line: like `text`, but white space and control characters become one space.
    pub fn line(&mut self, name: &str, min: usize, max: usize, empty: &'static str) -> Option<String> {
        let words = |text: &str| {
            let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
            words.collect::<Vec<_>>().join(" ")
        };
        self.parse(name, |text| measured(words(text), min, max, empty))
    }

    /// What is wrong with a field.
    pub fn errors<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a FieldError> {
        self.errors.iter().filter(move |(n, _)| n == name).map(|(_, e)| e)
    }

    /// Whether a field is wrong.
    pub fn wrong(&self, name: &str) -> bool {
        self.errors.iter().any(|(n, _)| n == name)
    }

    /// Everything that is wrong, in the order it was found.
    pub fn summary(&self) -> &[(String, FieldError)] {
        &self.errors
    }

    /// Whether anything is wrong.
    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// Where to go back to: an own path only, else `/`.
    pub fn back(&self) -> String {
        own_path(self.value("back")).unwrap_or("/").to_owned()
    }
}

fn measured(text: String, min: usize, max: usize, empty: &'static str) -> Result<String, FieldError> {
    match text.chars().count() {
        0 if min > 0 => Err(FieldError::new(empty)),
        n if n < min => Err(FieldError::new("form-too-short").with("min", min).with("now", n)),
        n if n > max => Err(FieldError::new("form-too-long").with("max", max).with("now", n)),
        _ => Ok(text),
    }
}

impl FromRequest for Form {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let body = web::Payload::from_request(req, payload);
        let urlencoded = req
            .headers()
            .get("content-type")
            .and_then(|v| v.to_str().ok())
            .is_none_or(|v| v.starts_with("application/x-www-form-urlencoded"));
        Box::pin(async move {
            let body = body.await.map_err(Fault::unexpected)?;
            let bytes = body.to_bytes_limited(LONGEST).await.map_err(|_| Fault::TooLarge)?.map_err(|_| Fault::Invalid)?;
            if !urlencoded {
                return Err(Fault::Invalid);
            }
            let fields: Vec<(String, String)> = serde_html_form::from_bytes(&bytes).map_err(|_| Fault::Invalid)?;
            Ok(Self::of(fields.into_iter().map(|(name, value)| (clean(&name), clean(&value)))))
        })
    }
}

/// Text without what no person types: NUL and other control characters, line ends made one kind, marks that turn the reading direction.
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter(|c| (!c.is_control() || matches!(c, '\n' | '\t')) && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .collect()
}

/// An address within the site, for `next` and `back`: never another host.
pub fn own_path(text: &str) -> Option<&str> {
    let own =
        text.starts_with('/') && !text.starts_with("//") && !text.contains('\\') && !text.contains(char::is_control) && text.len() <= 2000;
    own.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_and_direction_marks_are_dropped() {
        assert_eq!(clean("a\0b\r\nc\u{202e}d\u{7}🙂"), "ab\ncd🙂");
    }

    #[test]
    fn only_own_paths_are_followed() {
        for bad in ["", "https://x", "//x", "/\\x", "javascript:1", "/a\nb", "/\u{1}", "/\u{7f}"] {
            assert_eq!(own_path(bad), None, "{bad}");
        }
        assert_eq!(own_path("/cart?x=1#y"), Some("/cart?x=1#y"));
    }
}
