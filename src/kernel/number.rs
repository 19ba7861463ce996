//! Numbers of orders and purchases: random and short, without look-alike letters.

use rand::RngExt;
use serde::{Deserialize, Serialize};

/// Letters and digits that are not mistaken for one another when read aloud or typed.
const ALPHABET: &[u8] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 8;

/// The public number of an order or a purchase, like `7KQ2-M4XD`. 30^8 of them: not to be guessed by walking.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Number(String);

impl Number {
    /// A fresh one; uniqueness is the table's business.
    pub fn random() -> Self {
        let mut rng = rand::rng();
        let mut text: String = (0..LENGTH).map(|_| char::from(ALPHABET[rng.random_range(0..ALPHABET.len())])).collect();
        text.insert(LENGTH / 2, '-');
        Self(text)
    }

    /// What a person typed or a link carried: case and dash do not matter.
    pub fn parse(text: &str) -> Option<Self> {
        let mut tidy: String = text.chars().filter(|c| *c != '-').map(|c| c.to_ascii_uppercase()).collect();
        if tidy.len() != LENGTH || !tidy.bytes().all(|b| ALPHABET.contains(&b)) {
            return None;
        }
        tidy.insert(LENGTH / 2, '-');
        Some(Self(tidy))
    }

    /// With its dash.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_back() {
        let number = Number::random();
        assert_eq!(Number::parse(&number.as_str().to_lowercase().replace('-', "")), Some(number));
        assert_eq!(Number::parse("O0I1-L5U8"), None);
        assert_eq!(Number::parse("é234567"), None);
    }
}
