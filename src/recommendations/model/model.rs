//! The whole model, as it is just after training.

use std::collections::HashMap;

use super::ease::Ease;
use super::event::Event;
use super::neighbours::{Neighbour, strongest};
use super::rank::{Suggestion, Tally, best, weigh};
use super::settings::Settings;

/// How strongly each good speaks for each other one.
#[derive(Debug, Clone)]
pub struct Model {
    items: Vec<i64>,
    places: HashMap<i64, usize>,
    ease: Ease,
    /// By good: the goods beyond the dense matrix that it speaks for.
    local: Vec<Vec<(u32, f32)>>,
}

impl Model {
    /// `local` holds, from the first good that `ease` does not know, what speaks for it; here it is turned round.
    pub(super) fn new(items: Vec<i64>, ease: Ease, local: &[Vec<(u32, f32)>]) -> Self {
        let mut turned = vec![Vec::new(); items.len()];
        for (target, row) in (ease.len()..).zip(local) {
            let target = u32::try_from(target).unwrap_or(u32::MAX);
            row.iter().for_each(|(from, score)| turned[*from as usize].push((target, *score)));
        }
        let places = items.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        Self { items, places, ease, local: turned }
    }

    /// The goods it knows, the most bought first.
    pub fn items(&self) -> &[i64] {
        &self.items
    }

    /// What a table keeps: for each good the at most `keep` goods it speaks for or against most strongly, the strongest first.
    pub fn rows(&self, keep: usize) -> impl Iterator<Item = (i64, Vec<Neighbour>)> {
        self.items.iter().enumerate().map(move |(at, item)| {
            let all = self.row(at).map(|(to, score)| Neighbour { item: self.items[to], score });
            (*item, strongest(all.collect(), keep))
        })
    }

    /// The `most` best goods for a person with these own events on day `today`; nothing they already know.
    pub fn rank(&self, own: &[Event], today: i32, settings: &Settings, most: usize) -> Vec<Suggestion> {
        let own = weigh(own, today, settings);
        let mut tallies = vec![Tally::default(); self.items.len()];
        for (item, weight) in &own {
            let Some(at) = self.places.get(item) else { continue };
            self.row(*at).for_each(|(to, score)| tallies[to].add(*item, weight * score));
        }
        best(self.items.iter().copied().zip(tallies), &own, most)
    }

    fn row(&self, item: usize) -> impl Iterator<Item = (usize, f32)> {
        self.ease.row(item).chain(self.local[item].iter().map(|(to, score)| (*to as usize, *score)))
    }
}
