//! Colours of the drawings.

use std::fmt;

/// A colour, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    const WHITE: Self = Self([255, 255, 255]);
    const NIGHT: Self = Self([0x14, 0x16, 0x2a]);

    /// From red, green, blue.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self([red, green, blue])
    }

    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let number = u32::from_str_radix(text.strip_prefix('#').filter(|hex| hex.len() == 6)?, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// A tint: 40 % white.
    pub fn light(self) -> Self {
        self.mixed(Self::WHITE, 40)
    }

    /// A shade: 35 % night.
    pub fn dark(self) -> Self {
        self.mixed(Self::NIGHT, 35)
    }

    /// How far two colours are apart, from 0 to 765.
    pub fn distance(self, other: Self) -> u32 {
        self.0.iter().zip(other.0).map(|(a, b)| u32::from(a.abs_diff(b))).sum()
    }

    /// Whether it is nearly white.
    pub fn is_pale(self) -> bool {
        self.0.iter().all(|part| *part >= 0xb8)
    }

    /// Whether it is nearly grey.
    pub fn is_dull(self) -> bool {
        let (low, high) = (self.0.iter().min().copied().unwrap_or(0), self.0.iter().max().copied().unwrap_or(0));
        high - low < 60
    }

    fn mixed(self, other: Self, percent: u32) -> Self {
        let mix = |a: u8, b: u8| (u32::from(a) * (100 - percent) + u32::from(b) * percent + 50) / 100;
        let part = |i: usize| u8::try_from(mix(self.0[i], other.0[i])).unwrap_or(u8::MAX);
        Self([part(0), part(1), part(2)])
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_mixed_and_written() {
        let blue = Colour::parse("#3449b3").unwrap();
        assert_eq!(blue.to_string(), "#3449b3");
        assert_eq!(blue.light().to_string(), "#8592d1");
        assert_eq!(Colour::parse("#12345"), None);
        assert!(Colour::parse("#e9e6df").unwrap().is_pale() && !blue.is_pale());
    }
}
