//! The scores of a run: linear gains, unjudged items count nothing.

use std::collections::BTreeMap;

/// Of one query.
pub struct Scores {
    /// NDCG@10.
    pub ndcg: f64,
    /// NDCG@10 among judged items.
    pub ndcg_judged: f64,
    /// The share of the relevant items among the first fifty.
    pub recall: f64,
}

impl Scores {
    /// Of a ranked list.
    pub fn of(ranked: &[String], judged: &BTreeMap<String, u32>) -> Self {
        let grade = |item: &String| judged.get(item).copied().unwrap_or(0);
        let mut ideal: Vec<u32> = judged.values().copied().collect();
        ideal.sort_unstable_by(|a, b| b.cmp(a));
        let best = gain(ideal.into_iter());
        let relevant = judged.values().filter(|grade| **grade > 0).count();
        let found = ranked.iter().take(50).filter(|item| grade(item) > 0).count();
        Self {
            ndcg: gain(ranked.iter().map(grade)) / best,
            ndcg_judged: gain(ranked.iter().filter(|item| judged.contains_key(*item)).map(grade)) / best,
            recall: found as f64 / relevant as f64,
        }
    }
}

fn gain(grades: impl Iterator<Item = u32>) -> f64 {
    grades.take(10).zip(2..).map(|(grade, rank)| f64::from(grade) / f64::from(rank).log2()).sum()
}

/// The mean.
pub fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let all: Vec<f64> = values.collect();
    all.iter().sum::<f64>() / all.len().max(1) as f64
}
