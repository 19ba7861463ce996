//! Words that every room speaks: ids, money, GTIN, e-mail, phone, slugs, numbers, ratings, time. Pure, no I/O.

mod columns;
mod email;
mod gtin;
mod id;
mod markdown;
mod money;
mod number;
mod phone;
mod rating;
mod seal;
mod secret;
mod slug;
mod time;
mod tin;

pub use email::Email;
pub use gtin::{Gtin, GtinError};
pub use id::*;
pub use markdown::markdown_to_html;
pub use money::{Money, MoneyError};
pub use number::Number;
pub use phone::Phone;
pub use rating::Rating;
pub use seal::{seal, sealed};
pub use secret::{Token, TokenHash};
pub use slug::slugify;
pub use time::{KZ, local, now, today};
pub use tin::{Tin, TinKind};

pub(crate) use columns::text_enum;
