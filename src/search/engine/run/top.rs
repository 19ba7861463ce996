//! The best of many.

/// A document that may be shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item {
    /// What orders it: more is better.
    pub key: f64,
    /// The product: of equals the newer stands first.
    pub product: i64,
    /// What its words bring.
    pub words: f32,
    /// It has all of them.
    pub all: bool,
    /// Its segment.
    pub segment: u32,
    /// Its number there.
    pub doc: u32,
}

/// Keeps the best.
#[derive(Debug)]
pub struct Top {
    keep: usize,
    items: Vec<Item>,
    /// No worse key is looked at.
    floor: f64,
}

impl Top {
    /// So many are kept.
    pub fn new(keep: usize) -> Self {
        Self { keep: keep.max(1), items: Vec::new(), floor: f64::NEG_INFINITY }
    }

    /// A key like this may still be among the best.
    pub fn wants(&self, key: f64) -> bool {
        key >= self.floor
    }

    /// One more.
    pub fn push(&mut self, item: Item) {
        self.items.push(item);
        if self.items.len() >= self.keep * 2 + 64 {
            self.shrink();
        }
    }

    fn shrink(&mut self) {
        if self.items.len() > self.keep {
            self.items.select_nth_unstable_by(self.keep - 1, order);
            self.items.truncate(self.keep);
            self.floor = self.items[self.keep - 1].key;
        }
    }

    /// The best, in order.
    pub fn sorted(mut self) -> Vec<Item> {
        self.shrink();
        self.items.sort_unstable_by(order);
        self.items
    }
}

/// The better first.
pub fn order(a: &Item, b: &Item) -> std::cmp::Ordering {
    b.key.total_cmp(&a.key).then(b.product.cmp(&a.product))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_are_kept() {
        let mut top = Top::new(10);
        for product in 0..1000 {
            let key = f64::from((product * 7) % 100);
            if top.wants(key) {
                top.push(Item { key, product: i64::from(product), words: 0.0, all: false, segment: 0, doc: 0 });
            }
        }
        let kept = top.sorted();
        assert_eq!(kept.len(), 10);
        assert!(kept.iter().all(|item| (item.key - 99.0).abs() < 1e-9));
        assert!(kept.windows(2).all(|pair| pair[0].product > pair[1].product));
    }
}
