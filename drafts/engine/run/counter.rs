//! Counting by key, in a flat table: a count costs a few nanoseconds, and there are many.

/// Smaller keys are counted in place.
const LOW: u64 = 1 << 16;

/// Counts by number.
#[derive(Debug, Clone)]
pub struct Counter {
    /// Counts of small keys.
    low: Vec<u32>,
    /// Key + 1 and count; the key 0 is a free place.
    slots: Vec<(u64, u32)>,
    used: usize,
}

impl Default for Counter {
    fn default() -> Self {
        Self { low: Vec::new(), slots: vec![(0, 0); 512], used: 0 }
    }
}

impl Counter {
    /// One more of the key. Keys lie below 2⁶⁴ − 1.
    pub fn add(&mut self, key: u64) {
        self.add_many(key, 1);
    }

    /// So many more of the key.
    pub fn add_many(&mut self, key: u64, count: u32) {
        if key >= LOW {
            return self.add_high(key, count);
        }
        let at = key as usize;
        if at >= self.low.len() {
            self.low.resize((at + 1).next_power_of_two(), 0);
        }
        self.low[at] += count;
    }

    fn add_high(&mut self, key: u64, count: u32) {
        let wanted = key.wrapping_add(1);
        let last = self.slots.len() - 1;
        let mut at = (wanted.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & last;
        loop {
            let slot = &mut self.slots[at];
            if slot.0 == wanted {
                slot.1 += count;
                return;
            }
            if slot.0 == 0 {
                *slot = (wanted, count);
                self.used += 1;
                return self.grow();
            }
            at = (at + 1) & last;
        }
    }

    fn grow(&mut self) {
        if self.used * 2 > self.slots.len() {
            let larger = vec![(0, 0); self.slots.len() * 4];
            let old = std::mem::replace(&mut self.slots, larger);
            self.used = 0;
            old.into_iter().filter(|slot| slot.0 > 0).for_each(|(key, count)| self.add_high(key - 1, count));
        }
    }

    /// The counts, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (u64, u32)> + '_ {
        let low = (0..).zip(&self.low).filter(|(_, count)| **count > 0).map(|(key, count)| (key, *count));
        low.chain(self.slots.iter().filter(|slot| slot.0 > 0).map(|slot| (slot.0 - 1, slot.1)))
    }

    /// The counts, the fullest first.
    pub fn sorted(&self) -> Vec<(u64, u32)> {
        let mut all: Vec<_> = self.iter().collect();
        all.sort_unstable_by_key(|(key, count)| (std::cmp::Reverse(*count), *key));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_counted() {
        let mut counter = Counter::default();
        (0..10_000_u64).for_each(|n| counter.add((n % 1000) << 32));
        assert_eq!(counter.iter().count(), 1000);
        assert!(counter.iter().all(|(_, count)| count == 10));
        counter.add(0);
        assert_eq!(counter.sorted()[0], (0, 11));
    }
}
