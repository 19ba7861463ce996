//! From own events to ranked goods.

use std::collections::HashMap;

use super::event::Event;
use super::settings::{Settings, decay};

/// A good for a person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Suggestion {
    /// Which.
    pub item: i64,
    /// How strongly; comparable within one list.
    pub score: f32,
    /// The own good that speaks for it most: the answer to "why do I see this?". None: because many buy it.
    pub because: Option<i64>,
}

/// What the own goods together say for one good.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    score: f32,
    strongest: f32,
    because: Option<i64>,
}

impl Tally {
    pub fn add(&mut self, from: i64, score: f32) {
        self.score += score;
        if score > self.strongest {
            (self.strongest, self.because) = (score, Some(from));
        }
    }
}

/// Own goods with weights: each once, by its event that says most.
pub(super) fn weigh(own: &[Event], today: i32, settings: &Settings) -> HashMap<i64, f32> {
    let mut weights: HashMap<i64, f32> = HashMap::new();
    for event in own {
        let fresh = decay(today.saturating_sub(event.day), settings.person_half_life).max(settings.person_floor);
        let weight = weights.entry(event.item).or_default();
        *weight = weight.max(event.weight * fresh);
    }
    weights
}

/// The `most` highest above nothing, without the own goods.
pub(super) fn best(tallies: impl IntoIterator<Item = (i64, Tally)>, own: &HashMap<i64, f32>, most: usize) -> Vec<Suggestion> {
    let mut all: Vec<Suggestion> = tallies
        .into_iter()
        .filter(|(item, tally)| tally.score > 0.0 && !own.contains_key(item))
        .map(|(item, tally)| Suggestion { item, score: tally.score, because: tally.because })
        .collect();
    let order = |a: &Suggestion, b: &Suggestion| b.score.total_cmp(&a.score).then(a.item.cmp(&b.item));
    if all.len() > most && most > 0 {
        all.select_nth_unstable_by(most - 1, order);
    }
    all.truncate(most);
    all.sort_unstable_by(order);
    all
}

/// Fills a short list up to `most` with others (what the city buys), none twice and none of `own`.
pub fn fill(mut list: Vec<Suggestion>, others: impl IntoIterator<Item = i64>, own: &[Event], most: usize) -> Vec<Suggestion> {
    for item in others {
        if list.len() >= most {
            break;
        }
        if own.iter().all(|event| event.item != item) && list.iter().all(|known| known.item != item) {
            list.push(Suggestion { item, score: 0.0, because: None });
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_list_is_filled_with_what_is_not_in_it_yet() {
        let own = [Event { user: 1, item: 3, day: 0, weight: 1.0 }];
        let list = vec![Suggestion { item: 1, score: 0.5, because: Some(3) }];
        let full = fill(list, [1, 2, 3, 4, 5], &own, 3);
        assert_eq!(full.iter().map(|s| s.item).collect::<Vec<_>>(), [1, 2, 4]);
        assert_eq!(full[1].because, None);
    }

    #[test]
    fn old_events_never_fade_below_the_floor() {
        let settings = Settings::default();
        let own = [(1, 0), (2, 1000)].map(|(item, day)| Event { user: 1, item, day, weight: 1.0 });
        let weights = weigh(&own, 1000, &settings);
        assert_eq!((weights[&1], weights[&2]), (settings.person_floor, 1.0));
    }
}
