//! What a listing cost in the last ninety days, drawn as a line and told as a table. Pure.

use chrono::{DateTime, Duration, NaiveDate, Utc};

use crate::kernel::{Money, local};
use crate::listings::{PRICE_DAYS, Stretch};

/// The drawing's size; the page stretches it.
const WIDTH: i64 = 900;
const HEIGHT: i64 = 100;
/// Room above and below the line.
const EDGE: i64 = 10;
/// A price that never moved is told only when it held for so many days.
const LONG: i64 = 14;

/// The line and the table.
#[derive(Debug, PartialEq, Eq)]
pub struct PriceHistory {
    /// The corners of the line.
    pub points: String,
    /// Since when which price, the newest first.
    pub steps: Vec<(NaiveDate, Money)>,
    pub lowest: Money,
    pub highest: Money,
    /// Never in these days was it cheaper than now.
    pub is_lowest: bool,
}

impl PriceHistory {
    /// The history up to a moment; nothing when there is nothing to tell.
    pub fn of(history: &[Stretch], at: DateTime<Utc>) -> Option<Self> {
        let begin = history.first()?.from_at.max(at - Duration::days(PRICE_DAYS));
        let mut steps: Vec<(NaiveDate, Money)> = Vec::new();
        let mut corners: Vec<(DateTime<Utc>, Money)> = Vec::new();
        for stretch in history {
            let (from, until) = (stretch.from_at.max(begin), stretch.until_at.unwrap_or(at).min(at));
            if until <= from {
                continue;
            }
            if steps.last().is_none_or(|(_, price)| *price != stretch.price) {
                steps.push((local(from).date(), stretch.price));
            }
            corners.extend([(from, stretch.price), (until, stretch.price)]);
        }
        let (lowest, highest) = (corners.iter().map(|c| c.1).min()?, corners.iter().map(|c| c.1).max()?);
        if steps.len() < 2 && at - begin < Duration::days(LONG) {
            return None;
        }
        let is_lowest = highest > lowest && steps.last().is_some_and(|(_, price)| *price == lowest);
        steps.reverse();
        let scale = Scale { begin, minutes: (at - begin).num_minutes().max(1), lowest, highest };
        Some(Self {
            points: corners.iter().map(|corner| scale.point(*corner)).collect::<Vec<_>>().join(" "),
            steps,
            lowest,
            highest,
            is_lowest,
        })
    }

    /// Since when which price, the newest first.
    pub fn rows(&self) -> Vec<(NaiveDate, Money)> {
        self.steps.clone()
    }

    /// Whether it stayed the same all the time.
    pub fn is_flat(&self) -> bool {
        self.steps.len() < 2
    }
}

struct Scale {
    begin: DateTime<Utc>,
    minutes: i64,
    lowest: Money,
    highest: Money,
}

impl Scale {
    fn point(&self, (at, price): (DateTime<Utc>, Money)) -> String {
        let x = (at - self.begin).num_minutes() * WIDTH / self.minutes;
        let span = (self.highest.whole() - self.lowest.whole()).max(1);
        let up = (price.whole() - self.lowest.whole()) * (HEIGHT - 2 * EDGE) / span;
        format!("{x},{}", HEIGHT - EDGE - up)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(days: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + Duration::days(20_000 + days)
    }

    fn stretch(from: i64, until: Option<i64>, tenge: i64) -> Stretch {
        Stretch { from_at: at(from), until_at: until.map(at), price: Money::tenge(tenge) }
    }

    #[test]
    fn the_line_goes_from_edge_to_edge_in_steps() {
        let history = PriceHistory::of(&[stretch(0, Some(30), 1000), stretch(30, None, 800)], at(60)).unwrap();
        assert_eq!(history.points, "0,10 450,10 450,90 900,90");
        assert_eq!(history.steps, [(at(30).date_naive(), Money::tenge(800)), (at(0).date_naive(), Money::tenge(1000))]);
        assert!(history.is_lowest && !history.is_flat());
    }

    #[test]
    fn only_ninety_days_are_told() {
        let history = PriceHistory::of(&[stretch(0, Some(150), 1000), stretch(150, None, 1200)], at(200)).unwrap();
        assert_eq!(history.steps.last().unwrap().0, at(110).date_naive());
        assert!(!history.is_lowest);
    }

    #[test]
    fn what_never_moved_is_told_after_a_while() {
        assert_eq!(PriceHistory::of(&[stretch(0, None, 1000)], at(5)), None);
        assert!(PriceHistory::of(&[stretch(0, None, 1000)], at(20)).unwrap().is_flat());
        assert_eq!(PriceHistory::of(&[], at(20)), None);
    }
}
