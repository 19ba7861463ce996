//! How much a document speaks of a term, as a small whole number that the index keeps as the term's frequency.
//!
//! The steps are geometric: an error of a tenth in x is one of a few hundredths in the score, less than what the weights are sure of.

/// The highest level.
pub const HIGHEST: u8 = 120;
/// x of the first level.
const LEAST: f32 = 0.06;
/// From level to level.
const STEP: f32 = 1.2;

/// The level of x.
pub fn level(x: f32) -> u8 {
    let steps = ((x / LEAST).max(1.0).ln() / step().ln()).round();
    // between 0 and 255 by the bounds
    (1.0 + steps).clamp(1.0, f32::from(HIGHEST)) as u8
}

/// x of a level.
pub fn x(level: u32) -> f32 {
    if level == 0 {
        return 0.0;
    }
    LEAST * step().powi(i32::try_from(level.min(u32::from(HIGHEST))).unwrap_or(1) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_keep_x() {
        for value in [0.06_f32, 0.2, 0.5, 1.0, 2.0, 3.7, 6.0] {
            let kept = x(u32::from(level(value)));
            assert!((kept / value - 1.0).abs() < 0.1, "{value} {kept}");
        }
        assert_eq!(level(0.0), 1);
        assert_eq!(level(1e9), HIGHEST);
        assert_eq!(level(f32::NAN), 1);
    }
}

fn step() -> f32 {
    super::formula::tune("step", 1.2)
}
