//! The exact score of the candidates: the fine levels of what they are about instead of the coarse ones of the postings.

use super::super::level;
use super::super::rarity;
use super::super::schema::Fields;
use super::super::view::View;
use super::super::weigh::{ABOUT, About};
use super::cursor::Cursor;
use super::plan::{Alternate, Plan};
use super::top::Item;

/// A candidate whose terms are read.
pub struct Read<'a> {
    /// The candidate.
    pub item: &'a Item,
    /// What it is about, packed.
    pub abouts: &'a [u64],
}

/// Sets the words' part of the scores right. Tells of each candidate whether its title has the wanted thing only after a "for" or the like.
pub fn score(items: &mut [Item], plan: &Plan, view: &View, fields: &Fields) -> Vec<bool> {
    let (shares, mut buffer) = (plan.shares(), Vec::new());
    let wanted: Vec<u32> = plan.head.iter().map(|term| rarity::part(rarity::hash(term))).collect();
    let mut tails = Vec::with_capacity(items.len());
    for item in items {
        let abouts = view.segments[item.segment as usize].about(item.doc, &mut buffer);
        let read = Read { item, abouts };
        let words = plan.groups.iter().zip(&shares).map(|(group, share)| share * read.best(&group.alternates, view, fields)).sum::<f32>();
        tails.push(wanted.iter().any(|hash| read.about(*hash).is_some_and(|about| about.tail)));
        item.key += f64::from(words - item.words);
        item.words = words;
    }
    tails
}

impl Read<'_> {
    /// What the best of the alternates brings.
    pub fn best(&self, alternates: &[Alternate], view: &View, fields: &Fields) -> f32 {
        alternates.iter().map(|alternate| alternate.value(self.x(alternate, view, fields))).fold(0.0, f32::max)
    }

    fn about(&self, hash: u32) -> Option<About> {
        let number = self.abouts.iter().find(|number| About::hash_of(**number) == hash)?;
        Some(About::unpack(*number))
    }

    /// How much a document speaks of all terms of an alternate.
    fn x(&self, alternate: &Alternate, view: &View, fields: &Fields) -> f32 {
        let x = |(term, hash): (&String, &u32)| match self.about(*hash) {
            Some(about) => level::fine_value(about.level),
            // the list was cut: the term may be one of those that did not fit
            None if self.abouts.len() >= ABOUT => coarse(self.item, term, view, fields),
            None => 0.0,
        };
        let least = alternate.terms.iter().zip(&alternate.hashes).map(x).fold(f32::INFINITY, f32::min);
        if least.is_finite() { least } else { 0.0 }
    }
}

/// x by the postings.
fn coarse(item: &Item, term: &str, view: &View, fields: &Fields) -> f32 {
    let segment = &view.segments[item.segment as usize];
    let Some(mut cursor) = Cursor::open(segment, fields.all, term, true) else { return 0.0 };
    cursor.seek(item.doc);
    let mut found = 0;
    cursor.each_below(item.doc.saturating_add(1), |_, level| found = level);
    level::x(found)
}
