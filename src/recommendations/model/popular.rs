//! What is bought now, in a city and everywhere: for people and goods the model knows nothing of.

use std::collections::HashMap;

/// How many purchases' worth the country's taste weighs beside the city's own: a village without sales shows what the country buys.
const COUNTRY: f64 = 20.0;

/// Less than this is what rounding left of counts that were taken back, or twenty half-lives of silence.
const LEAST: f64 = 1e-6;

/// Counts that fade. Each event is weighed against a fixed first day, so adding one never touches the others: the job that feeds it
/// may go on from where it stopped.
#[derive(Debug, Clone)]
pub struct Popular {
    first: i32,
    half_life: f64,
    all: HashMap<i64, f64>,
    cities: HashMap<i64, HashMap<i64, f64>>,
}

impl Popular {
    /// Counts that halve every `half_life` days (7 shows a trend, 30 what is popular). `first` is a day near the first event.
    pub fn new(first: i32, half_life: f32) -> Self {
        Self { first, half_life: f64::from(half_life).max(1.0), all: HashMap::new(), cities: HashMap::new() }
    }

    /// Counts one event; a `weight` below 0 takes one back.
    pub fn add(&mut self, city: Option<i64>, item: i64, day: i32, weight: f32) {
        // 2^1000 would be a thousand half-lives after the first day; nobody keeps counting that long
        let grown = (f64::from(day.saturating_sub(self.first)) / self.half_life).min(1000.0).exp2() * f64::from(weight);
        *self.all.entry(item).or_default() += grown;
        if let Some(city) = city {
            *self.cities.entry(city).or_default().entry(item).or_default() += grown;
        }
    }

    /// The `most` popular goods of a city, the country's taste mixed in; without a city the country's.
    pub fn top(&self, city: Option<i64>, today: i32, most: usize) -> Vec<i64> {
        let own = city.and_then(|city| self.cities.get(&city));
        let total = self.all.values().sum::<f64>().max(f64::MIN_POSITIVE);
        let now = (f64::from(today.saturating_sub(self.first)) / self.half_life).min(1000.0).exp2();
        let score = |item: &i64, all: f64| own.and_then(|own| own.get(item)).unwrap_or(&0.0) / now + COUNTRY * all / total;
        let mut ranked: Vec<(f64, i64)> = self.all.iter().filter(|(_, n)| **n / now > LEAST).map(|(id, n)| (score(id, *n), *id)).collect();
        ranked.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked.into_iter().take(most).map(|(_, item)| item).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_with_sales_has_its_own_taste_and_one_without_the_countrys() {
        let mut popular = Popular::new(0, 30.0);
        (0..100).for_each(|_| popular.add(Some(1), 10, 100, 1.0));
        (0..40).for_each(|_| popular.add(Some(2), 20, 100, 1.0));
        assert_eq!(popular.top(Some(2), 100, 2), [20, 10]);
        assert_eq!(popular.top(Some(3), 100, 2), [10, 20]);
        assert_eq!(popular.top(None, 100, 1), [10]);
    }

    #[test]
    fn what_sold_long_ago_fades_and_what_is_taken_back_is_gone() {
        let mut popular = Popular::new(0, 7.0);
        (0..9).for_each(|_| popular.add(None, 1, 0, 1.0));
        popular.add(None, 2, 70, 1.0);
        assert_eq!(popular.top(None, 70, 2), [2, 1]);
        popular.add(None, 2, 70, -1.0);
        assert_eq!(popular.top(None, 70, 2), [1]);
    }
}
