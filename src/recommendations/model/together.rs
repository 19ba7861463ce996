//! What lies in one basket: "bought together".

use std::collections::{BTreeSet, HashMap};
use std::ops::Bound::{Excluded, Unbounded};

use super::neighbours::Neighbour;
use super::settings::decay;

/// A basket with more goods is a wholesaler's: it says little and costs its square.
const BASKET: usize = 100;
/// Fewer baskets with both goods are chance.
const BASKETS: u32 = 3;
/// Pulls the likeness of rare goods towards none.
const DOUBT: f32 = 5.0;

/// Counts of goods and of pairs, recent baskets weighing more.
#[derive(Debug, Clone)]
pub struct Together {
    today: i32,
    half_life: f32,
    goods: HashMap<i64, f32>,
    pairs: HashMap<(i64, i64), (u32, f32)>,
}

impl Together {
    /// Counts as of day `today`, halved for every `half_life` days of age.
    pub fn new(today: i32, half_life: f32) -> Self {
        Self { today, half_life, goods: HashMap::new(), pairs: HashMap::new() }
    }

    /// Counts one basket; the same good twice counts once, too large a basket not at all.
    pub fn add(&mut self, day: i32, basket: impl IntoIterator<Item = i64>) {
        let goods: BTreeSet<i64> = basket.into_iter().take(BASKET * 10).collect();
        if goods.len() > BASKET {
            return;
        }
        let weight = decay(self.today.saturating_sub(day), self.half_life);
        for a in &goods {
            *self.goods.entry(*a).or_default() += weight;
            for b in goods.range((Excluded(a), Unbounded)) {
                let (baskets, sum) = self.pairs.entry((*a, *b)).or_default();
                *baskets += 1;
                *sum += weight;
            }
        }
    }

    /// What a table keeps: for each good the at most `keep` goods bought with it, the closest first. Sorted by good.
    pub fn rows(&self, keep: usize) -> Vec<(i64, Vec<Neighbour>)> {
        let mut rows: HashMap<i64, Vec<Neighbour>> = HashMap::new();
        for ((a, b), (baskets, sum)) in &self.pairs {
            if *baskets >= BASKETS {
                let score = sum / ((self.count(*a) * self.count(*b)).sqrt() + DOUBT);
                rows.entry(*a).or_default().push(Neighbour { item: *b, score });
                rows.entry(*b).or_default().push(Neighbour { item: *a, score });
            }
        }
        let mut rows: Vec<_> = rows.into_iter().map(|(item, row)| (item, super::neighbours::strongest(row, keep))).collect();
        rows.sort_unstable_by_key(|(item, _)| *item);
        rows
    }

    fn count(&self, item: i64) -> f32 {
        self.goods.get(&item).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_often_and_lately_in_one_basket_comes_first() {
        let mut together = Together::new(100, 50.0);
        (0..4).for_each(|_| together.add(0, [1, 2, 2]));
        (0..4).for_each(|_| together.add(100, [3, 1]));
        together.add(100, [1, 9]);
        let rows = together.rows(10);
        assert_eq!(rows[0].0, 1);
        assert_eq!(rows[0].1.iter().map(|to| to.item).collect::<Vec<_>>(), [3, 2]);
        assert!(rows.iter().all(|(item, _)| *item != 9), "one basket is chance");
    }

    #[test]
    fn a_wholesalers_basket_does_not_count() {
        let mut together = Together::new(0, 50.0);
        (0..5).for_each(|_| together.add(0, 0..1000));
        assert!(together.rows(5).is_empty());
    }
}
