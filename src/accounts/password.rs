//! What may be a password: 8 to 128 characters, and nothing that is guessed first.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::web::{FieldError, Form};

const SHORTEST: usize = 8;
const LONGEST: usize = 128;

static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("common-passwords.txt").split_whitespace().collect());

/// A password that may be used. It never shows itself in logs.
pub struct Password(String);

impl Password {
    /// Reads a new password; `own` are the words that this person's password may not be.
    pub fn parse(form: &mut Form, field: &str, own: &[String]) -> Option<Self> {
        let text = form.value(field).to_owned();
        let error = match text.chars().count() {
            0 => FieldError::new("accounts-password-empty"),
            n if n < SHORTEST => FieldError::new("accounts-password-short").with("now", n),
            n if n > LONGEST => FieldError::new("accounts-password-long").with("now", n),
            _ if own.iter().any(|word| is_mere(&text, word)) => FieldError::new("accounts-password-own"),
            _ if is_common(&text) => FieldError::new("accounts-password-common"),
            _ => return Some(Self(text)),
        };
        form.fail(field, error);
        None
    }

    /// The text, for hashing.
    pub fn into_text(self) -> String {
        self.0
    }
}

/// Whether it is among the passwords tried first: known words, with digits around them or not, short pieces repeated, keys in a row.
fn is_common(text: &str) -> bool {
    let lower = text.to_lowercase();
    COMMON.contains(lower.as_str()) || COMMON.contains(bare(&lower)) || is_repeated(&lower) || is_row(&lower)
}

/// Whether it is only `word`, with digits and marks around it or not.
fn is_mere(text: &str, word: &str) -> bool {
    let lower = text.to_lowercase();
    !word.is_empty() && (lower == word || bare(&lower) == word || bare(&lower) == bare(word) && bare(word).chars().count() > 2)
}

/// Without the digits and marks at both ends.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphabetic())
}

/// A piece of up to four characters said again and again.
fn is_repeated(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    (1..=4).any(|piece| chars.iter().zip(chars.iter().skip(piece)).all(|(a, b)| a == b))
}

/// Digits or letters that follow one another, up or down.
fn is_row(text: &str) -> bool {
    let codes: Vec<i64> = text.chars().map(|c| i64::from(u32::from(c))).collect();
    [1, -1].iter().any(|step| codes.windows(2).all(|pair| pair[1] - pair[0] == *step))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error_of(text: &str) -> Option<&'static str> {
        let mut form = Form::of([("password", text)]);
        let own = super::super::user::own_words("Айгерим Сеитова", crate::kernel::Email::parse("aigerim.s@mail.kz").as_ref());
        let fine = Password::parse(&mut form, "password", &own).is_some();
        let error = form.errors("password").next().map(FieldError::key);
        assert_eq!(fine, error.is_none());
        error
    }

    #[test]
    fn what_is_guessed_first_is_refused() {
        for text in [
            "password",
            "Password1",
            "йцукенгш",
            "qwerty123",
            "ЙЦУКЕН2024!",
            "11111111",
            "абвгабвг",
            "12345678",
            "987654321",
            "алматы2024",
            "gfhjkm123",
        ] {
            assert_eq!(error_of(text), Some("accounts-password-common"), "{text}");
        }
        for text in ["aigerim.s@mail.kz", "Aigerim.S1", "айгерим1990", "Сеитова!!"] {
            assert_eq!(error_of(text), Some("accounts-password-own"), "{text}");
        }
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert_eq!(error_of(""), Some("accounts-password-empty"));
        assert_eq!(error_of("семь зн"), Some("accounts-password-short"));
        assert_eq!(error_of("три слова подряд"), None);
        assert_eq!(error_of(&"слово и ".repeat(16)), None);
        assert_eq!(error_of(&"слово и ".repeat(17)), Some("accounts-password-long"));
        assert_eq!(error_of("🙂🙃🐎🏔🌬🍎🥟🫖"), None);
    }
}
