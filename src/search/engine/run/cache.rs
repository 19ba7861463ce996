//! Answers without filters, kept as long as the view lives: they are asked for most, and cost most.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::ask::{Ask, Count, Filters, Home, Place, Sort};
use super::super::found::{Facets, Said};
use super::top::Item;

/// An answer before it is cut into pages.
#[derive(Debug, Default)]
pub struct Answer {
    /// How many.
    pub total: u32,
    /// The counts.
    pub facets: Facets,
    /// The best.
    pub best: Vec<Item>,
    /// What was made of the words.
    pub said: Said,
}

/// So many of the best are kept of each answer.
pub const KEPT: usize = 240;
/// So many items and counts are kept in all: some 20 MB.
const MOST: usize = 600_000;
/// Longer questions are hardly asked twice, in bytes.
const LONGEST: usize = 64;

/// What an answer is to.
type Key = (Option<String>, bool, Place, Option<Home>, Count, Sort);

/// Kept answers.
#[derive(Debug, Default)]
pub struct Cache {
    answers: HashMap<Key, Arc<Answer>>,
    size: usize,
}

/// The key of a question whose answer is kept.
pub fn key(ask: &Ask, wanted: usize) -> Option<Key> {
    let short = ask.words.as_ref().is_none_or(|words| words.len() <= LONGEST);
    let plain = short && !ask.explain && ask.filters == Filters::default() && wanted <= KEPT;
    plain.then(|| (ask.words.clone(), ask.literal, ask.place.clone(), ask.home.clone(), ask.facets, ask.sort))
}

impl Cache {
    /// The kept answer.
    pub fn get(&self, key: &Key) -> Option<Arc<Answer>> {
        self.answers.get(key).cloned()
    }

    /// Keeps an answer; when it becomes too much, all others are forgotten.
    pub fn put(&mut self, key: Key, answer: Arc<Answer>) {
        let size = 20 + answer.best.len() + answer.facets.choices.len() + answer.facets.shops.len() + answer.facets.categories.len();
        if self.size + size > MOST {
            self.clear();
        }
        self.size += size;
        self.answers.insert(key, answer);
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.answers.clear();
        self.size = 0;
    }
}
