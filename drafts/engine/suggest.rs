//! Completions while one types.

use super::analyse;
use super::ask::{Ask, Count};
use super::index::Index;
use super::text::{fold, layout, token, translit};
use super::words::lexicon::Lexicon;

/// What can be offered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// The text with its last word completed; the most frequent first.
    pub texts: Vec<String>,
    /// Where the first of them is found: category and count, the fullest first.
    pub categories: Vec<(u32, u32)>,
}

impl Index {
    /// Completes the last word of a text; at most `most` completions.
    pub fn suggest(&self, text: &str, most: usize) -> Suggestions {
        let text: String = text.chars().take(100).collect();
        let folded = fold::fold(&text);
        let Some(last) = token::pieces(&folded).last().filter(|piece| folded.ends_with(piece.text)) else { return Suggestions::default() };
        let before = &folded[..folded.len() - last.text.len()];
        let texts: Vec<_> = self.completed(last.text, most).into_iter().map(|word| format!("{before}{word}")).collect();
        let categories = texts.first().map(|text| self.categories(text)).unwrap_or_default();
        Suggestions { texts, categories }
    }

    /// Words that begin so; as typed, with the other keyboard, in the other alphabet.
    fn completed(&self, word: &str, most: usize) -> Vec<String> {
        let view = self.view();
        let lexicon = Lexicon::new(&view, &self.fields);
        let word = analyse::plain(word);
        let others = layout::others(&word).into_iter().chain(translit::rules(&word).into_iter().take(4));
        let readings = std::iter::once(word.clone()).chain(others);
        let mut found = readings.map(|reading| lexicon.completions(&reading, most)).find(|words| !words.is_empty()).unwrap_or_default();
        found.truncate(most);
        found.into_iter().map(|(word, _)| word).collect()
    }

    fn categories(&self, text: &str) -> Vec<(u32, u32)> {
        self.find(&Ask { words: Some(text.to_owned()), facets: Count::Common, ..Ask::default() }).facets.categories
    }
}
