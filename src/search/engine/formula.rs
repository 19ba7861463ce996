//! The order of the hits, as a formula.
//!
//! ```text
//! x(t, d)  = Σ_f  w_f · tf_f / (1 − b_f + b_f · len_f / avglen_f)          how much field texts speak of the word
//! words    = Σ_t q_t · idf(t) · x / (k1 + x)  ÷  Σ_t q_t · idf(t)          0..1
//! score    = words · head  +  all_words  +  feedback  +  priors
//! head     = 1.05 when the title names the wanted thing itself, before any "for", "with", "without"
//! all_words= 0.1 when every word occurs
//! feedback = 0.2 · max(0, (cos − mean) / (max − mean)) with the centroid of the ten best
//! priors   = availability 0.010 + popularity 0.010 + rating 0.006 + freshness 0.004, each times 0..1
//! ```
//!
//! A question of one or two words that ten products name in their short fields is answered by `words · head + priors` alone.

use super::weigh::Field;

/// How soon more of the same word stops to matter.
pub const K1: f32 = 0.5;
/// The factor for the title that names the wanted thing.
pub const HEAD: f32 = 1.05;
/// The reward for all words.
pub const ALL_WORDS: f32 = 0.1;
/// The most that likeness to the best answers brings.
pub const FEEDBACK: f32 = 0.2;
/// So many of the best answers are taken for good.
pub const FEEDBACK_FROM: usize = 10;
/// So many of the best are ordered anew by feedback.
pub const FEEDBACK_OVER: usize = 500;
/// So many documents that name all words shortly make a short question clear.
pub const CLEAR: u32 = 10;
/// With at least so many documents that have all words, others are not shown.
pub const ENOUGH: u32 = 50;
/// Otherwise a document must have words of at least this share of the question's weight.
pub const SHARE: f32 = 0.3;
/// The weight of words after "without".
pub const WITHOUT: f32 = 0.6;
/// The weight of a word that was corrected.
pub const CORRECTED: f32 = 0.8;
/// The share of its frequency that a synonym counts for.
pub const SYNONYM: f32 = 0.3;

/// Weight and length normalisation of each field.
pub fn field(field: Field) -> (f32, f32) {
    match field {
        Field::Title => (2.0, 0.5),
        Field::Kind => (tune("kw", 1.5), tune("kb", 0.3)),
        Field::Path => (1.0, 0.6),
        Field::Model => (0.7, 0.4),
        Field::Codes => (0.0001, 0.0),
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

/// What more of a word brings, 0..1.
pub fn saturate(x: f32) -> f32 {
    x / (K1 + x)
}

/// What is known of a product beside its words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Standing {
    /// Something is in stock.
    pub stock: bool,
    /// As in [`super::Doc`].
    pub popularity: u32,
    /// The mean rating × 100.
    pub rating: u16,
    /// How many reviews.
    pub reviews: u32,
    /// The age in seconds.
    pub age: i64,
}

/// The small tie-breakers of a product.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Priors {
    /// 0 or 0.010.
    pub availability: f32,
    /// 0 to 0.010, reached at 10,000.
    pub popularity: f32,
    /// 0 to 0.006, with few reviews drawn to the middle.
    pub rating: f32,
    /// 0.004 for the newest, halved every 30 days.
    pub freshness: f32,
}

impl Priors {
    /// Of a product.
    pub fn of(standing: &Standing) -> Self {
        let wanted = (1.0 + standing.popularity as f32).ln() / 10_001_f32.ln();
        let liked = (f32::from(standing.rating) / 100.0 - 3.0) / 2.0;
        let reviews = standing.reviews as f32;
        let days = standing.age.max(0) as f32 / 86_400.0;
        Self {
            availability: if standing.stock { 0.010 } else { 0.0 },
            popularity: 0.010 * wanted.min(1.0),
            rating: 0.006 * (liked.clamp(0.0, 1.0) * reviews / (reviews + 5.0)),
            freshness: 0.004 * (-days / 30.0).exp2(),
        }
    }

    /// All together.
    pub fn sum(&self) -> f32 {
        self.availability + self.popularity + self.rating + self.freshness
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
    fn saturation_stays_below_one() {
        assert!(saturate(0.0).abs() < f32::EPSILON);
        assert!((saturate(0.5) - 0.5).abs() < 1e-6);
        assert!(saturate(1e6) <= 1.0);
    }

    #[test]
    fn priors_only_break_ties() {
        let best = Standing { stock: true, popularity: u32::MAX, rating: 500, reviews: u32::MAX, age: 0 };
        assert!(Priors::of(&best).sum() <= 0.0301);
        assert!(Priors::of(&best).sum() < ALL_WORDS / 3.0);
        let old = Standing { age: 86_400 * 365, ..Standing::default() };
        assert!(Priors::of(&old).sum() < 1e-4);
    }

    #[test]
    fn few_reviews_say_little() {
        let rated = |reviews| Priors::of(&Standing { rating: 500, reviews, ..Standing::default() }).rating;
        assert!(rated(1) < rated(20) && rated(0).abs() < f32::EPSILON);
    }

    #[test]
    fn freshness_halves_in_a_month() {
        let at = |age| Priors::of(&Standing { age, ..Standing::default() }).freshness;
        assert!((at(30 * 86_400) - at(0) / 2.0).abs() < 1e-6);
    }
}

/// DEV
pub fn tune(name: &str, default: f32) -> f32 {
    static ALL: std::sync::LazyLock<std::collections::HashMap<String, f32>> = std::sync::LazyLock::new(|| {
        std::env::var("TUNE")
            .unwrap_or_default()
            .split(',')
            .filter_map(|p| {
                let (a, b) = p.split_once('=')?;
                Some((a.to_owned(), b.parse().ok()?))
            })
            .collect()
    });
    ALL.get(name).copied().unwrap_or(default)
}
