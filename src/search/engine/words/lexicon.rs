//! What the index knows of words.

use std::cell::Cell;
use std::collections::HashMap;

use super::super::schema::Fields;
use super::super::text::stem::Stemmers;
use super::super::view::View;
use super::nearest::Near;

/// So many words of a beginning are looked at in each part of the index.
const MOST_COMPLETIONS: usize = 4_000;
/// So often the words near another are looked for in one question: a wrong word takes one to six times.
const MOST_NEAREST: u32 = 24;

/// The words of a view.
pub struct Lexicon<'a> {
    view: &'a View,
    fields: &'a Fields,
    stemmers: Stemmers,
    /// How often words near another may still be looked for.
    nearest: Cell<u32>,
}

impl<'a> Lexicon<'a> {
    /// Of a view.
    pub fn new(view: &'a View, fields: &'a Fields) -> Self {
        Self { view, fields, stemmers: Stemmers::default(), nearest: Cell::new(MOST_NEAREST) }
    }

    /// The stems of a plain word.
    pub fn stems(&self, word: &str) -> (String, Option<String>) {
        let stems = self.stemmers.stem(word);
        (super::super::analyse::cut(&stems.first).to_owned(), stems.second.map(|second| super::super::analyse::cut(&second).to_owned()))
    }

    /// How many documents have a term.
    pub fn df(&self, term: &str) -> u64 {
        self.view.df(self.fields.all, term)
    }

    /// How many documents have a plain word, under the stem that more have.
    pub fn frequency(&self, word: &str) -> u64 {
        let (first, second) = self.stems(word);
        self.df(&first).max(second.map_or(0, |second| self.df(&second)))
    }

    /// How many documents there are.
    pub fn docs(&self) -> u64 {
        self.view.docs
    }

    /// Words of short fields that begin so, the most frequent first.
    pub fn completions(&self, prefix: &str, most: usize) -> Vec<(String, u64)> {
        let mut found = HashMap::new();
        for segment in &self.view.segments {
            let Some(index) = segment.index(self.fields.words) else { continue };
            let range = index.terms().range().ge(prefix).lt(successor(prefix));
            let Ok(mut stream) = range.into_stream() else { continue };
            for _ in 0..MOST_COMPLETIONS {
                let Some((word, info)) = stream.next() else { break };
                count(&mut found, word, info.doc_freq);
            }
        }
        frequent(found, most)
    }

    /// The word of short fields nearest to one that is unknown; of equally near ones the most frequent. It begins with the same letter.
    /// After many such words nothing is found: a question of noise must not take long.
    pub fn nearest(&self, word: &str, edits: u8) -> Option<(String, u64)> {
        self.nearest.set(self.nearest.get().checked_sub(1)?);
        let first = word.chars().next()?;
        let bound = &word[..first.len_utf8()];
        let near = Near::new(word, edits);
        let mut found = HashMap::new();
        for segment in &self.view.segments {
            let Some(index) = segment.index(self.fields.words) else { continue };
            let range = index.terms().search(&near).ge(bound).lt(successor(bound));
            let Ok(mut stream) = range.into_stream() else { continue };
            while let Some((word, info)) = stream.next() {
                count(&mut found, word, info.doc_freq);
            }
        }
        let distance = |other: &str| near.edits(other.as_bytes()).unwrap_or(u8::MAX);
        let others = found.into_iter().filter(|(other, _)| other != word);
        others.min_by_key(|(other, df)| (distance(other), std::cmp::Reverse(*df), other.clone()))
    }
}

/// Greater than everything that begins with the prefix.
fn successor(prefix: &str) -> Vec<u8> {
    let mut bytes = prefix.as_bytes().to_vec();
    bytes.push(0xFF);
    bytes
}

fn count(found: &mut HashMap<String, u64>, word: &[u8], df: u32) {
    if let Ok(word) = std::str::from_utf8(word) {
        *found.entry(word.to_owned()).or_insert(0) += u64::from(df);
    }
}

fn frequent(found: HashMap<String, u64>, most: usize) -> Vec<(String, u64)> {
    let mut all: Vec<_> = found.into_iter().collect();
    all.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    all.truncate(most);
    all
}
