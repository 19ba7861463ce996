//! What documents are like, beyond their words: each is a point in a space of few dimensions, learnt from a sample by a truncated
//! singular value decomposition. Terms that occur together lie together.

use std::collections::HashMap;
use std::path::Path;
use std::thread;

use super::error::Result;
use super::quick::QuickMap;

/// Dimensions.
pub const DIMS: usize = 192;
/// Numbers of 64 bits that hold a point.
pub const CELLS: usize = DIMS / 8;
/// A sample of fewer documents teaches nothing.
pub const FEWEST: usize = 200;
/// A larger sample teaches little more.
pub const SAMPLE: usize = 16_000;
/// No more terms are learnt.
const MOST_TERMS: usize = 40_000;
/// Passes over the sample, after the first.
const PASSES: usize = 2;
/// Points have length one; this is one in their small numbers, so that hardly any coordinate is cut.
const ONE: f32 = 127.0 * 3.0;

/// A document as weighted terms: parts of their hashes, in no order.
pub type Terms = Vec<(u32, f32)>;

/// A point, each coordinate in eight bits.
pub type Point = [i8; DIMS];

/// The space.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Latent {
    /// How many documents it was learnt from.
    pub sample: u32,
    terms: QuickMap<u32, u32>,
    /// For each term its scale and its direction.
    scales: Vec<f32>,
    directions: Vec<i8>,
}

impl Latent {
    /// Learns from a sample; from too small a one nothing, and all points are zero.
    pub fn learn(sample: &[Terms]) -> Self {
        let mut latent = Self { sample: u32::try_from(sample.len()).unwrap_or(u32::MAX), ..Self::default() };
        if sample.len() < FEWEST {
            return latent;
        }
        latent.terms = frequent(sample);
        let rows: Vec<Terms> = sample.iter().map(|doc| latent.known(doc)).collect();
        let basis = basis(&rows, latent.terms.len());
        for term in 0..latent.terms.len() {
            let largest = basis.iter().map(|axis| axis[term].abs()).fold(f32::MIN_POSITIVE, f32::max);
            latent.scales.push(largest / 127.0);
            latent.directions.extend(basis.iter().map(|axis| (axis[term] / largest * 127.0).round() as i8));
        }
        latent
    }

    /// The known terms by their numbers, of length one.
    fn known(&self, doc: &Terms) -> Terms {
        let length = doc.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        doc.iter().filter_map(|(term, weight)| Some((*self.terms.get(term)?, weight / length))).collect()
    }

    /// Where a document lies.
    pub fn point(&self, doc: impl Iterator<Item = (u32, f32)>) -> Point {
        let mut sums = [0.0_f32; DIMS];
        for (number, weight) in doc.filter_map(|(term, weight)| Some((*self.terms.get(&term)? as usize, weight))) {
            let (scale, direction) = (self.scales[number] * weight, &self.directions[number * DIMS..(number + 1) * DIMS]);
            sums.iter_mut().zip(direction).for_each(|(sum, part)| *sum += scale * f32::from(*part));
        }
        let length = sums.iter().map(|sum| sum * sum).sum::<f32>().sqrt();
        if length > 0.0 { sums.map(|sum| (sum / length * ONE).round().clamp(-127.0, 127.0) as i8) } else { [0; DIMS] }
    }

    /// Writes it to a file, whole or not at all.
    pub fn save(&self, path: &Path) -> Result<()> {
        let mut bytes = self.sample.to_le_bytes().to_vec();
        let mut terms: Vec<_> = self.terms.iter().collect();
        terms.sort_unstable_by_key(|(_, number)| **number);
        terms.iter().for_each(|(term, _)| bytes.extend(term.to_le_bytes()));
        self.scales.iter().for_each(|scale| bytes.extend(scale.to_le_bytes()));
        bytes.extend(self.directions.iter().map(|part| *part as u8));
        let unfinished = path.with_extension("new");
        std::fs::write(&unfinished, bytes)?;
        Ok(std::fs::rename(unfinished, path)?)
    }

    /// Reads it from a file; nothing when there is none, or when it is not whole.
    pub fn load(path: &Path) -> Option<Self> {
        let bytes = std::fs::read(path).ok()?;
        let (sample, rest) = bytes.split_first_chunk::<4>()?;
        let count = rest.len() / (8 + DIMS);
        let (terms, rest) = rest.split_at_checked(count * 4)?;
        let (scales, directions) = rest.split_at_checked(count * 4)?;
        let whole = directions.len() == count * DIMS;
        whole.then(|| Self {
            sample: u32::from_le_bytes(*sample),
            terms: terms.as_chunks::<4>().0.iter().zip(0..).map(|(term, number)| (u32::from_le_bytes(*term), number)).collect(),
            scales: scales.as_chunks::<4>().0.iter().map(|scale| f32::from_le_bytes(*scale)).collect(),
            directions: directions.iter().map(|part| *part as i8).collect(),
        })
    }
}

/// A point as numbers of 64 bits.
pub fn pack(point: &Point) -> [u64; CELLS] {
    std::array::from_fn(|cell| u64::from_le_bytes(std::array::from_fn(|at| point[cell * 8 + at] as u8)))
}

/// A point of its numbers; zero when there are too few.
pub fn unpack(cells: &[u64]) -> Point {
    let mut point = [0; DIMS];
    for (cell, parts) in cells.iter().zip(point.as_chunks_mut::<8>().0) {
        *parts = cell.to_le_bytes().map(|byte| byte as i8);
    }
    point
}

/// Numbers for the terms that more than one document has.
fn frequent(sample: &[Terms]) -> QuickMap<u32, u32> {
    let mut counts = HashMap::new();
    sample.iter().flatten().for_each(|(term, _)| *counts.entry(*term).or_insert(0_u32) += 1);
    let mut terms: Vec<_> = counts.into_iter().filter(|(_, count)| *count > 1).collect();
    terms.sort_unstable_by_key(|(term, count)| (std::cmp::Reverse(*count), *term));
    terms.truncate(MOST_TERMS);
    terms.into_iter().zip(0..).map(|((term, _), number)| (term, number)).collect()
}

/// An orthonormal basis of the directions in which the sample spreads most, by subspace iteration.
fn basis(rows: &[Terms], terms: usize) -> Vec<Vec<f32>> {
    let random = random(rows.len());
    let mut axes = spread(rows, &random, terms);
    for _ in 0..PASSES {
        orthonormalise(&mut axes);
        let lengths = each(&axes, |axis| rows.iter().map(|row| dot(row, axis)).collect::<Vec<f32>>());
        axes = spread(rows, &lengths, terms);
    }
    orthonormalise(&mut axes);
    axes
}

fn dot(row: &Terms, axis: &[f32]) -> f32 {
    row.iter().map(|(term, weight)| weight * axis[*term as usize]).sum()
}

/// The sum of the rows, each taken so many times, for every axis.
fn spread(rows: &[Terms], times: &[Vec<f32>], terms: usize) -> Vec<Vec<f32>> {
    let axis = |times: &Vec<f32>| {
        let mut axis = vec![0.0; terms];
        for (row, times) in rows.iter().zip(times) {
            row.iter().for_each(|(term, weight)| axis[*term as usize] += times * weight);
        }
        axis
    };
    each(times, axis)
}

/// What a function makes of every axis, on up to four cores.
fn each<A: Sync, B: Send>(axes: &[A], make: impl Fn(&A) -> B + Sync) -> Vec<B> {
    let cores = thread::available_parallelism().map_or(1, usize::from).min(4);
    thread::scope(|scope| {
        let workers: Vec<_> =
            axes.chunks(axes.len().div_ceil(cores).max(1)).map(|some| scope.spawn(|| some.iter().map(&make).collect::<Vec<B>>())).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}

/// Signs that are always the same.
fn random(rows: usize) -> Vec<Vec<f32>> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut sign = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        if state & 1 == 0 { 1.0 } else { -1.0 }
    };
    (0..DIMS).map(|_| (0..rows).map(|_| sign()).collect()).collect()
}

/// Modified Gram-Schmidt.
fn orthonormalise(axes: &mut [Vec<f32>]) {
    for at in 0..axes.len() {
        let (done, rest) = axes.split_at_mut(at);
        let Some(axis) = rest.first_mut() else { return };
        for other in done {
            let shadow: f32 = axis.iter().zip(&*other).map(|(a, b)| a * b).sum();
            axis.iter_mut().zip(&*other).for_each(|(a, b)| *a -= shadow * b);
        }
        let length = axis.iter().map(|a| a * a).sum::<f32>().sqrt();
        let scale = if length > 1e-6 { 1.0 / length } else { 0.0 };
        axis.iter_mut().for_each(|a| *a *= scale);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Documents of two subjects, each with words of its own.
    fn sample() -> Vec<Terms> {
        (0..400_u32).map(|doc| (0..6).map(|word| (doc % 2 * 1000 + (doc / 2 * 7 + word * 5) % 40, 1.0)).collect()).collect()
    }

    fn likeness(a: &Point, b: &Point) -> f32 {
        a.iter().zip(b).map(|(a, b)| f32::from(*a) * f32::from(*b)).sum::<f32>() / (ONE * ONE)
    }

    #[test]
    fn the_same_subject_lies_together() {
        let latent = Latent::learn(&sample());
        let point = |terms: &[u32]| latent.point(terms.iter().map(|term| (*term, 1.0)));
        let (one, same, other) = (point(&[0, 5, 10]), point(&[0, 5, 15]), point(&[1000, 1005, 1010]));
        assert!(likeness(&one, &same) > likeness(&one, &other) + 0.2);
        assert_eq!(point(&[77_777]), [0; DIMS]);
        assert_eq!(unpack(&pack(&one)), one);
    }

    #[test]
    fn it_is_kept_in_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("latent");
        let latent = Latent::learn(&sample());
        latent.save(&path).unwrap();
        assert_eq!(Latent::load(&path), Some(latent));
        assert_eq!(Latent::load(&folder.path().join("none")), None);
        assert_eq!(Latent::learn(&[]).terms.len(), 0);
    }
}
