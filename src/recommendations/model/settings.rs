//! The few numbers of the model, chosen on last baskets held out of the training data. They are flat around these values.

/// How to train and how to rank.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// After so many days an event says half as much about what sells together.
    pub half_life: f32,
    /// Ridge: how many people's worth of doubt is added to each good. Above 0.
    pub ridge: f32,
    /// At most so many goods, the most bought ones, are solved exactly; memory is 4 bytes times its square.
    pub dense_most: usize,
    /// From how many neighbours each good beyond those is predicted.
    pub local: usize,
    /// Only a person's weightiest so many goods train: a robot that opens everything must not cost its square.
    pub person_most: usize,
    /// After so many days an own event says half as much about the person.
    pub person_half_life: f32,
    /// An own event never says less than this share.
    pub person_floor: f32,
    /// How many threads train.
    pub threads: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            half_life: 50.0,
            ridge: 100.0,
            dense_most: 10_000,
            local: 50,
            person_most: 3_000,
            person_half_life: 60.0,
            person_floor: 0.1,
            threads: 2,
        }
    }
}

/// What is left of 1 after `age` days; an event from the future counts as today's.
pub(super) fn decay(age: i32, half_life: f32) -> f32 {
    (-(age.max(0) as f32) / half_life.max(f32::MIN_POSITIVE)).exp2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weight_halves_with_each_half_life_and_never_grows() {
        assert_eq!(decay(0, 50.0), 1.0);
        assert_eq!(decay(100, 50.0), 0.25);
        assert_eq!(decay(-7, 50.0), 1.0);
        assert_eq!(decay(1, 0.0), 0.0);
    }
}
