//! How rare a term is, roughly and at once: counts in a table of fixed size, for weighing what documents are about.

use std::sync::atomic::{AtomicU32, Ordering};

const SLOTS: usize = 1 << 21;

/// Document counts by part of the term's hash; two terms may share one.
pub struct Rarity {
    counts: Vec<AtomicU32>,
    docs: AtomicU32,
}

impl Default for Rarity {
    fn default() -> Self {
        Self { counts: (0..SLOTS).map(|_| AtomicU32::new(0)).collect(), docs: AtomicU32::new(0) }
    }
}

impl Rarity {
    fn slot(&self, part: u32) -> &AtomicU32 {
        &self.counts[part as usize & (SLOTS - 1)]
    }

    /// Some documents more have the term.
    pub fn add(&self, part: u32, docs: u32) {
        self.slot(part).fetch_add(docs, Ordering::Relaxed);
    }

    /// Some documents more there are.
    pub fn grow(&self, docs: u32) {
        self.docs.fetch_add(docs, Ordering::Relaxed);
    }

    /// The term's inverse document frequency.
    pub fn idf(&self, part: u32) -> f32 {
        super::formula::idf(u64::from(self.slot(part).load(Ordering::Relaxed)), u64::from(self.docs.load(Ordering::Relaxed).max(1)))
    }

    /// Forgets everything.
    pub fn clear(&self) {
        self.counts.iter().for_each(|count| count.store(0, Ordering::Relaxed));
        self.docs.store(0, Ordering::Relaxed);
    }

    /// Nothing was counted yet.
    pub fn is_new(&self) -> bool {
        self.docs.load(Ordering::Relaxed) == 0
    }
}

/// The part of a term's hash that is kept with documents: 23 bits.
pub const fn part(hash: u64) -> u32 {
    (hash >> 41) as u32
}

/// The hash of a term: the same in every process.
pub fn hash(term: &str) -> u64 {
    let fnv = term.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    (fnv ^ (fnv >> 29)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_terms_weigh_more() {
        let rarity = Rarity::default();
        assert!(rarity.is_new());
        rarity.grow(100);
        rarity.add(part(hash("the")), 90);
        rarity.add(part(hash("samsung")), 3);
        assert!(rarity.idf(part(hash("samsung"))) > rarity.idf(part(hash("the"))));
    }
}
