//! From texts to numbered terms, quickly: every written form is looked at once.

use std::ops::Range;

use super::quick::QuickMap;
use super::rarity;
use super::text::token::{self, Piece};
use super::text::{fold, stem::Stemmers, stop, units};

/// A term by its number within one [`Analyser`].
pub type TermId = u32;

/// So many forms are remembered before all are forgotten.
const MOST_FORMS: usize = 50_000;
/// Terms are cut there, in bytes.
const LONGEST: usize = 48;

#[derive(Clone, Copy)]
struct Form {
    first: TermId,
    second: Option<TermId>,
    stop: bool,
}

/// What one text gives.
#[derive(Debug, Default)]
pub struct Occurrences {
    /// Every occurrence; stems of both languages and joined words stand beside the plain ones.
    pub terms: Vec<TermId>,
    /// How many of the first belong to the head of the text: before "for", "with" and the like.
    pub head: usize,
    /// Those of the word before a Kazakh "for": not of the head either.
    pub purpose: Range<usize>,
    /// How many words the text has, without stop words.
    pub length: u32,
}

/// Turns texts into terms.
#[derive(Default)]
pub struct Analyser {
    stemmers: Stemmers,
    forms: QuickMap<Box<str>, Form>,
    numbers: QuickMap<Box<str>, TermId>,
    terms: Vec<(Box<str>, u64)>,
    folded: String,
}

impl Analyser {
    /// The term and its hash.
    pub fn term(&self, id: TermId) -> (&str, u64) {
        self.terms.get(id as usize).map_or(("", 0), |(term, hash)| (term, *hash))
    }

    /// Forgets all terms when there are too many; their numbers are void then.
    pub fn rest(&mut self) {
        if self.forms.len() > MOST_FORMS || self.terms.len() > MOST_FORMS {
            self.forms.clear();
            self.numbers.clear();
            self.terms.clear();
        }
    }

    /// The terms of a text. Stop words are kept on demand; the written words go to `words`.
    pub fn read(&mut self, text: &str, keep_stops: bool, mut words: Option<&mut Vec<String>>) -> Occurrences {
        let mut found = Occurrences::default();
        let mut folded = std::mem::take(&mut self.folded);
        let mut relation = false;
        for line in text.split('\n') {
            folded.clear();
            fold::fold_into(line, &mut folded);
            let (mut run, mut before) = (Run::default(), found.terms.len());
            for piece in token::pieces(&folded) {
                if stop::is_purpose_behind(piece.text) {
                    found.purpose = before..found.terms.len();
                }
                before = found.terms.len();
                relation |= run.before.is_some() && stop::is_relation(piece.text);
                if !relation {
                    found.head = found.terms.len() + 1;
                }
                if let Some(words) = words.as_deref_mut().filter(|_| is_word(piece.text)) {
                    words.push(piece.text.to_owned());
                }
                self.take(piece, keep_stops, &mut run, &mut found);
            }
        }
        found.head = found.head.min(found.terms.len());
        self.folded = folded;
        found
    }

    fn take<'a>(&mut self, piece: Piece<'a>, keep_stops: bool, run: &mut Run<'a>, found: &mut Occurrences) {
        let form = self.form(piece.text);
        if !form.stop || keep_stops {
            found.terms.push(form.first);
            found.terms.extend(form.second);
        }
        found.length += u32::from(!form.stop);
        if let Some(term) = run.measure(piece) {
            found.terms.push(self.number(&term));
        }
        for joined in run.join(piece) {
            found.terms.push(self.number(&joined));
        }
    }

    fn form(&mut self, word: &str) -> Form {
        if let Some(form) = self.forms.get(word) {
            return *form;
        }
        let plain = plain(word);
        let stems = self.stemmers.stem(&plain);
        let form =
            Form { first: self.number(&stems.first), second: stems.second.map(|second| self.number(&second)), stop: stop::is_stop(&plain) };
        self.forms.insert(word.into(), form);
        form
    }

    fn number(&mut self, term: &str) -> TermId {
        let term = cut(term);
        if let Some(id) = self.numbers.get(term) {
            return *id;
        }
        let id = TermId::try_from(self.terms.len()).unwrap_or(TermId::MAX);
        self.terms.push((term.into(), rarity::hash(term)));
        self.numbers.insert(term.into(), id);
        id
    }
}

/// The one way to write a word: one alphabet, one form of numbers and units.
pub fn plain(word: &str) -> String {
    let word = token::plain(word).unwrap_or_else(|| word.to_owned());
    let word = units::measured(&word).unwrap_or(word);
    fold::one_alphabet(&word).unwrap_or(word)
}

/// Not longer than terms may be.
pub fn cut(term: &str) -> &str {
    &term[..term.floor_char_boundary(LONGEST)]
}

/// Worth completing and correcting to.
fn is_word(word: &str) -> bool {
    (2..=40).contains(&word.len()) && word.contains(char::is_alphabetic)
}

/// The words that are written together, so far.
#[derive(Default)]
struct Run<'a> {
    before: Option<&'a str>,
    joined: String,
    parts: usize,
}

impl<'a> Run<'a> {
    /// A number and a unit after it, as one term; "2 in 1" has none.
    fn measure(&self, piece: Piece<'a>) -> Option<String> {
        let number = self.before.filter(|before| units::is_number(before) || token::plain(before).is_some())?;
        let unit = units::unit(piece.text).filter(|_| !stop::is_stop(piece.text))?;
        let number = token::plain(number).unwrap_or_else(|| number.to_owned());
        Some(format!("{number}{unit}"))
    }

    /// What the piece gives together with those before it: the pair, and all of them.
    fn join(&mut self, piece: Piece<'a>) -> Vec<String> {
        let before = self.before.replace(piece.text);
        let Some(before) = before.filter(|before| joins(before, piece)) else {
            self.joined = piece.text.to_owned();
            self.parts = 1;
            return Vec::new();
        };
        self.joined.push_str(piece.text);
        self.parts += 1;
        let mut all = vec![format!("{before}{}", piece.text)];
        if (3..=5).contains(&self.parts) {
            all.push(self.joined.clone());
        }
        all.retain(|joined| joined.len() <= LONGEST);
        all
    }
}

fn joins(before: &str, piece: Piece<'_>) -> bool {
    let digits = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    match piece.glue {
        None => false,
        Some('.' | '/') => digits(before) || digits(piece.text),
        Some(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        let mut analyser = Analyser::default();
        let found = analyser.read(text, false, None);
        found.terms.iter().map(|id| analyser.term(*id).0.to_owned()).collect()
    }

    #[test]
    fn model_numbers_are_joined() {
        assert_eq!(terms("WH-1000XM5"), ["wh", "1000xm5", "wh1000xm5"]);
        assert_eq!(terms("a-b-c-1"), ["b", "ab", "c", "bc", "abc", "1", "c1", "abc1"]);
    }

    #[test]
    fn units_are_one_term() {
        assert_eq!(terms("256 GB"), ["256", "gb", "256gb"]);
        assert_eq!(terms("256гб"), ["256gb"]);
        assert_eq!(terms("1,5 л")[0], "1.5");
        assert!(terms("1,5 л").contains(&"1.5l".to_owned()));
        assert_eq!(terms("1.5l"), ["1.5l"]);
    }

    #[test]
    fn the_head_ends_at_a_relation() {
        let mut analyser = Analyser::default();
        let found = analyser.read("Чехол для телефона", true, None);
        assert_eq!(analyser.term(found.terms[0]).0, "чехол");
        assert_eq!(found.head, 1);
        let behind = analyser.read("Saqta телефонға арналған қап", true, None);
        let purpose = &behind.terms[behind.purpose.clone()];
        assert!(!purpose.is_empty() && purpose.iter().all(|term| analyser.term(*term).0.starts_with("телефон")), "{behind:?}");
        let whole = analyser.read("for dogs", true, None);
        assert_eq!(whole.head, whole.terms.len());
    }
}
