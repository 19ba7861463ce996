//! From a question's text to the plan of what is looked for.

use super::super::formula;
use super::super::found::{Correction, How, Said};
use super::super::index::Index;
use super::super::run::plan::{Alternate, Group, MOST_GROUPS, Plan};
use super::super::text::{translit, units};
use super::super::view::View;
use super::correct::{self, Reading};
use super::lexicon::Lexicon;
use super::parse::{self, Chunk, Word};

/// A word's second stem, a pair of its parts, or its other spelling count a little less than itself.
const LESS: f32 = 0.9;

/// Reads a question; nothing when it has no words.
pub fn read(index: &Index, view: &View, text: &str, literal: bool) -> Option<(Plan, Said)> {
    let fix = !literal && index.parts().words;
    let mut reader = Reader { lexicon: Lexicon::new(view, &index.fields), said: Said::default(), fix, words: index.parts().words };
    let typed = reader.chunks(parse::chunks(text));
    let (mut words, head) = parse::words(&typed);
    words.truncate(MOST_GROUPS);
    if words.is_empty() {
        return None;
    }
    let mut groups: Vec<Group> = (0..words.len()).map(|at| reader.group(&words, at)).collect();
    if reader.words {
        reader.synonyms(index, &words, &mut groups);
    }
    reader.perhaps(&words);
    let head = head.and_then(|head| groups.get(head)).map(terms).unwrap_or_default();
    reader.rarity(&mut groups);
    let shown = groups.iter().map(|group| group.word.as_str()).collect::<Vec<_>>().join(" ");
    reader.said.query = (!reader.said.corrected.is_empty()).then_some(shown);
    Some((Plan { groups: distinct(groups), head }, reader.said))
}

fn terms(group: &Group) -> Vec<String> {
    group.alternates.iter().filter(|alternate| alternate.terms.len() == 1).flat_map(|alternate| alternate.terms.clone()).collect()
}

/// A word said twice counts once.
fn distinct(groups: Vec<Group>) -> Vec<Group> {
    let mut kept: Vec<Group> = Vec::with_capacity(groups.len());
    for group in groups {
        let same = |other: &Group| !group.alternates.is_empty() && other.alternates.first() == group.alternates.first();
        if !kept.iter().any(same) {
            kept.push(group);
        }
    }
    kept
}

struct Reader<'a> {
    lexicon: Lexicon<'a>,
    said: Said,
    fix: bool,
    words: bool,
}

impl Reader<'_> {
    fn chunks(&mut self, chunks: Vec<Chunk>) -> Vec<String> {
        let mut typed = Vec::new();
        for chunk in chunks {
            let other = self.fix.then(|| correct::layout(&chunk, &self.lexicon)).flatten();
            if let Some(other) = &other {
                self.say(&chunk.raw, other.words.join(" "), How::Layout);
            }
            typed.extend(other.unwrap_or(chunk).words);
        }
        typed
    }

    fn say(&mut self, typed: &str, read: String, how: How) {
        self.said.corrected.push(Correction { typed: typed.to_owned(), read, how });
    }

    fn group(&mut self, words: &[Word], at: usize) -> Group {
        let word = &words[at];
        let mut group =
            Group { word: word.text.clone(), weight: if word.without && self.words { formula::WITHOUT } else { 1.0 }, ..Group::default() };
        self.add(&mut group, &word.text, 1.0);
        if self.words {
            self.spellings(&mut group, word);
            self.neighbours(&mut group, words, at);
        }
        if group.alternates.is_empty() {
            self.unknown(&mut group, at + 1 == words.len());
        }
        group
    }

    /// The word's stems, as far as the index has them.
    fn add(&self, group: &mut Group, word: &str, factor: f32) {
        let (first, second) = self.lexicon.stems(word);
        self.alternate(group, Alternate::one(first, factor));
        if let Some(second) = second {
            self.alternate(group, Alternate::one(second, factor * LESS));
        }
    }

    fn alternate(&self, group: &mut Group, mut alternate: Alternate) {
        let dfs: Vec<u64> = alternate.terms.iter().map(|term| self.lexicon.df(term)).collect();
        alternate.common = dfs.iter().map(|df| formula::is_common(*df, self.lexicon.docs())).collect();
        let known = dfs.iter().all(|df| *df > 0);
        if known && !group.alternates.iter().any(|other| other.terms == alternate.terms) {
            group.alternates.push(alternate);
        }
    }

    /// Other ways to write the same: the parts of a measure or a model number, the other alphabet.
    fn spellings(&self, group: &mut Group, word: &Word) {
        let parts = if word.parts.is_empty() { split_measure(&word.text) } else { word.parts.clone() };
        if !parts.is_empty() {
            let terms = parts.iter().map(|part| self.lexicon.stems(part).0).collect();
            self.alternate(group, Alternate::all(terms, 1.0, LESS));
        }
        for other in translit::table(&word.text) {
            self.add(group, other, LESS);
        }
    }

    /// The word joined with its neighbours: "usb c" is "usbc".
    fn neighbours(&self, group: &mut Group, words: &[Word], at: usize) {
        let joined = |range: std::ops::Range<usize>| {
            let words = words.get(range)?;
            let whole = words.iter().skip(1).all(|word| word.joined && word.parts.is_empty());
            whole.then(|| words.iter().map(|word| word.text.as_str()).collect::<String>())
        };
        let ranges = (2..=3).flat_map(|size| (0..size).filter_map(move |back| Some((at.checked_sub(back)?, size))));
        for joined in ranges.filter_map(|(start, size)| joined(start..start + size)).filter(|joined| joined.len() <= 48) {
            let (term, _) = self.lexicon.stems(&joined);
            self.alternate(group, Alternate::one(term, 1.0));
        }
    }

    fn unknown(&mut self, group: &mut Group, last: bool) {
        let reading = self.fix.then(|| correct::correct(&group.word, last, &self.lexicon)).flatten();
        let Some(Reading { words, how }) = reading else {
            self.said.unknown.push(group.word.clone());
            return;
        };
        if how == How::Split {
            let terms = words.iter().map(|word| self.lexicon.stems(word).0).collect();
            self.alternate(group, Alternate::all(terms, 1.0, 1.0));
        } else {
            words.iter().for_each(|word| self.add(group, word, 1.0));
        }
        let read = if how == How::Split { words.join(" ") } else { words.into_iter().next().unwrap_or_default() };
        if how == How::Spelling {
            group.weight *= formula::CORRECTED;
        }
        self.say(&group.word, read.clone(), how);
        group.word = read;
    }

    fn synonyms(&self, index: &Index, words: &[Word], groups: &mut [Group]) {
        let stems: Vec<String> = words.iter().map(|word| self.lexicon.stems(&word.text).0).collect();
        for found in index.synonyms().matches(&stems) {
            for group in groups.iter_mut().take(found.end).skip(found.start) {
                for terms in &found.others {
                    self.alternate(group, Alternate::all(terms.clone(), formula::SYNONYM, 1.0));
                }
            }
        }
    }

    fn rarity(&self, groups: &mut [Group]) {
        for group in groups {
            let df = |alternate: &Alternate| alternate.terms.iter().map(|term| self.lexicon.df(term)).min().unwrap_or(0);
            let main = group.alternates.iter().filter(|alternate| alternate.share >= 1.0);
            group.idf = formula::idf(main.map(df).max().unwrap_or(0), self.lexicon.docs());
        }
    }

    /// A rare word that is nearly a common one may have been meant to be it.
    fn perhaps(&mut self, words: &[Word]) {
        if !self.fix || self.lexicon.docs() < 1_000 || !self.said.corrected.is_empty() {
            return;
        }
        let meant: Vec<_> = words.iter().map(|word| self.common(&word.text)).collect();
        if meant.iter().any(Option::is_some) {
            let all: Vec<_> = words.iter().zip(meant).map(|(word, meant)| meant.unwrap_or_else(|| word.text.clone())).collect();
            self.said.perhaps = Some(all.join(" "));
        }
    }

    fn common(&self, word: &str) -> Option<String> {
        if word.chars().count() < 5 || word.bytes().any(|byte| byte.is_ascii_digit()) || self.lexicon.frequency(word) > 2 {
            return None;
        }
        self.lexicon.nearest(word, 1).filter(|(_, df)| *df >= 100).map(|(word, _)| word)
    }
}

/// "256gb" in its parts; "rtx4060" too.
fn split_measure(word: &str) -> Vec<String> {
    let digit = |c: char| c.is_ascii_digit() || c == '.';
    let first = word.chars().next().is_some_and(digit);
    let Some(at) = word.find(|c: char| digit(c) != first) else { return Vec::new() };
    let (left, right) = word.split_at(at);
    let unit = first && units::unit(right).is_some();
    let model = !first && left.len() >= 2 && right.len() >= 2 && right.chars().all(digit);
    if unit || model { vec![left.to_owned(), right.to_owned()] } else { Vec::new() }
}
