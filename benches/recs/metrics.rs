//! The scorer's figures: means over the open users, lists cut at 10, ranked against the whole catalogue.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::data::Retail;

const CUT: usize = 10;

/// One line of figures.
#[derive(Debug, Default)]
pub struct Scores {
    /// The one target that counts alone is in the list.
    pub hit_rate: f64,
    /// The same, more for a higher rank.
    pub ndcg: f64,
    /// Any target is in the list.
    pub basket_hit: f64,
    /// Share of the targets in the list.
    pub basket_recall: f64,
    /// All targets, more for higher ranks.
    pub basket_ndcg: f64,
    /// Share of the catalogue that is in any list.
    pub coverage: f64,
    /// Share of places that go to goods outside the most popular tenth.
    pub tail: f64,
}

impl Scores {
    /// Scores the lists of the open users; a missing list scores nothing.
    pub fn of(retail: &Retail, lists: &HashMap<i64, Vec<i64>>) -> Self {
        let mut sum = Self::default();
        let head = head(retail);
        let (mut shown, mut places, mut tail) = (HashSet::new(), 0, 0);
        for (user, (targets, primary)) in &retail.targets {
            let list: Vec<i64> = lists.get(user).into_iter().flatten().copied().take(CUT).collect();
            sum.add(&list, targets, *primary);
            places += list.len();
            tail += list.iter().filter(|item| !head.contains(item)).count();
            shown.extend(list);
        }
        sum.divide(retail.targets.len() as f64);
        sum.coverage = shown.len() as f64 / retail.goods() as f64;
        sum.tail = tail as f64 / places.max(1) as f64;
        sum
    }

    fn add(&mut self, list: &[i64], targets: &BTreeSet<i64>, primary: Option<i64>) {
        if let Some(rank) = primary.and_then(|item| list.iter().position(|other| *other == item)) {
            self.hit_rate += 1.0;
            self.ndcg += gain(rank);
        }
        let hits: Vec<usize> = (0..list.len()).filter(|rank| targets.contains(&list[*rank])).collect();
        let most = CUT.min(targets.len());
        self.basket_hit += f64::from(u8::from(!hits.is_empty()));
        self.basket_recall += hits.len() as f64 / most as f64;
        self.basket_ndcg += hits.into_iter().map(gain).sum::<f64>() / (0..most).map(gain).sum::<f64>();
    }

    fn divide(&mut self, users: f64) {
        for sum in [&mut self.hit_rate, &mut self.ndcg, &mut self.basket_hit, &mut self.basket_recall, &mut self.basket_ndcg] {
            *sum /= users;
        }
    }
}

/// What a hit at a rank (from 0) is worth.
fn gain(rank: usize) -> f64 {
    1.0 / (rank as f64 + 2.0).log2()
}

/// The most popular tenth; among equals the first in the file.
fn head(retail: &Retail) -> HashSet<i64> {
    let mut goods: Vec<&(i64, usize)> = retail.buyers.iter().collect();
    goods.sort_by_key(|(_, buyers)| std::cmp::Reverse(*buyers));
    goods.iter().take(retail.goods() / 10).map(|(item, _)| *item).collect()
}
