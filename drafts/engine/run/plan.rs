//! What is looked for: groups of terms that stand for one word each.

use super::super::formula;
use super::super::level;
use super::super::rarity;

/// So many words are looked at.
pub const MOST_GROUPS: usize = 12;

/// A question's words.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// One group a word; at most [`MOST_GROUPS`].
    pub groups: Vec<Group>,
    /// The terms of the word that names the wanted thing.
    pub head: Vec<String>,
}

/// A word and all that stands for it.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// The word as it is read.
    pub word: String,
    /// How much the word counts.
    pub weight: f32,
    /// How rare it is.
    pub idf: f32,
    /// What matches it.
    pub alternates: Vec<Alternate>,
}

/// Terms that together stand for a word.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternate {
    /// All of them must occur.
    pub terms: Vec<String>,
    /// What documents keep of the terms' hashes.
    pub hashes: Vec<u32>,
    /// The share of the frequency that counts.
    pub share: f32,
    /// The share of the score that counts.
    pub factor: f32,
}

impl Alternate {
    /// One term.
    pub fn one(term: String, factor: f32) -> Self {
        Self::all(vec![term], 1.0, factor)
    }

    /// Several terms.
    pub fn all(terms: Vec<String>, share: f32, factor: f32) -> Self {
        let hashes = terms.iter().map(|term| rarity::part(rarity::hash(term))).collect();
        Self { terms, hashes, share, factor }
    }

    /// What x of the term brings, before the word's weight.
    pub fn value(&self, x: f32) -> f32 {
        self.factor * formula::saturate(self.share * x)
    }

    /// What each coarse level brings.
    pub fn values(&self) -> [f32; level::LEVELS] {
        std::array::from_fn(|level| self.value(level::x(level as u32)))
    }
}

impl Plan {
    /// Each group's share of the most that a document can have.
    pub fn shares(&self) -> Vec<f32> {
        let all: f32 = self.groups.iter().map(|group| group.weight * group.idf).sum();
        self.groups.iter().map(|group| group.weight * group.idf / all.max(f32::MIN_POSITIVE)).collect()
    }

    /// Which sets of words (as bits) are enough of the question.
    pub fn enough(&self, share: f32) -> Vec<bool> {
        let weights: Vec<f32> =
            self.groups.iter().map(|group| if group.alternates.is_empty() { 0.0 } else { group.weight * group.idf }).collect();
        let all: f32 = weights.iter().sum();
        let has = |bits: usize| weights.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, weight)| weight).sum::<f32>();
        (0..1_usize << weights.len()).map(|bits| bits > 0 && has(bits) >= share * all * 0.999).collect()
    }
}
