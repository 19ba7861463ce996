//! People × goods as two sparse tables of weights, by person and by good. Ids become small numbers, the most bought good first.

use std::collections::HashMap;

use super::event::Event;
use super::settings::{Settings, decay};

/// One entry of a sparse row: where, and how much.
pub(super) type Entry = (u32, f32);

/// Rows of different lengths, one behind the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Sparse {
    starts: Vec<usize>,
    entries: Vec<Entry>,
}

impl Sparse {
    /// From (row, entry) pairs sorted by row.
    fn sorted(rows: usize, pairs: &[(u32, Entry)]) -> Self {
        let starts = (0..=rows).map(|row| pairs.partition_point(|(at, _)| (*at as usize) < row)).collect();
        Self { starts, entries: pairs.iter().map(|(_, entry)| *entry).collect() }
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// One row.
    pub fn row(&self, row: usize) -> &[Entry] {
        &self.entries[self.starts[row]..self.starts[row + 1]]
    }
}

/// What everybody did, ready to train on.
#[derive(Debug, Clone, Default)]
pub(super) struct Counts {
    /// Small number → the good's id, most bought first.
    pub items: Vec<i64>,
    /// By person: goods.
    pub people: Sparse,
    /// By good: people.
    pub goods: Sparse,
}

impl Counts {
    /// Of several events of one person with one good the one that says most counts. The weights are square roots: their products,
    /// which are all that training looks at, then decay with the half-life itself.
    pub fn of(events: impl IntoIterator<Item = Event>, today: i32, settings: &Settings) -> Self {
        let (items, mut pairs) = numbered(events.into_iter().filter(|event| event.weight > 0.0), |event| {
            (event.weight * decay(today.saturating_sub(event.day), settings.half_life)).sqrt()
        });
        keep_weightiest(&mut pairs, settings.person_most);
        let people = pairs.last().map_or(0, |(user, _)| *user as usize + 1);
        let by_person = Sparse::sorted(people, &pairs);
        let mut turned: Vec<(u32, Entry)> = pairs.into_iter().map(|(user, (item, weight))| (item, (user, weight))).collect();
        turned.sort_unstable_by_key(|(item, (user, _))| (*item, *user));
        Self { goods: Sparse::sorted(items.len(), &turned), items, people: by_person }
    }
}

/// The goods in the order of how many people had them, and (person, good, weight) once each, sorted.
fn numbered(events: impl Iterator<Item = Event>, weigh: impl Fn(&Event) -> f32) -> (Vec<i64>, Vec<(u32, Entry)>) {
    let (mut users, mut seen) = (HashMap::new(), HashMap::new());
    let mut pairs: Vec<(u32, Entry)> = events
        .map(|event| {
            let weight = weigh(&event);
            (number(&mut users, event.user), (number(&mut seen, event.item), weight))
        })
        .collect();
    pairs.sort_unstable_by(|a, b| (a.0, a.1.0).cmp(&(b.0, b.1.0)).then(b.1.1.total_cmp(&a.1.1)));
    pairs.dedup_by_key(|(user, (item, _))| (*user, *item));
    let mut order: Vec<(usize, i64, u32)> = seen.into_iter().map(|(id, at)| (0, id, at)).collect();
    order.sort_unstable_by_key(|(_, _, at)| *at);
    for (_, (item, _)) in &pairs {
        order[*item as usize].0 += 1;
    }
    order.sort_unstable_by_key(|(people, id, _)| (std::cmp::Reverse(*people), *id));
    let mut place = vec![0; order.len()];
    for (new, (_, _, old)) in (0..).zip(&order) {
        place[*old as usize] = new;
    }
    pairs.iter_mut().for_each(|(_, (item, _))| *item = place[*item as usize]);
    pairs.sort_unstable_by_key(|(user, (item, _))| (*user, *item));
    (order.into_iter().map(|(_, id, _)| id).collect(), pairs)
}

fn number(known: &mut HashMap<i64, u32>, id: i64) -> u32 {
    let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
    *known.entry(id).or_insert(next)
}

/// Drops what goes beyond `most` goods of one person, the lightest first.
fn keep_weightiest(pairs: &mut Vec<(u32, Entry)>, most: usize) {
    let mut kept = Vec::with_capacity(pairs.len());
    for person in pairs.chunk_by_mut(|a, b| a.0 == b.0) {
        if person.len() > most {
            person.sort_unstable_by(|a, b| b.1.1.total_cmp(&a.1.1));
        }
        let own = person.len().min(most);
        let own = &mut person[..own];
        own.sort_unstable_by_key(|(_, (item, _))| *item);
        kept.extend_from_slice(own);
    }
    *pairs = kept;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(user: i64, item: i64, day: i32) -> Event {
        Event { user, item, day, weight: 1.0 }
    }

    #[test]
    fn the_most_bought_come_first_and_the_latest_event_counts() {
        let events = [event(7, 30, 0), event(7, 10, 50), event(8, 10, 0), event(7, 30, 100)];
        let counts = Counts::of(events, 100, &Settings::default());
        assert_eq!(counts.items, [10, 30]);
        assert_eq!(counts.people.row(0), [(0, 0.5f32.sqrt()), (1, 1.0)]);
        assert_eq!(counts.goods.row(0), [(0, 0.5f32.sqrt()), (1, 0.5)]);
    }

    #[test]
    fn one_person_cannot_bring_more_than_the_limit() {
        let settings = Settings { person_most: 3, ..Settings::default() };
        let counts = Counts::of((0..100).map(|n| event(1, i64::from(n), n)), 100, &settings);
        let ids: Vec<i64> = counts.people.row(0).iter().map(|(item, _)| counts.items[*item as usize]).collect();
        assert_eq!(ids, [97, 98, 99]);
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(Counts::of([], 0, &Settings::default()).people.len(), 0);
    }
}
