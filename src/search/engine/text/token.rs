//! Words of a folded text: runs of letters and digits, decimals in one piece.

use super::fold;

/// A word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The word, folded. A decimal comma is still a comma.
    pub text: &'a str,
    /// The sign that joins it to the word before, if only one sign stands between them.
    pub glue: Option<char>,
}

/// The words in their order.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    Pieces { text, at: 0, before: None }
}

struct Pieces<'a> {
    text: &'a str,
    at: usize,
    /// Where the word before ended.
    before: Option<usize>,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let rest = self.text.get(self.at..)?;
        let start = self.at + rest.find(fold::is_wordy)?;
        let end = start + length(&self.text[start..], self.text[..start].ends_with('.'));
        let glue = self.before.and_then(|before| glue(&self.text[before..start]));
        self.at = end;
        self.before = Some(end);
        Some(Piece { text: &self.text[start..end], glue })
    }
}

fn glue(between: &str) -> Option<char> {
    let mut signs = between.chars();
    match (signs.next(), signs.next()) {
        (Some(sign @ ('-' | '‐' | '–' | '_' | '/' | '.' | '\'' | '’' | '+')), None) => Some(sign),
        _ => None,
    }
}

/// The length of the word that the text begins with; what follows a point is no decimal, but part of a version.
fn length(text: &str, version: bool) -> usize {
    let mut end = text.find(|c: char| !fold::is_wordy(c)).unwrap_or(text.len());
    if !version && text[..end].bytes().all(|byte| byte.is_ascii_digit()) {
        end += fraction(&text[end..]);
    }
    end
}

/// The length of a decimal part with its point: one or two digits, or three after a comma (thousands), perhaps with a unit at once.
fn fraction(text: &str) -> usize {
    let bytes = text.as_bytes();
    if !matches!(bytes.first(), Some(b'.' | b',')) {
        return 0;
    }
    let digits = bytes[1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let after = &text[1 + digits..];
    let letters = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    let version = matches!(&after.as_bytes()[letters..], [b'.', digit, ..] if digit.is_ascii_digit());
    match digits {
        1 | 2 if !version => 1 + digits + if super::units::unit(&after[..letters]).is_some() { letters } else { 0 },
        3 if bytes[0] == b',' && letters == 0 => 4,
        _ => 0,
    }
}

/// A number as it is indexed: a decimal point, no thousands' comma.
pub fn plain(word: &str) -> Option<String> {
    let comma = word.find(',')?;
    let digits = word[comma + 1..].bytes().take_while(u8::is_ascii_digit).count();
    Some(word.replace(',', if digits == 3 { "" } else { "." }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        pieces(text).map(|piece| piece.text).collect()
    }

    #[test]
    fn words_are_runs() {
        assert_eq!(words("wh-1000xm5, чёрный!"), ["wh", "1000xm5", "чёрный"]);
        assert_eq!(words("1,5л 1.5 l 10,000 v1.2.3"), ["1,5л", "1.5", "l", "10,000", "v1", "2", "3"]);
        assert_eq!(words(""), Vec::<&str>::new());
    }

    #[test]
    fn glue_is_one_sign() {
        let glues: Vec<_> = pieces("wh-1000 a b").map(|piece| piece.glue).collect();
        assert_eq!(glues, [None, Some('-'), None, None]);
    }

    #[test]
    fn numbers_are_plain() {
        assert_eq!(plain("1,5л").as_deref(), Some("1.5л"));
        assert_eq!(plain("10,000").as_deref(), Some("10000"));
        assert_eq!(plain("15"), None);
    }
}
