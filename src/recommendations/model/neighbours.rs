//! What is stored of the model: rows of (item, neighbour, score). Pages work from these.

use std::collections::HashMap;

use super::event::Event;
use super::rank::{Suggestion, Tally, best, weigh};
use super::settings::Settings;

/// A good that another one speaks for (score above 0) or against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neighbour {
    /// Which.
    pub item: i64,
    /// How strongly; scores of all rows can be added up.
    pub score: f32,
}

/// Rows of neighbours by good: all of them, or those of the goods a person knows.
///
/// Rows may come from several places: from the model, and for a good that nobody bought yet from its likeness in content.
#[derive(Debug, Clone, Default)]
pub struct Neighbours {
    rows: HashMap<i64, Vec<Neighbour>>,
}

impl Neighbours {
    /// The neighbours of a good as they came; none when it is not known.
    pub fn of(&self, item: i64) -> &[Neighbour] {
        self.rows.get(&item).map_or(&[], Vec::as_slice)
    }

    /// The `most` best goods for a person with these own events on day `today`; nothing they already know.
    pub fn rank(&self, own: &[Event], today: i32, settings: &Settings, most: usize) -> Vec<Suggestion> {
        let own = weigh(own, today, settings);
        let mut tallies: HashMap<i64, Tally> = HashMap::new();
        for (item, weight) in &own {
            self.of(*item).iter().for_each(|to| tallies.entry(to.item).or_default().add(*item, weight * to.score));
        }
        best(tallies, &own, most)
    }
}

impl FromIterator<(i64, Vec<Neighbour>)> for Neighbours {
    fn from_iter<I: IntoIterator<Item = (i64, Vec<Neighbour>)>>(rows: I) -> Self {
        Self { rows: rows.into_iter().collect() }
    }
}

/// From a table's rows, in any order.
impl FromIterator<(i64, i64, f32)> for Neighbours {
    fn from_iter<I: IntoIterator<Item = (i64, i64, f32)>>(rows: I) -> Self {
        let mut all = Self::default();
        for (from, item, score) in rows {
            all.rows.entry(from).or_default().push(Neighbour { item, score });
        }
        all
    }
}

/// The `keep` strongest, the highest score first. What speaks against a good is kept too: ranking needs it.
pub(super) fn strongest(mut all: Vec<Neighbour>, keep: usize) -> Vec<Neighbour> {
    all.retain(|to| to.score != 0.0);
    if all.len() > keep && keep > 0 {
        all.select_nth_unstable_by(keep - 1, |a, b| b.score.abs().total_cmp(&a.score.abs()).then(a.item.cmp(&b.item)));
    }
    all.truncate(keep);
    all.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.item.cmp(&b.item)));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_are_kept_for_and_against() {
        let all = [(1, 0.1), (2, -0.5), (3, 0.3), (4, 0.0)].map(|(item, score)| Neighbour { item, score });
        let kept: Vec<i64> = strongest(all.to_vec(), 2).iter().map(|to| to.item).collect();
        assert_eq!(kept, [3, 2]);
        assert!(strongest(all.to_vec(), 0).is_empty());
    }

    #[test]
    fn rows_of_a_table_add_up_and_say_why() {
        let rows: Neighbours = [(1, 9, 0.2), (2, 9, 0.3), (2, 8, 0.4), (2, 1, 0.9)].into_iter().collect();
        let own = [1, 2].map(|item| Event { user: 5, item, day: 0, weight: 1.0 });
        let found = rows.rank(&own, 0, &Settings::default(), 10);
        assert_eq!(found.iter().map(|found| (found.item, found.because)).collect::<Vec<_>>(), [(9, Some(2)), (8, Some(2))]);
    }
}
