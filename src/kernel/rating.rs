//! What buyers think of something, all together: stars and how many gave them. Exact: no floats.

/// The sum of all stars, and how many ratings it is of. There is at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rating {
    stars: i64,
    count: i32,
}

impl Rating {
    /// Of a row's sum and count; nothing where nobody has rated.
    pub fn of((stars, count): (i64, i32)) -> Option<Self> {
        (count > 0).then_some(Self { stars, count })
    }

    /// How many have rated.
    pub const fn count(self) -> i32 {
        self.count
    }

    /// The mean × 100, rounded down.
    pub fn hundredths(self) -> u16 {
        u16::try_from(self.stars * 100 / i64::from(self.count)).unwrap_or_default()
    }

    /// The mean × 10, rounded down: whatever is shown as 4.5 is found by "4.5 and up", and 5.0 has nothing but fives.
    pub fn tenths(self) -> i64 {
        i64::from(self.hundredths() / 10)
    }

    /// The mean for machines: `4.75`.
    pub fn plain(self) -> String {
        format!("{}.{:02}", self.hundredths() / 100, self.hundredths() % 100)
    }

    /// The better mean first, of equal ones that of more ratings; for things without any see [`Option`].
    pub fn rank(self) -> (u16, i32) {
        (self.hundredths(), self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_is_never_shown_better_than_it_is() {
        let rating = |stars, count| Rating::of((stars, count)).unwrap();
        assert_eq!((rating(14, 3).hundredths(), rating(14, 3).tenths(), rating(14, 3).plain()), (466, 46, "4.66".to_owned()));
        assert_eq!((rating(499, 100).tenths(), rating(5, 1).tenths(), rating(1, 1).plain()), (49, 50, "1.00".to_owned()));
        assert_eq!(Rating::of((0, 0)), None);
        assert_eq!(rating(i64::from(i32::MAX) * 5, i32::MAX).hundredths(), 500);
    }
}
