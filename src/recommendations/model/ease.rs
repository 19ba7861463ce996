//! EASE (Steck, 2019): each good predicted from all others by ridge regression, solved at once by one inverse.

use ndarray::{Array2, Axis};

use super::counts::Counts;
use super::inverse::{NotPositive, invert};
use super::settings::Settings;

/// The most bought goods, each with each.
#[derive(Debug, Clone)]
pub(super) struct Ease {
    /// The inverse of the goods' products with the ridge on its diagonal.
    inverse: Array2<f32>,
}

impl Ease {
    /// Solves the first `settings.dense_most` goods.
    pub fn train(counts: &Counts, settings: &Settings) -> Result<Self, NotPositive> {
        let n = counts.items.len().min(settings.dense_most);
        let mut inverse = products(counts, n, settings.threads);
        inverse.diag_mut().mapv_inplace(|x| x + settings.ridge);
        invert(&mut inverse, settings.threads)?;
        Ok(Self { inverse })
    }

    /// How many goods it knows.
    pub fn len(&self) -> usize {
        self.inverse.nrows()
    }

    /// How strongly `item` speaks for every good, by number; nothing for itself. Empty for a good it does not know.
    pub fn row(&self, item: usize) -> impl Iterator<Item = (usize, f32)> {
        let row = (item < self.len()).then(|| self.inverse.row(item));
        let diagonal = self.inverse.diag();
        row.into_iter().flat_map(move |row| (0..row.len()).map(move |j| (j, if j == item { 0.0 } else { -row[j] / diagonal[j] })))
    }
}

/// How much each pair of the first `n` goods is had by the same people.
fn products(counts: &Counts, n: usize, threads: usize) -> Array2<f32> {
    let mut gram = Array2::zeros((n, n));
    let part = n.div_ceil(threads.max(1)).max(1);
    std::thread::scope(|scope| {
        for (at, mut rows) in gram.axis_chunks_iter_mut(Axis(0), part).enumerate() {
            let (from, to) = (at * part, at * part + rows.nrows());
            scope.spawn(move || {
                for person in (0..counts.people.len()).map(|person| counts.people.row(person)) {
                    let known = &person[..person.partition_point(|(item, _)| (*item as usize) < n)];
                    for (a, weight) in known.iter().filter(|(item, _)| (from..to).contains(&(*item as usize))) {
                        let mut row = rows.row_mut(*a as usize - from);
                        known.iter().for_each(|(b, other)| row[*b as usize] += weight * other);
                    }
                }
            });
        }
    });
    gram
}
