//! Numbers, money and dates, formatted in one place.

use std::fmt::Write;

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use fluent_bundle::FluentValue;
use intl_memoizer::concurrent::IntlLangMemoizer;

use super::{Lang, Locale};
use crate::kernel::{Money, local, today};

const NBSP: char = '\u{a0}';

const MONTHS: [&str; 12] = [
    "date-january",
    "date-february",
    "date-march",
    "date-april",
    "date-may",
    "date-june",
    "date-july",
    "date-august",
    "date-september",
    "date-october",
    "date-november",
    "date-december",
];

impl Locale {
    /// `1 284`, in English `1,284`.
    pub fn number(self, n: i64) -> String {
        group(n, if self.lang() == Lang::En { ',' } else { NBSP })
    }

    /// A number that is written with a point, with the language's decimal mark: `6,7`, in English `6.7`.
    pub fn decimal(self, plain: &str) -> String {
        if self.lang() == Lang::En { plain.to_owned() } else { plain.replace('.', ",") }
    }

    /// So many tenths, with one digit behind the mark: `4,7`, in English `4.7`.
    pub fn tenths(self, n: i64) -> String {
        let sign = if n < 0 { "−" } else { "" };
        self.decimal(&format!("{sign}{}.{}", n.unsigned_abs() / 10, n.unsigned_abs() % 10))
    }

    /// `289 990 ₸`, in English `289,990 ₸`; the sign never parts from its number.
    pub fn money(self, amount: Money) -> String {
        format!("{}{NBSP}₸", self.number(amount.whole()))
    }

    /// What a service costs: an amount, or the word for free.
    pub fn fee(self, amount: Money) -> String {
        if amount == Money::ZERO { self.t("ui-free").to_owned() } else { self.money(amount) }
    }

    /// `22 ноября`, with the year when it is not this one.
    pub fn day(self, date: NaiveDate) -> String {
        let mut text = format!("{}{NBSP}{}", date.day(), self.t(MONTHS[date.month0() as usize]));
        if date.year() != today().year() {
            let _ = write!(text, "{NBSP}{}", date.year());
        }
        text
    }

    /// `22–24 ноября`; one day when both are the same.
    pub fn days(self, from: NaiveDate, to: NaiveDate) -> String {
        match (from == to, (from.year(), from.month()) == (to.year(), to.month())) {
            (true, _) => self.day(from),
            (false, true) => format!("{}–{}", from.day(), self.day(to)),
            (false, false) => format!("{} – {}", self.day(from), self.day(to)),
        }
    }

    /// The day of a moment on Kazakhstan's clocks.
    pub fn date(self, at: DateTime<Utc>) -> String {
        self.day(local(at).date())
    }

    /// `22 ноября, 18:05` on Kazakhstan's clocks.
    pub fn moment(self, at: DateTime<Utc>) -> String {
        let at = local(at);
        format!("{}, {:02}:{:02}", self.day(at.date()), at.hour(), at.minute())
    }

    /// `14:35` on Kazakhstan's clocks.
    pub fn clock(self, at: DateTime<Utc>) -> String {
        let at = local(at);
        format!("{:02}:{:02}", at.hour(), at.minute())
    }
}

fn group(n: i64, separator: char) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + 8);
    if n < 0 {
        text.push('−');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// Fluent's hook for numbers in Russian and Kazakh messages.
pub(super) fn grouped_by_space(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    grouped(value, NBSP)
}

/// Fluent's hook for numbers in English messages.
pub(super) fn grouped_by_comma(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    grouped(value, ',')
}

fn grouped(value: &FluentValue<'_>, separator: char) -> Option<String> {
    match value {
        FluentValue::Number(n) => Some(group(n.value as i64, separator)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        assert_eq!(Locale::new(Lang::Ru).money(Money::tenge(289_990)), "289\u{a0}990\u{a0}₸");
        assert_eq!(Locale::new(Lang::En).money(Money::tenge(1_289_990)), "1,289,990\u{a0}₸");
        assert_eq!(Locale::new(Lang::Kk).number(-12), "−12");
    }

    #[test]
    fn decimals_have_the_mark_of_their_language() {
        assert_eq!([Lang::Ru, Lang::Kk, Lang::En].map(|lang| Locale::new(lang).tenths(47)), ["4,7", "4,7", "4.7"]);
        assert_eq!((Locale::new(Lang::Ru).tenths(-3), Locale::new(Lang::En).tenths(1_000)), ("−0,3".to_owned(), "100.0".to_owned()));
    }

    #[test]
    fn days_are_named() {
        let date = NaiveDate::from_ymd_opt(2020, 11, 22).unwrap();
        assert_eq!(Locale::new(Lang::Kk).day(date), "22\u{a0}қараша\u{a0}2020");
    }
}
