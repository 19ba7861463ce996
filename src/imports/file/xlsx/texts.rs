//! The texts that cells of a workbook share, one behind the other in one string.

use super::super::error::Refusal;
use super::super::limits::Limits;
use super::super::xml::{Piece, Xml};

/// All shared texts.
#[derive(Debug, Default)]
pub(super) struct Texts {
    text: String,
    ends: Vec<u32>,
}

impl Texts {
    /// Reads them all. A text's end costs as much as four letters, so a list of empty ones is bounded too.
    pub fn read(mut xml: Xml, limits: Limits) -> Result<Self, Refusal> {
        let mut texts = Self::default();
        let (mut is_text, mut sound) = (false, 0);
        loop {
            match xml.next()? {
                Piece::Open(tag) if tag.is("t") => is_text = sound == 0,
                // how Japanese is pronounced stands in its own element, and is no part of the text
                Piece::Open(tag) if tag.is("rPh") => sound += 1,
                Piece::Close(name) if name == "rPh" => sound = 0,
                Piece::Close(name) if name == "t" => is_text = false,
                Piece::Close(name) if name == "si" => texts.ends.push(u32::try_from(texts.text.len()).map_err(|_| Refusal::TooLarge)?),
                Piece::Text(text) if is_text => texts.text.push_str(&text),
                Piece::End => return Ok(texts),
                _ => {}
            }
            if texts.text.len() + texts.ends.len() * 4 > limits.texts {
                return Err(Refusal::TooLarge);
            }
        }
    }

    /// A text by its number.
    pub fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)? as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.text.get(start..end)
    }
}
