//! Work split over threads.

use std::ops::Range;

/// Cuts `0..n` into as many even parts as there are threads, does them side by side and gives the results in order.
pub(super) fn split<T: Send>(n: usize, threads: usize, work: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
    let step = n.div_ceil(threads.max(1)).max(1);
    std::thread::scope(|scope| {
        let work = &work;
        let parts: Vec<_> = (0..n).step_by(step).map(|at| scope.spawn(move || work(at..n.min(at + step)))).collect();
        parts.into_iter().map(|part| part.join().unwrap_or_else(|fault| std::panic::resume_unwind(fault))).collect()
    })
}
