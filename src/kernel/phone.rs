//! Kazakhstan's telephone numbers.

use serde::{Deserialize, Serialize};

/// A number of Kazakhstan's plan, as `+7XXXXXXXXXX`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(String);

impl Phone {
    /// Accepts any spacing, brackets and dashes, `8` or `+7` or nothing before the ten digits. Kazakhstan's codes begin with 6 or 7.
    pub fn parse(text: &str) -> Option<Self> {
        if text.chars().any(|c| !(c.is_ascii_digit() || c.is_whitespace() || "+-()".contains(c))) {
            return None;
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let ten = match (digits.len(), digits.as_bytes().first()) {
            (11, Some(b'7' | b'8')) => &digits[1..],
            (10, _) => &digits[..],
            _ => return None,
        };
        ten.starts_with(['6', '7']).then(|| Self(format!("+7{ten}")))
    }

    /// As stored: `+77011234567`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As people read it: `+7 701 123 45 67`. Text that is no stored number is shown as it is.
    pub fn pretty(stored: &str) -> String {
        match (stored.len() == 12 && stored.is_ascii(), stored) {
            (true, s) => format!("{}\u{a0}{}\u{a0}{}\u{a0}{}\u{a0}{}", &s[..2], &s[2..5], &s[5..8], &s[8..10], &s[10..]),
            (false, s) => s.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_tidied_or_refused() {
        for text in ["+7 701 123 45 67", "8 (701) 123-45-67", "7011234567", "77011234567"] {
            assert_eq!(Phone::parse(text).map(|p| p.0), Some("+77011234567".into()), "{text}");
        }
        for text in ["", "123", "+1 701 123 45 67", "+7 901 123 45 67", "70112345678", "701123456٧"] {
            assert_eq!(Phone::parse(text), None, "{text}");
        }
        assert_eq!(Phone::pretty("+77011234567"), "+7\u{a0}701\u{a0}123\u{a0}45\u{a0}67");
    }
}
