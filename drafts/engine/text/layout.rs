//! Text typed with the keyboard in another language.

/// The keys of a row in English, Russian and Kazakh.
const ENGLISH: &str = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const RUSSIAN: &str = "ёйцукенгшщзхъфывапролджэячсмитьбю";
/// The keys on which Kazakh has letters of its own.
const DIGITS: &str = "234590-=";
const KAZAKH: &str = "әіңғүқөһ";

fn swap(c: char, from: &str, to: &str) -> Option<char> {
    from.chars().position(|key| key == c).and_then(|at| to.chars().nth(at))
}

/// What the same keys give in the other languages; the likelier first. The text is lower case.
pub fn others(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    if text.chars().any(|c| c.is_ascii_alphabetic()) {
        all.push(keys(text, &[(ENGLISH, RUSSIAN)]));
        if text.chars().any(|c| DIGITS.contains(c)) {
            all.push(keys(text, &[(ENGLISH, RUSSIAN), (DIGITS, KAZAKH)]));
        }
    } else if text.chars().any(super::fold::is_cyrillic) {
        all.push(keys(text, &[(RUSSIAN, ENGLISH), (KAZAKH, DIGITS)]));
    }
    if text.chars().all(|c| DIGITS.contains(c) || super::fold::is_cyrillic(c)) && text.chars().any(|c| DIGITS.contains(c)) {
        all.push(keys(text, &[(DIGITS, KAZAKH)]));
    }
    all.retain(|other| other != text);
    all
}

fn keys(text: &str, rows: &[(&str, &str)]) -> String {
    text.chars().map(|c| rows.iter().find_map(|(from, to)| swap(c, from, to)).unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_the_same_in_all_languages() {
        assert_eq!(others("ыфьыгтп"), ["samsung"]);
        assert_eq!(others("ghbdtn"), ["привет"]);
        assert_eq!(others("0fpf0"), ["0фпф0".replace("фпф", "аза"), "қазақ".to_owned()]);
        assert_eq!(others("rehnrf ;bkdf"), ["куртка жилва"]);
        assert_eq!(others("123"), Vec::<String>::new());
        assert_eq!(ENGLISH.chars().count(), RUSSIAN.chars().count());
        assert_eq!(DIGITS.chars().count(), KAZAKH.chars().count());
    }
}
