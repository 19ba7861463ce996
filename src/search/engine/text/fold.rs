//! One form of each letter: lower case, accents off, ё as е.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The breve that turns и into й when written apart.
const BREVE: char = '\u{306}';

/// Appends the folded text.
pub fn fold_into(text: &str, out: &mut String) {
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else if matches!(c, '\u{400}'..='\u{4FF}') {
            out.push(cyrillic(lower(c)));
        } else {
            foreign(c, out);
        }
    }
}

/// The folded text.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// The common letters by arithmetic: that is quicker than the tables of all alphabets.
fn lower(c: char) -> char {
    match c {
        'а'..='я' => c,
        'А'..='Я' => char::from_u32(c as u32 + 32).unwrap_or(c),
        other => other.to_lowercase().next().unwrap_or(other),
    }
}

/// Is it a letter or a digit?
pub fn is_wordy(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'а'..='я') || !c.is_ascii() && c.is_alphanumeric()
}

fn cyrillic(c: char) -> char {
    match c {
        'ё' | 'ѐ' => 'е',
        'ѝ' => 'и',
        'ї' => 'і',
        other => other,
    }
}

fn foreign(c: char, out: &mut String) {
    if c == BREVE && out.ends_with('и') {
        out.pop();
        return out.push('й');
    }
    decompose_compatible(c, |part| {
        if !is_combining_mark(part) {
            out.extend(part.to_lowercase());
        }
    });
}

/// A Latin letter that looks like a Cyrillic one, with it.
const TWINS: [(char, char); 14] = [
    ('a', 'а'),
    ('b', 'в'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'н'),
    ('i', 'і'),
    ('k', 'к'),
    ('m', 'м'),
    ('o', 'о'),
    ('p', 'р'),
    ('t', 'т'),
    ('x', 'х'),
    ('y', 'у'),
    ('h', 'һ'),
];

fn to_cyrillic(c: char) -> Option<char> {
    TWINS.iter().find(|pair| pair.0 == c).map(|pair| pair.1)
}

fn to_latin(c: char) -> Option<char> {
    TWINS.iter().find(|pair| pair.1 == c).map(|pair| pair.0)
}

/// Is it a Cyrillic letter?
pub fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{4FF}')
}

/// The word in one alphabet, when twins of the other were typed into it: "кiтап" with a Latin i, "ХS" with a Cyrillic Х.
pub fn one_alphabet(word: &str) -> Option<String> {
    if word.is_ascii() || !word.bytes().any(|byte| byte.is_ascii_alphabetic()) || !word.chars().any(is_cyrillic) {
        return None;
    }
    let all = |twin: fn(char) -> Option<char>, other: fn(char) -> bool| -> Option<String> {
        word.chars().map(|c| if other(c) { twin(c) } else { Some(c) }).collect()
    };
    all(to_cyrillic, |c| c.is_ascii_alphabetic()).or_else(|| all(to_latin, is_cyrillic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_folded() {
        assert_eq!(fold("Ёлка Éclair ＡＢ"), "елка eclair ab");
        assert_eq!(fold("чай и\u{306}од"), "чай йод");
        assert_eq!(fold("ҚАЗАҚСТАН Іңір"), "қазақстан іңір");
    }

    #[test]
    fn twins_are_set_right() {
        assert_eq!(one_alphabet("кiтап").as_deref(), Some("кітап"));
        assert_eq!(one_alphabet("хs"), Some("xs".to_owned()));
        assert_eq!(one_alphabet("samsung"), None);
        assert_eq!(one_alphabet("256гб"), None);
    }
}
