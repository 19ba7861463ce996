//! Units of measure, whatever language they are written in.

/// The one form of a unit.
pub fn unit(word: &str) -> Option<&'static str> {
    Some(match word {
        "gb" | "гб" | "гигабайт" | "гигабайта" | "gigabyte" | "gigabytes" => "gb",
        "tb" | "тб" | "терабайт" | "terabyte" => "tb",
        "mb" | "мб" | "мегабайт" => "mb",
        "kg" | "кг" | "килограмм" | "килограмма" | "килограммов" => "kg",
        "g" | "г" | "гр" | "грамм" | "граммов" => "g",
        "mg" | "мг" => "mg",
        "l" | "л" | "литр" | "литра" | "литров" | "liter" | "litre" | "liters" | "литрлік" => "l",
        "ml" | "мл" => "ml",
        "m" | "м" | "метр" | "метра" | "метров" | "meter" | "meters" => "m",
        "cm" | "см" => "cm",
        "mm" | "мм" => "mm",
        "in" | "inch" | "inches" | "дюйм" | "дюйма" | "дюймов" | "дюймовый" => "inch",
        "w" | "вт" | "ватт" | "watt" | "watts" => "w",
        "kw" | "квт" => "kw",
        "v" | "в" | "вольт" | "volt" => "v",
        "a" | "а" | "ампер" => "a",
        "mah" | "мач" => "mah",
        "hz" | "гц" => "hz",
        "mhz" | "мгц" => "mhz",
        "ghz" | "ггц" => "ghz",
        "mp" | "мп" | "мпикс" => "mp",
        "pcs" | "pc" | "шт" | "штук" | "штуки" | "дана" => "pcs",
        "db" | "дб" => "db",
        "rpm" => "rpm",
        _ => return None,
    })
}

/// A word that is a number with its unit: "256гб" is "256gb".
pub fn measured(word: &str) -> Option<String> {
    let letters = word.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, name) = word.split_at(letters);
    if number.is_empty() {
        return None;
    }
    Some(format!("{number}{}", unit(name)?))
}

/// Is it a plain or decimal number?
pub fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_digit() || c == '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_have_one_form() {
        assert_eq!(measured("256гб").as_deref(), Some("256gb"));
        assert_eq!(measured("1.5l").as_deref(), Some("1.5l"));
        assert_eq!(measured("wh1000"), None);
        assert_eq!(measured("gb"), None);
        assert_eq!(measured("256"), None);
    }
}
