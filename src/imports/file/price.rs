//! Prices and pieces as price lists write them.

use super::error::Problem;

/// The highest price of one thing, in tenge.
pub(super) const MOST_PRICE: i64 = 1_000_000_000;
/// The most pieces on the shelf.
pub(super) const MOST_STOCK: i32 = 100_000;

/// Whole positive tenge: `289 990`, `289990.00`, `289 990 ₸`, `289,990.00`.
pub(super) fn price(text: &str) -> Result<i64, Problem> {
    let (whole, fraction) = parts(text).ok_or(Problem::new("listing-price-missing"))?;
    if fraction.bytes().any(|digit| digit != b'0') {
        return Err(Problem::new("listing-price-whole"));
    }
    match whole.parse() {
        Ok(tenge) if (1..=MOST_PRICE).contains(&tenge) => Ok(tenge),
        _ => Err(Problem::new("listing-price-range").with("max", MOST_PRICE)),
    }
}

/// The digits before and behind the comma, without signs of currency.
fn parts(text: &str) -> Option<(String, String)> {
    let tidy: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
    let tidy = ["₸", "тенге", "теңге", "тг.", "тг", "kzt"].iter().fold(tidy.as_str(), |text, sign| text.trim_end_matches(sign));
    let tidy = tidy.trim_start_matches('₸');
    // the last mark parts off the tiyn, one before it the thousands; so does a comma with three digits behind
    let (whole, fraction) = match tidy.rsplit_once(['.', ',']) {
        Some((whole, fraction)) if fraction.len() == 3 && tidy.contains(',') && !whole.contains('.') => (format!("{whole}{fraction}"), ""),
        Some((whole, fraction)) => (whole.to_owned(), fraction),
        None => (tidy.to_owned(), ""),
    };
    let whole = whole.replace(',', "");
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    (!whole.is_empty() && whole.len() < 19 && digits(&whole) && digits(fraction)).then(|| (whole, fraction.to_owned()))
}

/// Pieces: `12`, `1 200`, `12.0`, `> 10`, `10+`, `5 шт.`; "yes" is one, "no" is none.
pub(super) fn stock(text: &str) -> Result<i32, Problem> {
    let wrong = || Problem::new("listing-stock-wrong").with("max", i64::from(MOST_STOCK));
    let tidy: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    match tidy.as_str() {
        "да" | "есть" | "вналичии" | "иә" | "бар" | "yes" | "true" | "instock" => return Ok(1),
        "нет" | "нетвналичии" | "жоқ" | "no" | "false" | "outofstock" => return Ok(0),
        _ => {}
    }
    let tidy = ["шт.", "шт", "дана", "pcs", "+"].iter().fold(tidy.as_str(), |text, unit| text.trim_end_matches(unit));
    let (whole, fraction) = tidy.trim_start_matches(['>', '≥']).split_once(['.', ',']).unwrap_or((tidy.trim_start_matches(['>', '≥']), ""));
    if fraction.bytes().any(|digit| digit != b'0') || whole.is_empty() || !whole.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(wrong());
    }
    whole.parse().ok().filter(|pieces| *pieces <= MOST_STOCK).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_read_as_lists_write_them() {
        for text in ["289990", "289 990", "289\u{a0}990 ₸", "289990.00", "289 990,00 тг.", "289,990", "289,990.00", "₸289990", "289990 KZT"]
        {
            assert_eq!(price(text), Ok(289_990), "{text}");
        }
        for (text, key) in [("", "missing"), ("договорная", "missing"), ("-5", "missing"), ("0", "range"), ("10,50", "whole")] {
            assert_eq!(price(text).err().map(|problem| problem.key), Some(format!("listing-price-{key}")).as_deref(), "{text}");
        }
        assert_eq!(price("9999999999999999999999").err().map(|problem| problem.key), Some("listing-price-missing"));
        assert_eq!(price("1.2.3").err().map(|problem| problem.key), Some("listing-price-missing"));
    }

    #[test]
    fn pieces_are_read_as_lists_write_them() {
        for (text, pieces) in [("12", 12), ("1 200", 1200), ("12.0", 12), ("> 10", 10), ("10+", 10), ("5 шт.", 5), ("Да", 1), ("нет", 0)]
        {
            assert_eq!(stock(text), Ok(pieces), "{text}");
        }
        for text in ["", "-1", "1.5", "много", "100001", "99999999999999999999"] {
            assert!(stock(text).is_err(), "{text}");
        }
    }
}
