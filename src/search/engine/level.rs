//! How much a document speaks of a term, as small whole numbers: coarsely where the index keeps it as the term's frequency (each step
//! costs time when writing), finely in the list of what a document is about. Candidates are chosen by the coarse one, ordered by the fine one.

use std::sync::LazyLock;

/// The highest coarse level.
pub const HIGHEST: u8 = 8;
/// So many values a level can have.
pub const LEVELS: usize = 16;
/// The coarse level of what a title says once, for terms that are looked for where no levels are kept.
pub const SHORT: u8 = 6;
/// x of the first coarse level.
const LEAST: f32 = 0.06;
/// From one coarse level to the next.
const STEP: f32 = 1.9;
/// x of the first fine level.
const FINE_LEAST: f32 = 0.01;
/// From one fine level to the next.
const FINE_STEP: f32 = 1.03;

fn steps(x: f32, least: f32, step: f32) -> f32 {
    (x / least).max(1.0).ln() / step.ln()
}

/// The coarse level of x.
pub fn level(x: f32) -> u8 {
    // between 1 and 8 by the bounds
    (1.0 + steps(x, LEAST, STEP).round()).clamp(1.0, f32::from(HIGHEST)) as u8
}

/// x of a coarse level.
pub fn x(level: u32) -> f32 {
    if level == 0 {
        return 0.0;
    }
    LEAST * STEP.powi(i32::try_from(level.min(u32::from(HIGHEST))).unwrap_or(1) - 1)
}

/// The fine level of x.
pub fn fine(x: f32) -> u8 {
    steps(x, FINE_LEAST, FINE_STEP).round().min(255.0) as u8
}

static FINE: LazyLock<[f32; 256]> = LazyLock::new(|| std::array::from_fn(|level| FINE_LEAST * FINE_STEP.powi(level as i32)));

/// x of a fine level.
pub fn fine_value(level: u8) -> f32 {
    FINE[usize::from(level)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_keep_x() {
        for value in [0.06_f32, 0.2, 0.5, 1.0, 2.0, 3.7, 6.0] {
            let kept = x(u32::from(level(value)));
            assert!((kept / value - 1.0).abs() < 0.4, "{value} {kept}");
            let kept = fine_value(fine(value));
            assert!((kept / value - 1.0).abs() < 0.02, "{value} {kept}");
        }
        assert_eq!(level(2.0), SHORT);
        assert_eq!(level(0.0), 1);
        assert_eq!(level(1e9), HIGHEST);
        assert_eq!(level(f32::NAN), 1);
        assert_eq!(fine(1e9), 255);
    }
}
