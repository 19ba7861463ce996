//! Three languages: messages, plurals, numbers and dates. A [`Locale`] is a value; nothing global is ever switched.

mod catalog;
mod format;
mod lang;

pub use catalog::{Arg, Locale, all_keys, long_text};
pub use lang::{Lang, Named, Names};
