//! The order of the hits, as a formula.
//!
//! ```text
//! x(t, d)  = Σ_f  w_f · tf_f / (1 − b_f + b_f · len_f / avglen_f)          how much field texts speak of the word
//! words    = Σ_t q_t · idf(t) · x / (k1 + x)  ÷  Σ_t q_t · idf(t)          0..1
//! score    = words · tail  +  all_words  +  feedback  +  priors
//! tail     = 0.9 when the title has the wanted thing only after a "for", "with", "without" or the like, else 1
//! all_words= 0.1 when every word occurs
//! feedback = 0.3 · max(0, (cos − mean) / (max − mean)) with the centroid of the ten best; the mean over all documents
//! priors   = availability 0.010 + popularity 0.010 + rating 0.006 + freshness 0.004, each times 0..1; see [`Priors`]
//! ```
//!
//! A question of one or two words that fifty products name in their short fields is clear: it is answered by `words · tail + priors` alone.
//! When fewer do, but ten, the ten best keep their places: they count as wholly like, and feedback orders only what follows them.

use std::sync::LazyLock;

use super::weigh::Field;

/// How soon more of the same word stops to matter.
pub const K1: f32 = 0.5;
/// The factor for a title that has the wanted thing only after a "for" or the like: a case for a phone is no phone.
pub const TAIL: f32 = 0.9;
/// The reward for all words.
pub const ALL_WORDS: f32 = 0.1;
/// The most that likeness to the best answers brings.
pub const FEEDBACK: f32 = 0.3;
/// So many of the best answers are taken for good.
pub const FEEDBACK_FROM: usize = 10;
/// So many of the best are scored exactly and ordered anew by feedback.
pub const EXACT_OVER: usize = 1_000;
/// So many of the best answers to a clear question are scored exactly: these stand apart by their words.
pub const EXACT_CLEAR: usize = 300;
/// So many documents that name all words shortly make a short question clear: two pages of the like.
pub const CLEAR: u32 = 50;
/// With so many of them the best answers are sure, and likeness orders only the others.
pub const SURE: u32 = 10;
/// With at least so many documents that have all words, others are not shown.
pub const ENOUGH: u32 = 100;
/// Otherwise a document must have words of a share of the question's weight: the first of these that gives enough, else the last.
pub const SHARES: [f32; 4] = [0.7, 0.5, 0.3, 0.15];
/// With at least so many documents that have a share, a smaller one is not tried.
pub const ENOUGH_SOME: u32 = 1_000;
/// Less common words are looked for in all texts, however many documents a catalogue has.
pub const COMMON: u64 = 100_000;
/// The weight of words after "without".
pub const WITHOUT: f32 = 0.6;
/// The weight of a word that was corrected.
pub const CORRECTED: f32 = 0.8;
/// The share of its frequency that a synonym counts for.
pub const SYNONYM: f32 = 0.3;

/// Weight and length normalisation of each field.
pub const fn field(field: Field) -> (f32, f32) {
    match field {
        Field::Title => (2.0, 0.5),
        Field::Kind => (1.5, 0.3),
        Field::Path => (1.0, 0.6),
        Field::Model => (0.7, 0.4),
        Field::Codes => (0.7, 0.0),
        Field::Colour => (0.6, 0.0),
        Field::Description => (0.6, 0.7),
        Field::Brand => (0.4, 0.0),
        Field::Facts => (0.3, 0.8),
        Field::Bullets => (0.2, 0.75),
    }
}

/// Which parts of the formula are used: all, but for measuring what each brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// Unknown words are corrected, neighbours joined, words after "without" weigh less.
    pub words: bool,
    /// The head's factor.
    pub head: bool,
    /// The reward for all words.
    pub all_words: bool,
    /// Feedback.
    pub feedback: bool,
}

impl Default for Parts {
    fn default() -> Self {
        Self { words: true, head: true, all_words: true, feedback: true }
    }
}

/// The rarity of a word that `df` of `n` documents have.
pub fn idf(df: u64, n: u64) -> f32 {
    let (df, n) = (df.min(n) as f64, n as f64);
    (1.0 + (n - df + 0.5) / (df + 0.5)).ln() as f32
}

/// Whether so many documents have a word, over [`COMMON`] and over half of all, that it tells nothing unless it is in a name:
/// it is looked for in the short fields only.
pub const fn is_common(df: u64, n: u64) -> bool {
    df > COMMON && df > n / 2
}

/// What more of a word brings, 0..1.
pub fn saturate(x: f32) -> f32 {
    x / (K1 + x)
}

/// The small tie-breakers of a product.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Priors {
    /// 0 or 0.010: something is in stock.
    pub availability: f32,
    /// 0 to 0.016, kept with the product: see [`Priors::lasting`].
    pub lasting: f32,
    /// 0.004 for the newest, halved every 30 days.
    pub freshness: f32,
}

/// By days, until next to nothing is left.
static FRESHNESS: LazyLock<[f32; 365]> = LazyLock::new(|| std::array::from_fn(|day| 0.004 * (-(day as f32) / 30.0).exp2()));

impl Priors {
    /// Of a product of some age in seconds.
    pub fn new(stock: bool, lasting: f32, age: i64) -> Self {
        let day = usize::try_from(age.max(0) / 86_400).unwrap_or(usize::MAX);
        Self { availability: if stock { 0.010 } else { 0.0 }, lasting, freshness: FRESHNESS.get(day).copied().unwrap_or(0.0) }
    }

    /// What lasts: popularity 0 to 0.010, reached at 10,000; rating (× 100) 0 to 0.006, with few reviews drawn to the middle.
    pub fn lasting(popularity: u32, rating: u16, reviews: u32) -> f32 {
        let wanted = (1.0 + popularity as f32).ln() / 10_001_f32.ln();
        let liked = (f32::from(rating) / 100.0 - 3.0) / 2.0;
        let reviews = reviews as f32;
        0.010 * wanted.min(1.0) + 0.006 * (liked.clamp(0.0, 1.0) * reviews / (reviews + 5.0))
    }

    /// All together.
    pub fn sum(&self) -> f32 {
        self.availability + self.lasting + self.freshness
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_count_more() {
        assert!(idf(1, 1000) > idf(500, 1000));
        assert!(idf(1000, 1000) > 0.0);
        assert!(idf(7, 3) > 0.0);
    }

    #[test]
    fn common_words_are_those_of_large_catalogues() {
        assert!(!is_common(300, 300), "few documents are read quickly");
        assert!(is_common(600_000, 1_000_000));
        assert!(!is_common(400_000, 1_000_000));
    }

    #[test]
    fn saturation_stays_below_one() {
        assert!(saturate(0.0).abs() < f32::EPSILON);
        assert!((saturate(0.5) - 0.5).abs() < 1e-6);
        assert!(saturate(1e6) <= 1.0);
    }

    #[test]
    fn priors_only_break_ties() {
        let best = Priors::new(true, Priors::lasting(u32::MAX, 500, u32::MAX), 0).sum();
        assert!(best <= 0.0301, "a third of what all words bring");
        assert!(Priors::new(false, Priors::lasting(0, 0, 0), 86_400 * 400).sum() < 1e-4);
    }

    #[test]
    fn few_reviews_say_little() {
        assert!(Priors::lasting(0, 500, 1) < Priors::lasting(0, 500, 20));
        assert!(Priors::lasting(0, 500, 0).abs() < f32::EPSILON);
    }

    #[test]
    fn freshness_halves_in_a_month() {
        let at = |age| Priors::new(false, 0.0, age).freshness;
        assert!((at(30 * 86_400) - at(0) / 2.0).abs() < 1e-6);
        assert!((at(-5) - at(0)).abs() < f32::EPSILON);
    }
}
