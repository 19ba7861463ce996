//! Words within few edits of another, found by walking the dictionary with an automaton.

use std::sync::LazyLock;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use tantivy_fst::Automaton;

/// Two neighbouring letters in the wrong order are one edit.
static ONE: LazyLock<LevenshteinAutomatonBuilder> = LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
static TWO: LazyLock<LevenshteinAutomatonBuilder> = LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));

/// Accepts the words within some edits of one.
pub struct Near(DFA);

impl Near {
    /// Within one or two edits.
    pub fn new(word: &str, edits: u8) -> Self {
        Self(if edits < 2 { ONE.build_dfa(word) } else { TWO.build_dfa(word) })
    }

    /// How many edits away a word is, if it is near.
    pub fn edits(&self, word: &[u8]) -> Option<u8> {
        match self.0.eval(word) {
            Distance::Exact(edits) => Some(edits),
            Distance::AtLeast(_) => None,
        }
    }
}

impl Automaton for &Near {
    type State = u32;

    fn start(&self) -> u32 {
        self.0.initial_state()
    }

    fn is_match(&self, state: &u32) -> bool {
        matches!(self.0.distance(*state), Distance::Exact(_))
    }

    fn can_match(&self, state: &u32) -> bool {
        *state != SINK_STATE
    }

    fn accept(&self, state: &u32, byte: u8) -> u32 {
        self.0.transition(*state, byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted() {
        let near = Near::new("телефон", 2);
        assert_eq!(near.edits("телефон".as_bytes()), Some(0));
        assert_eq!(near.edits("тилефон".as_bytes()), Some(1));
        assert_eq!(near.edits("тилифон".as_bytes()), Some(2));
        assert_eq!(near.edits("стол".as_bytes()), None);
        assert_eq!(Near::new("samsnug", 1).edits(b"samsung"), Some(1));
    }
}
