//! What an unknown word may have been meant to be.

use super::super::found::How;
use super::super::text::{layout, translit};
use super::lexicon::Lexicon;
use super::parse::{self, Chunk};

/// No longer words are corrected, in letters.
const LONGEST: usize = 30;

/// What a word is read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The words that stand for it: one of them for completions, all of them for a split.
    pub words: Vec<String>,
    /// How one came to them.
    pub how: How,
}

/// A chunk with an unknown word, typed with another keyboard.
pub fn layout(chunk: &Chunk, lexicon: &Lexicon<'_>) -> Option<Chunk> {
    if chunk.words.is_empty() || chunk.words.iter().all(|word| lexicon.frequency(word) > 0) {
        return None;
    }
    let trimmed = chunk.raw.trim_matches(|c: char| !c.is_alphanumeric());
    let readings = [chunk.raw.as_str(), trimmed].into_iter().flat_map(layout::others).map(|raw| parse::chunk(&raw));
    let known = |chunk: &Chunk| !chunk.words.is_empty() && chunk.words.iter().all(|word| lexicon.frequency(word) > 0);
    readings.filter(known).find(|chunk| chunk.words.iter().any(|word| word.chars().count() > 1))
}

/// What an unknown word is read as. The last word may be unfinished.
pub fn correct(word: &str, last: bool, lexicon: &Lexicon<'_>) -> Option<Reading> {
    let letters = word.chars().count();
    if letters > LONGEST {
        return None;
    }
    let mut forms = translit::rules(word);
    let known = forms.iter().filter(|form| lexicon.frequency(form) > 0).max_by_key(|form| lexicon.frequency(form));
    if let Some(known) = known.filter(|_| letters > 2) {
        return Some(Reading { words: vec![known.clone()], how: How::Script });
    }
    forms.truncate(4);
    let other_keys = layout::others(word);
    let all = || std::iter::once(word).chain(forms.iter().map(String::as_str)).chain(other_keys.iter().map(String::as_str));
    if last && let Some(words) = all().find_map(|form| complete(form, lexicon)) {
        return Some(Reading { words, how: How::Completion });
    }
    split(word, lexicon)
        .or_else(|| all().find_map(|form| spell(form, lexicon)).map(|word| Reading { words: vec![word], how: How::Spelling }))
}

fn complete(word: &str, lexicon: &Lexicon<'_>) -> Option<Vec<String>> {
    if word.chars().count() < 2 {
        return None;
    }
    let words: Vec<_> = lexicon.completions(word, 8).into_iter().map(|(word, _)| word).collect();
    (!words.is_empty()).then_some(words)
}

/// Two known words written as one; the pair whose rarer word is the most frequent.
fn split(word: &str, lexicon: &Lexicon<'_>) -> Option<Reading> {
    let frequency = |(left, right): &(&str, &str)| lexicon.frequency(left).min(lexicon.frequency(right));
    let pairs = word.char_indices().map(|(at, _)| word.split_at(at)).filter(|(left, right)| is_part(left) && is_part(right));
    let best = pairs.max_by_key(frequency).filter(|pair| frequency(pair) > 0)?;
    Some(Reading { words: vec![best.0.to_owned(), best.1.to_owned()], how: How::Split })
}

/// A part of a split word: a number, or at least three letters.
fn is_part(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    digits == word.len() && digits > 0 || digits == 0 && word.chars().count() >= 2 && word.chars().all(char::is_alphabetic)
}

/// The nearest known word: one edit, two from six letters. Numbers are never corrected: another model is no misspelling.
pub fn spell(word: &str, lexicon: &Lexicon<'_>) -> Option<String> {
    let letters = word.chars().count();
    if letters < 4 || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    lexicon.nearest(word, if letters < 6 { 1 } else { 2 }).map(|(word, _)| word)
}
