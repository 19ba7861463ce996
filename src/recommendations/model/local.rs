//! The same regression as EASE for goods beyond the dense matrix: each predicted from its nearest neighbours alone. It needs memory
//! for those neighbours only, so that a catalogue may be as large as it likes.

use super::counts::{Counts, Entry};
use super::settings::Settings;
use super::{small, threads};

/// Pulls the likeness of goods that few people had towards none.
const DOUBT: f32 = 5.0;

/// Predicts the goods `from..`: by good, what speaks for it and how strongly.
pub(super) fn train(counts: &Counts, from: usize, settings: &Settings) -> Vec<Vec<Entry>> {
    let n = counts.items.len();
    let norms: Vec<f32> = (0..n).map(|item| counts.goods.row(item).iter().map(|(_, w)| w * w).sum()).collect();
    let parts = threads::split(n.saturating_sub(from), settings.threads, |range| {
        let mut shared = vec![0.0; n];
        range.map(|at| predict(counts, from + at, &norms, &mut shared, settings)).collect::<Vec<_>>()
    });
    parts.into_iter().flatten().collect()
}

/// What speaks for one good. `shared` is room for work, zero before and after.
fn predict(counts: &Counts, item: usize, norms: &[f32], shared: &mut [f32], settings: &Settings) -> Vec<Entry> {
    let near = nearest(counts, item, norms, shared, settings.local);
    let n = near.len();
    let mut gram = products(counts, &near);
    (0..n).for_each(|k| gram[k * n + k] += f64::from(settings.ridge));
    let mut weights: Vec<f64> = near.iter().map(|(_, with)| f64::from(*with)).collect();
    if !small::factor(&mut gram, n) {
        return Vec::new();
    }
    small::solve(&gram, n, &mut weights);
    near.into_iter().zip(weights).map(|((other, _), weight)| (other, weight as f32)).collect()
}

/// The goods most alike by who had them, each with its product with `item`.
fn nearest(counts: &Counts, item: usize, norms: &[f32], shared: &mut [f32], most: usize) -> Vec<Entry> {
    let mut met = Vec::new();
    for (person, weight) in counts.goods.row(item) {
        for (other, own) in counts.people.row(*person as usize) {
            let sum = &mut shared[*other as usize];
            if *sum == 0.0 {
                met.push(*other);
            }
            *sum += weight * own;
        }
    }
    let mut near: Vec<(f32, Entry)> = Vec::with_capacity(met.len());
    for other in met {
        let with = std::mem::take(&mut shared[other as usize]);
        if other as usize != item && with > 0.0 {
            near.push((with / ((norms[item] * norms[other as usize]).sqrt() + DOUBT), (other, with)));
        }
    }
    let by_likeness = |a: &(f32, Entry), b: &(f32, Entry)| b.0.total_cmp(&a.0).then(a.1.0.cmp(&b.1.0));
    if near.len() > most && most > 0 {
        near.select_nth_unstable_by(most - 1, by_likeness);
    }
    near.truncate(most);
    // a fresh list: the long one's room would else be kept for every good
    near.iter().map(|(_, entry)| *entry).collect()
}

/// The products of these goods with each other, row by row.
fn products(counts: &Counts, near: &[Entry]) -> Vec<f64> {
    let n = near.len();
    let mut had: Vec<(u32, usize, f32)> = Vec::new();
    for (k, (other, _)) in near.iter().enumerate() {
        had.extend(counts.goods.row(*other as usize).iter().map(|(person, weight)| (*person, k, *weight)));
    }
    had.sort_unstable_by_key(|(person, k, _)| (*person, *k));
    let mut gram = vec![0.0; n * n];
    for own in had.chunk_by(|a, b| a.0 == b.0) {
        for (_, a, weight) in own {
            own.iter().for_each(|(_, b, other)| gram[a * n + b] += f64::from(weight * other));
        }
    }
    gram
}
