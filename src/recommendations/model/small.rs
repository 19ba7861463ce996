//! Small symmetric positive matrices: Cholesky's way, in doubles.

/// Factors `a` (n × n, row by row) into L·Lᵀ in its lower half; false when it is not positive.
pub(super) fn factor(a: &mut [f64], n: usize) -> bool {
    for i in 0..n {
        let (above, row) = a.split_at_mut(i * n);
        for j in 0..=i {
            let other = if j < i { &above[j * n..j * n + n] } else { &[] };
            let dot = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| x * y).sum::<f64>();
            if j < i {
                row[j] = (row[j] - dot(&row[..j], &other[..j])) / other[j];
            } else {
                let left = row[i] - dot(&row[..i], &row[..i]);
                if left.is_nan() || left <= 0.0 {
                    return false;
                }
                row[i] = left.sqrt();
            }
        }
    }
    true
}

/// Solves L·Lᵀ·x = b in place.
pub(super) fn solve(l: &[f64], n: usize, b: &mut [f64]) {
    for i in 0..n {
        let known: f64 = (0..i).map(|j| l[i * n + j] * b[j]).sum();
        b[i] = (b[i] - known) / l[i * n + i];
    }
    for i in (0..n).rev() {
        b[i] /= l[i * n + i];
        for j in 0..i {
            b[j] -= l[i * n + j] * b[i];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_solved() {
        let a = [4.0, 2.0, 0.0, 2.0, 5.0, 1.0, 0.0, 1.0, 3.0];
        let (mut l, mut x) = (a, [8.0, 13.0, 7.0]);
        assert!(factor(&mut l, 3));
        solve(&l, 3, &mut x);
        for i in 0..3 {
            let back: f64 = (0..3).map(|j| a[i * 3 + j] * x[j]).sum();
            assert!((back - [8.0, 13.0, 7.0][i]).abs() < 1e-12);
        }
    }

    #[test]
    fn what_is_not_positive_is_refused() {
        assert!(!factor(&mut [1.0, 2.0, 2.0, 1.0], 2));
        assert!(!factor(&mut [f64::NAN], 1));
    }
}
