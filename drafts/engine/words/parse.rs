//! The words of a question before anything is looked up.

use super::super::analyse;
use super::super::text::{fold, stop, token, units};

/// No more letters of a question are looked at.
const LONGEST: usize = 400;
/// No more words are looked at.
const MOST: usize = 40;

/// What stands between two spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// Folded, with its signs.
    pub raw: String,
    /// Its plain words.
    pub words: Vec<String>,
}

/// A question's chunks.
pub fn chunks(text: &str) -> Vec<Chunk> {
    let folded = fold::fold(&text.chars().take(LONGEST).collect::<String>());
    let apart = folded.split(|c: char| c.is_whitespace() || c.is_control());
    apart.map(chunk).filter(|chunk| !chunk.raw.is_empty()).take(MOST).collect()
}

/// One chunk of a folded text.
pub fn chunk(raw: &str) -> Chunk {
    let words = token::pieces(raw).map(|piece| analyse::plain(piece.text)).collect();
    Chunk { raw: raw.to_owned(), words }
}

/// A word of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it is read.
    pub text: String,
    /// It stands after "without".
    pub without: bool,
    /// It stands directly after the word before it, no stop word between them.
    pub joined: bool,
    /// A number and its unit, when the two were typed apart.
    pub parts: Vec<String>,
}

/// The words that count, and which of them names the wanted thing.
pub fn words(typed: &[String]) -> (Vec<Word>, Option<usize>) {
    let all_stops = typed.iter().all(|word| stop::is_stop(word));
    let mut words: Vec<Word> = Vec::new();
    let (mut without, mut joined, mut head) = (false, false, None);
    for (at, text) in typed.iter().enumerate() {
        if stop::is_relation(text) && !words.is_empty() {
            head = head.or_else(|| words.len().checked_sub(1));
        }
        without |= stop::is_without(text) && at > 0;
        if all_stops || !stop::is_stop(text) {
            push(&mut words, text, without, joined);
        }
        joined = all_stops || !stop::is_stop(text);
    }
    let head = head.or_else(|| words.len().checked_sub(1)).map(|head| head.min(words.len().saturating_sub(1)));
    (words, head)
}

fn push(words: &mut Vec<Word>, text: &str, without: bool, joined: bool) {
    if let Some(number) = words.last_mut().filter(|word| joined && units::is_number(&word.text))
        && let Some(unit) = units::unit(text)
    {
        number.parts = vec![number.text.clone(), text.to_owned()];
        number.text.push_str(unit);
        return;
    }
    words.push(Word { text: text.to_owned(), without, joined, parts: Vec::new() });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<Word>, Option<usize>) {
        words(&chunks(text).into_iter().flat_map(|chunk| chunk.words).collect::<Vec<_>>())
    }

    #[test]
    fn the_head_stands_before_the_relation() {
        let (words, head) = read("чехол для телефона");
        assert_eq!(words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>(), ["чехол", "телефона"]);
        assert_eq!(head, Some(0));
        assert_eq!(read("gaming mouse").1, Some(1));
        assert!(read("clock without battery").0[1].without);
    }

    #[test]
    fn stop_words_alone_are_kept() {
        assert_eq!(read("to be").0.len(), 2);
        assert_eq!(read("").0.len(), 0);
    }

    #[test]
    fn units_join_their_numbers() {
        let (words, _) = read("диск 256 гб");
        assert_eq!(words[1].text, "256gb");
        assert_eq!(words[1].parts, ["256", "гб"]);
        assert_eq!(read("256гб").0[0].text, "256gb");
    }
}
