//! askama filters: the glass where keys become words. They find the shell by themselves.

use std::borrow::Borrow;
use std::fmt::Display;

use askama::filters::Safe;
use askama::{Error, Result, Values, filter_fn};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

use super::{FieldError, Shell, assets, icons};
use crate::i18n::{Arg, Named};
use crate::kernel::{Money, Phone, Rating, markdown_to_html};

fn shell(values: &dyn Values) -> Result<&Shell> {
    askama::get_value::<Shell>(values, "shell")
}

/// `"cart-title"|t`: a message.
#[filter_fn]
pub fn t(key: impl AsRef<str>, values: &dyn Values) -> Result<&'static str> {
    Ok(shell(values)?.locale().t(key.as_ref()))
}

/// `"cart-count"|t1("n", count)`: a message with one argument.
#[filter_fn]
pub fn t1<X: Into<Arg>>(key: impl AsRef<str>, values: &dyn Values, name: &str, value: X) -> Result<String> {
    Ok(shell(values)?.locale().format(key.as_ref(), &[(name, value.into())]))
}

/// A message with two arguments.
#[filter_fn]
pub fn t2<X: Into<Arg>, Y: Into<Arg>>(key: impl AsRef<str>, values: &dyn Values, a: &str, x: X, b: &str, y: Y) -> Result<String> {
    Ok(shell(values)?.locale().format(key.as_ref(), &[(a, x.into()), (b, y.into())]))
}

/// A message with three arguments.
#[filter_fn]
#[allow(clippy::too_many_arguments)]
pub fn t3<X: Into<Arg>, Y: Into<Arg>, Z: Into<Arg>>(
    key: impl AsRef<str>,
    values: &dyn Values,
    a: &str,
    x: X,
    b: &str,
    y: Y,
    c: &str,
    z: Z,
) -> Result<String> {
    Ok(shell(values)?.locale().format(key.as_ref(), &[(a, x.into()), (b, y.into()), (c, z.into())]))
}

/// What a field has to say.
#[filter_fn]
pub fn err(error: &FieldError, values: &dyn Values) -> Result<String> {
    Ok(error.say(shell(values)?.locale()))
}

/// `289 990 ₸`.
#[filter_fn]
pub fn money(amount: impl Borrow<Money>, values: &dyn Values) -> Result<String> {
    Ok(shell(values)?.locale().money(*amount.borrow()))
}

/// What a service costs: an amount, or the word for free.
#[filter_fn]
pub fn fee(amount: impl Borrow<Money>, values: &dyn Values) -> Result<String> {
    Ok(shell(values)?.locale().fee(*amount.borrow()))
}

/// `1 284`.
#[filter_fn]
pub fn num(n: impl Into<Arg>, values: &dyn Values) -> Result<String> {
    let locale = shell(values)?.locale();
    Ok(match n.into() {
        Arg::Number(n) => locale.number(n),
        Arg::Text(text) => text,
        Arg::Money(money) => locale.money(money),
        Arg::Key(key) => locale.t(key).to_owned(),
    })
}

/// `22 ноября`, from a moment.
#[filter_fn]
pub fn date(at: &DateTime<Utc>, values: &dyn Values) -> Result<String> {
    Ok(shell(values)?.locale().date(*at))
}

/// `22 ноября`, from a calendar day.
#[filter_fn]
pub fn day(date: &NaiveDate, values: &dyn Values) -> Result<String> {
    Ok(shell(values)?.locale().day(*date))
}

/// `22–24 ноября`, from a pair of calendar days.
#[filter_fn]
pub fn days(pair: impl Borrow<(NaiveDate, NaiveDate)>, values: &dyn Values) -> Result<String> {
    let (from, to) = *pair.borrow();
    Ok(shell(values)?.locale().days(from, to))
}

/// `22 ноября, 18:05`.
#[filter_fn]
pub fn moment(at: &DateTime<Utc>, values: &dyn Values) -> Result<String> {
    Ok(shell(values)?.locale().moment(*at))
}

/// `14:35`.
#[filter_fn]
pub fn clock(at: &DateTime<Utc>, values: &dyn Values) -> Result<String> {
    Ok(shell(values)?.locale().clock(*at))
}

/// For `datetime=` attributes.
#[filter_fn]
pub fn iso(at: &DateTime<Utc>, _: &dyn Values) -> Result<String> {
    Ok(at.to_rfc3339_opts(SecondsFormat::Secs, true))
}

/// `+7 701 123 45 67`.
#[filter_fn]
pub fn phone(stored: impl AsRef<str>, _: &dyn Values) -> Result<String> {
    Ok(Phone::pretty(stored.as_ref()))
}

/// The name in the page's language.
#[filter_fn]
pub fn name(named: impl Named, values: &dyn Values) -> Result<String> {
    Ok(named.name(shell(values)?.lang).to_owned())
}

/// An own address in the page's language.
#[filter_fn]
pub fn href(path: impl AsRef<str>, values: &dyn Values) -> Result<String> {
    Ok(shell(values)?.href(path.as_ref()))
}

/// A score, with three digits behind the decimal mark.
#[filter_fn]
pub fn score(score: impl Display, values: &dyn Values) -> Result<String> {
    Ok(shell(values)?.locale().decimal(&format!("{score:.3}")))
}

/// `4,7`, from so many tenths.
#[filter_fn]
pub fn tenths(n: impl Borrow<i64>, values: &dyn Values) -> Result<String> {
    Ok(shell(values)?.locale().tenths(*n.borrow()))
}

/// `Рейтинг 4,7 из 5, 12 оценок`: a rating for those who do not see its star.
#[filter_fn]
pub fn rated(rating: &Rating, values: &dyn Values) -> Result<String> {
    let locale = shell(values)?.locale();
    Ok(locale.format("ui-rated", &[("mean", locale.tenths(rating.tenths()).into()), ("n", rating.count().into())]))
}

/// The hashed address of a static file.
#[filter_fn]
pub fn asset(name: impl AsRef<str>, _: &dyn Values) -> Result<&'static str> {
    Ok(assets::url(name.as_ref()))
}

/// An icon.
#[filter_fn]
pub fn icon(name: impl AsRef<str>, _: &dyn Values) -> Result<Safe<&'static str>> {
    Ok(Safe(icons::icon(name.as_ref())))
}

/// A user's Markdown, sanitised.
#[filter_fn]
pub fn markdown(text: impl AsRef<str>, _: &dyn Values) -> Result<Safe<String>> {
    Ok(Safe(markdown_to_html(text.as_ref())))
}

/// Percent-encoded, for a piece of a query.
#[filter_fn]
pub fn query(text: impl AsRef<str>, _: &dyn Values) -> Result<String> {
    serde_html_form::to_string([("", text.as_ref())]).map(|pair| pair.trim_start_matches('=').to_owned()).map_err(Error::custom)
}
