//! Characteristics as people type, choose and read them.

use bigdecimal::BigDecimal;

use super::Value;
use crate::catalog::{Attribute, AttributeKind};
use crate::i18n::{Lang, Locale, Named};
use crate::web::FieldError;

/// The longest free text.
const TEXT: usize = 120;

/// Reads one characteristic; empty is no value.
pub(super) fn parse_value(text: &str, attribute: &Attribute, needed: bool, lang: Lang) -> Result<Option<Value>, FieldError> {
    let wrong = |key| FieldError::new(key).with("name", attribute.name(lang));
    if text.is_empty() {
        return if needed { Err(wrong("listing-value-missing")) } else { Ok(None) };
    }
    let value = match attribute.kind {
        AttributeKind::Text if text.chars().count() > TEXT => {
            return Err(FieldError::new("form-too-long").with("max", TEXT).with("now", text.chars().count()));
        }
        AttributeKind::Text => Some(Value::Text(text.to_owned())),
        AttributeKind::Number => Some(Value::Number(number(text).ok_or_else(|| wrong("listing-value-number"))?)),
        AttributeKind::Choice => attribute.option(text).map(|option| Value::Choice(option.id)),
        AttributeKind::Bool => ["no", "yes"].iter().position(|word| *word == text).map(|yes| Value::Bool(yes == 1)),
    };
    value.map(Some).ok_or_else(|| wrong("listing-value-missing"))
}

/// `6,7` and `1 200.5`: at most eleven digits before the comma and three behind, as the column holds.
fn number(text: &str) -> Option<BigDecimal> {
    let tidy: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    let digits = tidy.strip_prefix(['-', '−']).unwrap_or(&tidy);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let right = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    (right(whole, 11) && right(fraction, 3)).then(|| tidy.replace('−', "-").parse().ok()).flatten()
}

/// `6,7 дюйм.` is `6,7` where the unit is known; any other word behind a number stays, and makes it none.
fn without_unit<'a>(word: &'a str, attribute: &Attribute) -> &'a str {
    let units = attribute.unit.iter().flat_map(|unit| Lang::ALL.iter().map(|lang| unit.name(*lang).to_lowercase()));
    let cut = |unit: String| word.strip_suffix(unit.as_str()).or_else(|| word.strip_suffix(unit.trim_end_matches('.')));
    units.filter_map(cut).min_by_key(|rest| rest.len()).unwrap_or(word).trim()
}

fn plain(number: &BigDecimal, lang: Lang) -> String {
    let text = number.normalized().to_plain_string();
    if lang == Lang::En { text } else { text.replace('.', ",") }
}

/// Words for yes and for no, in the languages of price lists.
const YES: [&str; 6] = ["yes", "true", "да", "есть", "иә", "бар"];
const NO: [&str; 5] = ["no", "false", "нет", "жоқ", "-"];

impl Value {
    /// Reads a value as price lists write it: options by their names in any language, numbers with or without their unit.
    pub fn read(text: &str, attribute: &Attribute) -> Option<Self> {
        let (text, word) = (text.trim(), text.trim().to_lowercase());
        match attribute.kind {
            AttributeKind::Text => (1..=TEXT).contains(&text.chars().count()).then(|| Self::Text(text.to_owned())),
            AttributeKind::Number => number(without_unit(&word, attribute)).map(Self::Number),
            AttributeKind::Choice => {
                let named =
                    |o: &&crate::catalog::Choice| o.code == word || Lang::ALL.iter().any(|lang| o.name(*lang).to_lowercase() == word);
                attribute.options.iter().find(named).map(|option| Self::Choice(option.id))
            }
            AttributeKind::Bool if YES.contains(&word.as_str()) => Some(Self::Bool(true)),
            AttributeKind::Bool => NO.contains(&word.as_str()).then_some(Self::Bool(false)),
        }
    }

    /// What the form shows.
    pub fn typed(&self, attribute: &Attribute, lang: Lang) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(value) => plain(value, lang),
            Self::Choice(id) => attribute.options.iter().find(|option| option.id == *id).map(|o| o.code.clone()).unwrap_or_default(),
            Self::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        }
    }

    /// What people read: `6,7 дюйм.`, `чёрный`, `да`.
    pub fn say(&self, attribute: &Attribute, locale: Locale) -> String {
        let lang = locale.lang();
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(value) => match &attribute.unit {
                Some(unit) => format!("{}\u{a0}{}", plain(value, lang), unit.name(lang)),
                None => plain(value, lang),
            },
            Self::Choice(id) => {
                attribute.options.iter().find(|option| option.id == *id).map(|o| o.name(lang).to_owned()).unwrap_or_default()
            }
            Self::Bool(yes) => locale.t(if *yes { "value-yes" } else { "value-no" }).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them_and_fit_their_column() {
        let read = |text: &str| number(text).map(|n| plain(&n, Lang::Ru));
        assert_eq!(read("6,7").as_deref(), Some("6,7"));
        assert_eq!(read("1 200.50").as_deref(), Some("1200,5"));
        assert_eq!(read("−18").as_deref(), Some("-18"));
        for bad in ["", ".", "1e9", "1.2345", "123456789012", "NaN", "--1", "1,,2", "٣"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
