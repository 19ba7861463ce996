//! Forms over stored numbers. A page shows what was stored when it was made; meanwhile pieces are sold and other pages are saved. What nobody typed
//! is no wish, and what was typed over another number than the stored one is asked about again.

use super::form::{parse_price, parse_stock};
use crate::i18n::{Lang, Locale};
use crate::kernel::Money;
use crate::web::{FieldError, Form};

/// A price as its field shows it: `289 990`, as people write it; nothing until it is said.
pub(super) fn price_text(price: Money) -> String {
    if price == Money::ZERO { String::new() } else { Locale::new(Lang::Ru).number(price.whole()) }
}

/// The hidden field that says what a field showed: `was-price[7]` beside `price[7]`.
pub(super) fn was(name: &str) -> String {
    format!("was-{name}")
}

/// What the hidden field says: beside a wrong field what it said before, else what is stored now.
pub(super) fn shown(form: &Form, name: &str, stored: String) -> String {
    let was = was(name);
    if form.wrong(name) && form.has(&was) { form.value(&was).to_owned() } else { stored }
}

/// The price that was typed, where it is another than the page showed.
pub(super) fn typed_price(form: &mut Form, name: &str, stored: Money, strict: bool) -> Option<Money> {
    let stored = Stored { value: stored, text: price_text(stored), moved: FieldError::new("listing-price-moved").with("price", stored) };
    typed(form, name, stored, strict, parse_price)
}

/// The pieces that were typed, where they are others than the page showed.
pub(super) fn typed_stock(form: &mut Form, name: &str, stored: i32, strict: bool) -> Option<i32> {
    let stored = Stored { value: stored, text: stored.to_string(), moved: FieldError::new("listing-stock-moved").with("n", stored) };
    typed(form, name, stored, strict, parse_stock)
}

/// What is stored, how a field shows it, and what is said when it moved.
struct Stored<T> {
    value: T,
    text: String,
    moved: FieldError,
}

type Parse<T> = fn(&str, bool) -> Result<T, FieldError>;

fn typed<T: PartialEq>(form: &mut Form, name: &str, stored: Stored<T>, strict: bool, parse: Parse<T>) -> Option<T> {
    let new = form.parse(name, |text| parse(text, strict))?;
    let was = was(name);
    let seen = if form.has(&was) { parse(form.value(&was).trim(), false).ok() } else { None };
    match seen {
        _ if new == stored.value => None,
        Some(seen) if seen == new => {
            form.set(name, stored.text);
            None
        }
        Some(seen) if seen != stored.value => {
            form.set(&was, stored.text);
            form.fail(name, stored.moved);
            None
        }
        _ => {
            if form.has(&was) {
                let text = form.value(name).to_owned();
                form.set(&was, text);
            }
            Some(new)
        }
    }
}
