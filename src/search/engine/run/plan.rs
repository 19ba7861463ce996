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
    /// Which of them so many documents have that only names are looked at: see [`formula::is_common`].
    pub common: Vec<bool>,
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
        Self { common: vec![false; terms.len()], terms, hashes, share, factor }
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
        let mut has = vec![0.0_f32; 1 << weights.len()];
        for bits in 1..has.len() {
            has[bits] = has[bits & (bits - 1)] + weights[bits.trailing_zeros() as usize];
        }
        has.into_iter().enumerate().map(|(bits, has)| bits > 0 && has >= share * all * 0.999).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_enough_by_their_weight() {
        let group = |idf, known: bool| Group {
            weight: 1.0,
            idf,
            alternates: known.then(|| Alternate::one("чай".to_owned(), 1.0)).into_iter().collect(),
            ..Group::default()
        };
        let plan = Plan { groups: vec![group(6.0, true), group(3.0, true), group(1.0, true), group(9.0, false)], head: Vec::new() };
        let enough = plan.enough(0.7);
        let sets: Vec<usize> = (0..16).filter(|bits| enough[*bits]).collect();
        assert_eq!(sets, [0b0011, 0b0101, 0b0111, 0b1011, 0b1101, 0b1111], "words that nothing has count neither way");
        assert!(!plan.enough(0.0)[0], "no word is never enough");
    }
}
