//! The inverse of a large symmetric positive matrix, in place: Gauss and Jordan's way by blocks.

use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, ArrayView2, Axis, s};

use super::small;

/// Wide enough for quick products, narrow enough for its own inverse to cost nothing.
const BLOCK: usize = 128;

/// The matrix cannot be inverted: the ridge is too small for these numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the matrix is not positive; a larger ridge would help")]
pub struct NotPositive;

/// Inverts `a`. Besides `a` itself it takes two strips of `n` × 128.
///
/// # Errors
/// When `a` is not positive, as far as its numbers can tell. `a` is then of no use.
pub(super) fn invert(a: &mut Array2<f32>, threads: usize) -> Result<(), NotPositive> {
    let n = a.nrows();
    for from in (0..n).step_by(BLOCK) {
        let to = n.min(from + BLOCK);
        let pivot = invert_small(a.slice(s![from..to, from..to]))?;
        let mut row = Array2::zeros((to - from, n));
        general_mat_mul(1.0, &pivot, &a.slice(s![from..to, ..]), 0.0, &mut row);
        row.slice_mut(s![.., from..to]).assign(&pivot);
        let mut column = a.slice(s![.., from..to]).to_owned();
        column.slice_mut(s![from..to, ..]).fill(0.0);
        a.slice_mut(s![.., from..to]).fill(0.0);
        take_away(a, &column, &row, threads);
        a.slice_mut(s![from..to, ..]).assign(&row);
    }
    Ok(())
}

/// a − column · row, the rows shared out among the threads.
fn take_away(a: &mut Array2<f32>, column: &Array2<f32>, row: &Array2<f32>, threads: usize) {
    let part = a.nrows().div_ceil(threads.max(1));
    std::thread::scope(|scope| {
        for (mut rows, left) in a.axis_chunks_iter_mut(Axis(0), part).zip(column.axis_chunks_iter(Axis(0), part)) {
            scope.spawn(move || general_mat_mul(-1.0, &left, row, 1.0, &mut rows));
        }
    });
}

fn invert_small(block: ArrayView2<'_, f32>) -> Result<Array2<f32>, NotPositive> {
    let n = block.nrows();
    let mut l: Vec<f64> = block.iter().map(|x| f64::from(*x)).collect();
    if !small::factor(&mut l, n) {
        return Err(NotPositive);
    }
    let mut inverse = Array2::zeros((n, n));
    for (i, mut row) in inverse.rows_mut().into_iter().enumerate() {
        let mut unit = vec![0.0; n];
        unit[i] = 1.0;
        small::solve(&l, n, &mut unit);
        row.iter_mut().zip(unit).for_each(|(to, x)| *to = x as f32);
    }
    Ok(inverse)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inverse_times_the_matrix_is_one_over_several_blocks() {
        let n = BLOCK * 2 + 37;
        let x = Array2::from_shape_fn((n, n), |(i, j)| (((i * 31 + j * 17) % 23) as f32 - 11.0) / 11.0);
        let a = x.t().dot(&x) / 10.0 + Array2::<f32>::eye(n) * 30.0;
        let mut inverse = a.clone();
        assert_eq!(invert(&mut inverse, 2), Ok(()));
        let off = (a.dot(&inverse) - Array2::<f32>::eye(n)).iter().fold(0.0f32, |most, x| most.max(x.abs()));
        assert!(off < 1e-3, "{off}");
    }

    #[test]
    fn a_matrix_without_an_inverse_is_refused() {
        assert_eq!(invert(&mut Array2::zeros((3, 3)), 1), Err(NotPositive));
    }
}
