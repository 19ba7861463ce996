//! Stems of a folded word, by its alphabet.

use rust_stemmers::{Algorithm, Stemmer};

use super::{fold, kazakh};

/// The stemmers of the three languages.
pub struct Stemmers {
    english: Stemmer,
    russian: Stemmer,
}

/// The forms under which a word is indexed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stems {
    /// The likeliest.
    pub first: String,
    /// Of a Cyrillic word that may be Russian or Kazakh: the Kazakh stem, if it differs.
    pub second: Option<String>,
}

impl Default for Stemmers {
    fn default() -> Self {
        Self { english: Stemmer::create(Algorithm::English), russian: Stemmer::create(Algorithm::Russian) }
    }
}

impl Stemmers {
    /// The stems of a folded word. A word with digits is its own stem.
    pub fn stem(&self, word: &str) -> Stems {
        if word.bytes().any(|byte| byte.is_ascii_digit()) {
            return Stems { first: word.to_owned(), second: None };
        }
        if word.is_ascii() {
            return Stems { first: self.english.stem(word).into_owned(), second: None };
        }
        if !word.chars().all(fold::is_cyrillic) {
            return Stems { first: word.to_owned(), second: None };
        }
        let kazakh = kazakh::stem(word);
        if kazakh::is_kazakh(word) {
            return Stems { first: kazakh, second: None };
        }
        let first = self.russian.stem(word).into_owned();
        Stems { second: (kazakh != first).then_some(kazakh), first }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_alphabet_has_its_stems() {
        let stemmers = Stemmers::default();
        assert_eq!(stemmers.stem("batteries").first, "batteri");
        assert_eq!(stemmers.stem("ноутбуки").first, stemmers.stem("ноутбук").first);
        assert_eq!(stemmers.stem("wh1000xm5").first, "wh1000xm5");
        assert_eq!(stemmers.stem("балалар").second.as_deref(), Some("бала"));
        assert_eq!(stemmers.stem("қыздар").first, "кыз");
    }
}
