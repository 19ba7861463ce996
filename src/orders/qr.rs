//! QR codes as SVG paths: dark cells of one row that touch become one rectangle.

use std::fmt::Write;

use qrcode::types::Color;
use qrcode::{EcLevel, QrCode};

/// A QR code to be drawn: the size of its square and the path of its dark cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// Cells a side.
    pub size: usize,
    /// The path's `d`.
    pub path: String,
}

impl Qr {
    /// Nothing when the text is too long for a code.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let size = code.width();
        let mut path = String::new();
        for (y, row) in code.to_colors().chunks(size).enumerate() {
            let mut x = 0;
            while x < size {
                let run = row[x..].iter().take_while(|cell| **cell == Color::Dark).count();
                if run > 0 {
                    let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
                }
                x += run.max(1);
            }
        }
        Some(Self { size, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_begins_with_its_finder_pattern() {
        let qr = Qr::of("482107").unwrap();
        assert_eq!(qr.size, 21);
        assert!(qr.path.starts_with("M0 0h7v1h-7z"), "{}", qr.path);
        assert_eq!(Qr::of(&"x".repeat(5000)), None);
    }
}
