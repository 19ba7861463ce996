//! Chance that falls the same way every time: the demo is one and the same wherever it is loaded.

use sha2::{Digest, Sha256};

/// A die seeded by a text (SplitMix64).
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// The die of this text.
    pub fn of(text: &str) -> Self {
        let digest = Sha256::digest(text.as_bytes());
        Self(digest.iter().take(8).fold(0, |seed, byte| seed << 8 | u64::from(*byte)))
    }

    /// The next 64 bits.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` up to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = u64::try_from(high - low).unwrap_or_default() + 1;
        low + i64::try_from(self.roll() % span).unwrap_or_default()
    }

    /// Whether something happens that does in `percent` of cases.
    pub fn chance(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of these; nothing when there are none.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let last = i64::try_from(of.len()).unwrap_or_default() - 1;
        if last < 0 { None } else { of.get(usize::try_from(self.between(0, last)).unwrap_or_default()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_always_rolls_the_same() {
        let (mut one, mut two, mut other) = (Dice::of("kettle"), Dice::of("kettle"), Dice::of("lamp"));
        assert_eq!(one.roll(), two.roll());
        assert_ne!(one.roll(), other.roll());
        assert!((0..100).map(|_| one.between(-3, 3)).all(|n| (-3..=3).contains(&n)));
        assert_eq!(one.pick::<u8>(&[]), None);
    }
}
