//! The histogram of prices: fine steps of an eighth of an octave while counting, a few even bars when shown.

use super::super::found::{Bar, Prices};

/// Steps to each doubling.
const EIGHTHS: u32 = 8;
const STEPS: usize = 33 * EIGHTHS as usize;
/// No more bars are shown.
const BARS: usize = 24;

/// Prices that were counted.
#[derive(Debug, Clone)]
pub struct Histogram {
    steps: Vec<u32>,
    span: Option<(i64, i64)>,
}

impl Default for Histogram {
    fn default() -> Self {
        Self { steps: vec![0; STEPS], span: None }
    }
}

/// The step that a price falls into.
pub fn step(price: i64) -> usize {
    let price = price.clamp(1, i64::from(u32::MAX)) as u64;
    let octave = price.ilog2();
    let eighth = if octave >= 3 { price >> (octave - 3) & 7 } else { price << (3 - octave) & 7 };
    (octave * EIGHTHS) as usize + eighth as usize
}

/// The least price of a step.
fn start(step: usize) -> i64 {
    let (octave, eighth) = (step / 8, step % 8);
    let scaled = (8 + eighth as u64) << octave;
    scaled.div_ceil(8) as i64
}

impl Histogram {
    /// A product has an offer in this step.
    pub fn add(&mut self, step: usize) {
        self.steps[step] += 1;
    }

    /// A product has an offer at this price.
    pub fn widen(&mut self, price: i64) {
        let (low, high) = self.span.unwrap_or((price, price));
        self.span = Some((low.min(price), high.max(price)));
    }

    /// What can be shown.
    pub fn prices(&self) -> Option<Prices> {
        let (lowest, highest) = self.span?;
        let (first, last) = (step(lowest), step(highest));
        let bars = (first..=last)
            .filter(|at| start(*at) < start(at + 1))
            .map(|at| Bar { from: start(at), to: start(at + 1), count: self.steps[at] })
            .collect();
        Some(Prices { lowest, highest, bars: fewer(bars) })
    }
}

/// Neighbouring bars are joined until there are few. A product with offers in both halves counts in both.
fn fewer(mut bars: Vec<Bar>) -> Vec<Bar> {
    while bars.len() > BARS {
        bars = bars
            .chunks(2)
            .map(|pair| Bar { from: pair[0].from, to: pair[pair.len() - 1].to, count: pair.iter().map(|bar| bar.count).sum() })
            .collect();
    }
    bars
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_price_is_in_its_step() {
        for price in [1, 2, 3, 5, 7, 8, 9, 15, 16, 100, 999, 1_000, 123_456, 4_000_000_000] {
            let at = step(price);
            assert!(start(at) <= price && price < start(at + 1), "{price}: {} {}", start(at), start(at + 1));
        }
        assert!(step(i64::MAX) < STEPS && step(-5) == 0);
    }

    #[test]
    fn bars_hold_everything() {
        let mut histogram = Histogram::default();
        for price in [10, 500, 90_000, 1_000_000_000] {
            histogram.add(step(price));
            histogram.widen(price);
        }
        let prices = histogram.prices().unwrap();
        assert_eq!((prices.lowest, prices.highest), (10, 1_000_000_000));
        assert!(prices.bars.len() <= BARS);
        assert_eq!(prices.bars.iter().map(|bar| bar.count).sum::<u32>(), 4);
    }
}
