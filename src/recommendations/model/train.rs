//! Training.

use super::counts::Counts;
use super::ease::Ease;
use super::event::Event;
use super::inverse::NotPositive;
use super::local;
use super::model::Model;
use super::settings::Settings;

/// Learns from everybody's events as they stand on day `today`.
///
/// # Errors
/// When the ridge is zero or far too small.
pub fn train(events: impl IntoIterator<Item = Event>, today: i32, settings: &Settings) -> Result<Model, NotPositive> {
    let counts = Counts::of(events, today, settings);
    let ease = Ease::train(&counts, settings)?;
    let local = local::train(&counts, ease.len(), settings);
    Ok(Model::new(counts.items, ease, &local))
}

#[cfg(test)]
mod tests {
    use super::super::{Suggestion, without};
    use super::*;

    /// Forty people; the even ones have goods 0..10, the odd ones 10..20, each all but one.
    fn two_tastes() -> Vec<Event> {
        let person = |user: i64| {
            let own = move |n: &i64| *n != user / 2 % 10;
            (0..10).filter(own).map(move |n| Event { user, item: user % 2 * 10 + n, day: 0, weight: 1.0 })
        };
        (0..40).flat_map(person).collect()
    }

    fn items(found: &[Suggestion]) -> Vec<i64> {
        found.iter().map(|found| found.item).collect()
    }

    #[test]
    fn dense_local_and_mixed_find_what_goes_together() -> Result<(), NotPositive> {
        for dense_most in [0, 7, 1000] {
            let settings = Settings { dense_most, ridge: 1.0, ..Settings::default() };
            let model = train(two_tastes(), 0, &settings)?;
            let own = [Event { user: 99, item: 3, day: 0, weight: 1.0 }, Event { user: 99, item: 5, day: 0, weight: 1.0 }];
            let found = items(&model.rank(&own, 0, &settings, 5));
            assert!(!found.is_empty() && found.iter().all(|item| *item < 10 && ![3, 5].contains(item)), "{dense_most}: {found:?}");
        }
        Ok(())
    }

    #[test]
    fn who_takes_own_data_away_leaves_no_trace() -> Result<(), NotPositive> {
        let settings = Settings { dense_most: 8, ..Settings::default() };
        let secret = [(1, 3), (1, 777), (1, 15)].map(|(user, item)| Event { user: user + 500, item, day: 0, weight: 1.0 });
        let all: Vec<Event> = two_tastes().into_iter().chain(secret).collect();
        let rows = |events: Vec<Event>| Ok(train(events, 0, &settings)?.rows(50).collect::<Vec<_>>());
        assert_ne!(rows(all.clone())?, rows(two_tastes())?);
        assert_eq!(rows(without(all, &[501].into()).collect())?, rows(two_tastes())?);
        Ok(())
    }

    #[test]
    fn no_events_make_an_empty_model() -> Result<(), NotPositive> {
        let settings = Settings::default();
        let model = train([], 0, &settings)?;
        assert_eq!(model.rows(10).count(), 0);
        assert!(model.rank(&[Event { user: 1, item: 1, day: 0, weight: 1.0 }], 0, &settings, 5).is_empty());
        Ok(())
    }
}
