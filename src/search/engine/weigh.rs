//! What is written of a document: its terms with their levels, and what it is about.

use super::analyse::{Analyser, Occurrences, TermId};
use super::latent;
use super::rarity::{self, Rarity};
use super::{doc::Doc, formula, level, schema};

/// The texts of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The title.
    Title,
    /// The leaf category's names.
    Kind,
    /// The names of the categories above.
    Path,
    /// The model.
    Model,
    /// Codes.
    Codes,
    /// The colour.
    Colour,
    /// The description.
    Description,
    /// The maker.
    Brand,
    /// Characteristics.
    Facts,
    /// Selling points.
    Bullets,
}

const COUNT: usize = 10;

/// All fields.
pub const FIELDS: [Field; COUNT] = [
    Field::Title,
    Field::Kind,
    Field::Path,
    Field::Model,
    Field::Codes,
    Field::Colour,
    Field::Description,
    Field::Brand,
    Field::Facts,
    Field::Bullets,
];

impl Field {
    /// Short fields name the thing.
    pub const fn is_short(self) -> bool {
        !matches!(self, Self::Description | Self::Facts | Self::Bullets)
    }

    fn of(self, doc: &Doc) -> &str {
        match self {
            Self::Title => &doc.title,
            Self::Kind => &doc.kind,
            Self::Path => &doc.path,
            Self::Model => &doc.model,
            Self::Codes => &doc.codes,
            Self::Colour => &doc.colour,
            Self::Description => &doc.description,
            Self::Brand => &doc.brand,
            Self::Facts => &doc.facts,
            Self::Bullets => &doc.bullets,
        }
    }
}

/// The mean lengths of the fields, over all documents: a field that few have is short on the whole.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Averages {
    words: [f64; COUNT],
    docs: [f64; COUNT],
}

impl Averages {
    fn of(&self, field: Field) -> f32 {
        let at = field as usize;
        if self.docs[0] < 1.0 { 10.0 } else { (self.words[at] / self.docs[0]).max(0.1) as f32 }
    }

    /// One field more.
    pub fn add(&mut self, field: Field, length: u32) {
        if length > 0 {
            self.words[field as usize] += f64::from(length);
            self.docs[field as usize] += 1.0;
        }
    }

    /// Those of both.
    pub fn merge(&mut self, other: &Self) {
        for at in 0..COUNT {
            self.words[at] += other.words[at];
            self.docs[at] += other.docs[at];
        }
    }

    /// Nothing was measured yet.
    pub fn is_new(&self) -> bool {
        self.docs.iter().all(|docs| *docs < 1.0)
    }
}

/// A document as it is written; see [`schema::Fields`].
#[derive(Debug, Default)]
pub struct Weighed {
    /// Every term with its level.
    pub all: String,
    /// The terms of the short fields.
    pub short: String,
    /// The words of the short fields.
    pub words: String,
    /// What the document is about, see [`About`].
    pub about: Vec<u64>,
    /// All its terms with their weights, for its place among others.
    pub terms: latent::Terms,
}

/// No more terms tell what a document is about.
pub const ABOUT: usize = 128;

/// A term of what a document is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// Part of the term's hash.
    pub hash: u32,
    /// The title has it, but only after a "for" or the like.
    pub tail: bool,
    /// How much the document speaks of it, as a fine level.
    pub level: u8,
}

impl About {
    /// As one number of 32 bits.
    pub fn pack(self) -> u64 {
        u64::from(self.hash) << 9 | u64::from(self.tail) << 8 | u64::from(self.level)
    }

    /// The hash within a number.
    pub const fn hash_of(number: u64) -> u32 {
        (number >> 9) as u32
    }

    /// Of its number.
    pub fn unpack(number: u64) -> Self {
        Self { hash: Self::hash_of(number), tail: number & 0x100 != 0, level: number as u8 }
    }
}

#[derive(Clone, Copy)]
struct Entry {
    term: TermId,
    x: f32,
    short: bool,
    title: bool,
    head: bool,
}

/// Reads a document; its lengths go to `lengths`, its terms into `rarity`.
pub fn weigh(doc: &Doc, analyser: &mut Analyser, averages: &Averages, lengths: &mut Averages, rarity: &Rarity) -> Weighed {
    analyser.rest();
    let mut words = Vec::new();
    let mut entries = Vec::with_capacity(256);
    for (field, found) in read(doc, analyser, &mut words) {
        lengths.add(field, found.length);
        enter(field, &found, averages, &mut entries);
    }
    let entries = merge(entries);
    let (about, terms) = about(&entries, analyser, rarity);
    let mut out = Weighed { about, terms, ..Weighed::default() };
    for entry in &entries {
        let term = analyser.term(entry.term).0;
        schema::put(&mut out.all, term, level::level(entry.x));
        if entry.short {
            schema::put(&mut out.short, term, 1);
        }
    }
    words.sort_unstable();
    words.dedup();
    words.iter().for_each(|word| schema::put(&mut out.words, word, 1));
    out
}

fn read(doc: &Doc, analyser: &mut Analyser, words: &mut Vec<String>) -> Vec<(Field, Occurrences)> {
    let mut all: Vec<_> = FIELDS
        .into_iter()
        .map(|field| {
            let kept = (field.is_short() && field != Field::Codes).then_some(&mut *words);
            (field, analyser.read(field.of(doc), field.is_short(), kept))
        })
        .collect();
    if doc.kind.is_empty() {
        all[Field::Kind as usize].1 = kind(&all);
    }
    all
}

/// The title without brand and model.
fn kind(all: &[(Field, Occurrences)]) -> Occurrences {
    let named = |term: &TermId| all[Field::Brand as usize].1.terms.contains(term) || all[Field::Model as usize].1.terms.contains(term);
    let terms: Vec<_> = all[Field::Title as usize].1.terms.iter().copied().filter(|term| !named(term)).collect();
    Occurrences { length: u32::try_from(terms.len()).unwrap_or(u32::MAX), terms, ..Occurrences::default() }
}

fn enter(field: Field, found: &Occurrences, averages: &Averages, entries: &mut Vec<Entry>) {
    let (weight, b) = formula::field(field);
    let x = weight / (1.0 - b + b * found.length as f32 / averages.of(field));
    let head = if field == Field::Title { found.head } else { 0 };
    entries.extend(found.terms.iter().enumerate().map(|(at, term)| Entry {
        term: *term,
        x,
        short: field.is_short(),
        title: field == Field::Title,
        head: at < head && !found.purpose.contains(&at),
    }));
}

/// One entry a term.
fn merge(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_unstable_by_key(|entry| entry.term);
    entries.dedup_by(|next, kept| {
        let same = next.term == kept.term;
        if same {
            kept.x += next.x;
            kept.short |= next.short;
            kept.title |= next.title;
            kept.head |= next.head;
        }
        same
    });
    entries
}

fn about(entries: &[Entry], analyser: &Analyser, rarity: &Rarity) -> (Vec<u64>, latent::Terms) {
    rarity.grow(1);
    let mut weighed: Vec<_> = entries
        .iter()
        .map(|entry| {
            let hash = rarity::part(analyser.term(entry.term).1);
            rarity.add(hash, 1);
            (entry.x.ln_1p() * rarity.idf(hash), About { hash, tail: entry.title && !entry.head, level: level::fine(entry.x) })
        })
        .collect();
    let terms = weighed.iter().map(|(weight, about)| (about.hash, *weight)).collect();
    if weighed.len() > ABOUT {
        weighed.select_nth_unstable_by(ABOUT, |a, b| b.0.total_cmp(&a.0));
        weighed.truncate(ABOUT);
    }
    (weighed.into_iter().map(|(_, about)| about.pack()).collect(), terms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn about_is_packed() {
        let about = About { hash: rarity::part(u64::MAX), tail: true, level: 200 };
        assert_eq!(About::unpack(about.pack()), about);
        assert!(about.pack() < 1 << 32);
    }

    #[test]
    fn the_title_weighs_more_than_the_description() {
        let doc = Doc {
            title: "Чай зелёный".into(), description: "Кофе чёрный".into(), kind: "Напитки".into(), ..Doc::default()
        };
        let mut analyser = Analyser::default();
        let weighed = weigh(&doc, &mut analyser, &Averages::default(), &mut Averages::default(), &Rarity::default());
        let level = |term: &str| weighed.all.find(term).and_then(|at| weighed.all[..at].chars().next_back()).map(u32::from);
        assert!(level("ча") > level("коф"));
        assert!(weighed.words.contains("зеленый") && !weighed.words.contains("кофе"));
    }
}
