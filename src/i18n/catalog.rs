//! The messages: Fluent files, one a room and language, read once.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;

use super::{Lang, format};
use crate::kernel::Money;

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Files;

/// One language's messages. Those without arguments are formatted once, at the start.
struct Catalog {
    bundle: FluentBundle<FluentResource>,
    plain: HashMap<String, String>,
}

static CATALOGS: LazyLock<[Catalog; 3]> = LazyLock::new(|| [Catalog::load(Lang::Ru), Catalog::load(Lang::Kk), Catalog::load(Lang::En)]);

/// A language to speak in: messages, money, numbers, dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale(Lang);

/// A value for a message's placeable.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// A number: chooses plurals and is shown grouped.
    Number(i64),
    /// Text as it is.
    Text(String),
    /// An amount, shown with its sign.
    Money(Money),
    /// Another message.
    Key(&'static str),
}

impl Locale {
    /// Speaks `lang`.
    pub const fn new(lang: Lang) -> Self {
        Self(lang)
    }

    /// The language.
    pub const fn lang(self) -> Lang {
        self.0
    }

    /// A message without arguments. An unknown key shows itself, and a test keeps that from happening.
    pub fn t(self, key: &str) -> &'static str {
        match CATALOGS[self.0 as usize].plain.get(key) {
            Some(text) => text,
            None => missing(self.0, key),
        }
    }

    /// A message with arguments.
    pub fn format(self, key: &str, args: &[(&str, Arg)]) -> String {
        let catalog = &CATALOGS[self.0 as usize];
        let Some(pattern) = catalog.bundle.get_message(key).and_then(|m| m.value()) else {
            return missing(self.0, key).to_owned();
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, self.value(arg));
        }
        catalog.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    fn value(self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Number(n) => FluentValue::from(*n),
            Arg::Text(text) => FluentValue::String(Cow::Owned(text.clone())),
            Arg::Money(money) => FluentValue::String(Cow::Owned(self.money(*money))),
            Arg::Key(key) => FluentValue::String(Cow::Borrowed(self.t(key))),
        }
    }
}

impl Catalog {
    fn load(lang: Lang) -> Self {
        let id = lang.code().parse().expect("language codes are valid");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::En => format::grouped_by_comma,
            Lang::Ru | Lang::Kk => format::grouped_by_space,
        }));
        for (name, source) in sources(lang) {
            let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
                tracing::error!(%name, ?errors, "a message file has errors");
                resource
            });
            if let Err(errors) = bundle.add_resource(resource) {
                tracing::error!(%name, ?errors, "messages are defined twice");
            }
        }
        let plain = keys_of(lang).into_iter().filter_map(|key| plain(&bundle, &key).map(|text| (key, text))).collect();
        Self { bundle, plain }
    }
}

/// The text of a message that needs no arguments.
fn plain(bundle: &FluentBundle<FluentResource>, key: &str) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
    errors.is_empty().then_some(text)
}

fn sources(lang: Lang) -> BTreeMap<String, String> {
    let prefix = format!("{}/", lang.code());
    Files::iter()
        .filter(|path| path.starts_with(&prefix) && path.ends_with(".ftl"))
        .filter_map(|path| Some((path.to_string(), String::from_utf8(Files::get(&path)?.data.into_owned()).ok()?)))
        .collect()
}

fn keys_of(lang: Lang) -> Vec<String> {
    use fluent_syntax::ast::Entry;
    let mut keys = Vec::new();
    for source in sources(lang).values() {
        let (Ok(resource) | Err((resource, _))) = fluent_syntax::parser::parse(source.as_str());
        keys.extend(resource.body.iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        }));
    }
    keys
}

/// A long text of a language that stands in a file of its own below `locales/`.
pub fn long_text(lang: Lang, path: &str) -> Option<String> {
    String::from_utf8(Files::get(&format!("{}/{path}", lang.code()))?.data.into_owned()).ok()
}

/// Every stored key of a language, for the tests that hold the three together.
pub fn all_keys(lang: Lang) -> Vec<String> {
    keys_of(lang)
}

#[cold]
fn missing(lang: Lang, key: &str) -> &'static str {
    tracing::error!(lang = lang.code(), key, "no such message");
    "⟦?⟧"
}

macro_rules! from_numbers {
    ($($ty:ty),+) => {$(
        impl From<$ty> for Arg { fn from(n: $ty) -> Self { Self::Number(i64::try_from(n).unwrap_or(i64::MAX)) } }
        impl From<&$ty> for Arg { fn from(n: &$ty) -> Self { Self::from(*n) } }
        impl From<&&$ty> for Arg { fn from(n: &&$ty) -> Self { Self::from(**n) } }
    )+};
}
from_numbers!(i16, i32, i64, u32, u64, usize);

macro_rules! from_clones {
    ($($ty:ty => $variant:ident),+) => {$(
        impl From<$ty> for Arg { fn from(value: $ty) -> Self { Self::$variant(value.into()) } }
        impl From<&$ty> for Arg { fn from(value: &$ty) -> Self { Self::$variant(value.clone().into()) } }
        impl From<&&$ty> for Arg { fn from(value: &&$ty) -> Self { Self::$variant((*value).clone().into()) } }
    )+};
}
from_clones!(String => Text, Money => Money);

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<&&str> for Arg {
    fn from(text: &&str) -> Self {
        Self::Text((*text).to_owned())
    }
}
