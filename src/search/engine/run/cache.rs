//! Answers of whole pages without words and filters, kept as long as the view lives: they are asked for most, and cost most.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::ask::{Ask, Count, Filters, Place, Sort};
use super::super::found::Facets;
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
}

/// So many of the best are kept of each answer.
pub const KEPT: usize = 240;
/// So many answers are kept.
const MOST: usize = 1_500;

/// What an answer is to.
type Key = (Place, Count, Sort);

/// Kept answers.
#[derive(Debug, Default)]
pub struct Cache {
    answers: HashMap<Key, Arc<Answer>>,
}

/// The key of a question whose answer is kept.
pub fn key(ask: &Ask, wanted: usize) -> Option<Key> {
    let plain = ask.words.is_none() && ask.filters == Filters::default() && wanted <= KEPT;
    plain.then(|| (ask.place.clone(), ask.facets, ask.sort))
}

impl Cache {
    /// The kept answer.
    pub fn get(&self, key: &Key) -> Option<Arc<Answer>> {
        self.answers.get(key).cloned()
    }

    /// Keeps an answer; when there are too many, all others are forgotten.
    pub fn put(&mut self, key: Key, answer: Arc<Answer>) {
        if self.answers.len() >= MOST {
            self.answers.clear();
        }
        self.answers.insert(key, answer);
    }
}
