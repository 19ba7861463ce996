//! One to five.

/// How many stars somebody gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stars(i16);

impl Stars {
    /// One to five; nothing for any other number.
    pub fn new(n: i16) -> Option<Self> {
        (1..=5).contains(&n).then_some(Self(n))
    }

    /// Of one digit, as forms send it.
    pub fn parse(text: &str) -> Option<Self> {
        let digit = text.len() == 1 && text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|_| digit).and_then(Self::new)
    }

    /// The number.
    pub const fn get(self) -> i16 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_are_one_to_five() {
        assert_eq!(["1", "5"].map(|text| Stars::parse(text).map(Stars::get)), [Some(1), Some(5)]);
        assert!(["", "0", "6", "-1", "+3", "03", "3.5", "٣", "five", "55"].iter().all(|text| Stars::parse(text).is_none()));
    }
}
