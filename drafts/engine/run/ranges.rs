//! The spans of numeric characteristics, in a flat table.

use super::super::found::NumberRange;

/// Spans by attribute.
#[derive(Debug)]
pub struct Ranges {
    slots: Vec<Option<NumberRange>>,
    used: usize,
}

impl Default for Ranges {
    fn default() -> Self {
        Self { slots: vec![None; 128], used: 0 }
    }
}

impl Ranges {
    /// One value more.
    pub fn add(&mut self, attribute: u32, value: i64) {
        self.merge(NumberRange { attribute, least: value, greatest: value, count: 1 });
    }

    fn merge(&mut self, range: NumberRange) {
        let last = self.slots.len() - 1;
        let mut at = (range.attribute.wrapping_mul(0x9E37_79B9) >> 12) as usize & last;
        loop {
            match &mut self.slots[at] {
                Some(own) if own.attribute == range.attribute => {
                    own.least = own.least.min(range.least);
                    own.greatest = own.greatest.max(range.greatest);
                    own.count += range.count;
                    return;
                }
                Some(_) => at = (at + 1) & last,
                free => {
                    *free = Some(range);
                    self.used += 1;
                    return self.grow();
                }
            }
        }
    }

    fn grow(&mut self) {
        if self.used * 2 > self.slots.len() {
            let larger = vec![None; self.slots.len() * 4];
            let old = std::mem::replace(&mut self.slots, larger);
            self.used = 0;
            old.into_iter().flatten().for_each(|range| self.merge(range));
        }
    }

    /// By attribute.
    pub fn sorted(&self) -> Vec<NumberRange> {
        let mut all: Vec<_> = self.slots.iter().flatten().copied().collect();
        all.sort_unstable_by_key(|range| range.attribute);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_widen() {
        let mut ranges = Ranges::default();
        (0..1000).for_each(|n| ranges.add(n % 100, i64::from(n)));
        let all = ranges.sorted();
        assert_eq!(all.len(), 100);
        assert_eq!(all[7], NumberRange { attribute: 7, least: 7, greatest: 907, count: 10 });
    }
}
