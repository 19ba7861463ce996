//! Why a hit stands where it stands.

use super::super::formula::Priors;
use super::super::found::Why;
use super::super::schema::Fields;
use super::super::view::{Segment, View};
use super::cursor::Cursor;
use super::feedback::Added;
use super::filter;
use super::find;
use super::plan::{Alternate, Group, Plan};
use super::top::Item;

/// The parts of an item's score. `all_words` is what all words together are worth in this answer.
pub fn why(view: &View, fields: &Fields, item: &Item, plan: &Plan, all_words: f32, added: Added, now: i64) -> Why {
    let segment = &view.segments[item.segment as usize];
    let words: Vec<_> = plan
        .groups
        .iter()
        .zip(plan.shares())
        .map(|(group, share)| (group.word.clone(), share * value(group, segment, fields, item.doc)))
        .collect();
    let all = !words.is_empty() && words.iter().all(|(_, value)| *value > 0.0);
    let priors = priors(segment, item.doc, now);
    Why {
        words,
        all_words: if all { all_words } else { 0.0 },
        head: added.head,
        feedback: added.feedback,
        availability: priors.availability,
        popularity: priors.popularity,
        rating: priors.rating,
        freshness: priors.freshness,
        total: item.key as f32,
    }
}

fn priors(segment: &Segment, doc: u32, now: i64) -> Priors {
    let mut buffer = Vec::new();
    let Some(row) = segment.row(doc, &mut buffer) else { return Priors::default() };
    let offers: Vec<_> = row.offers().map(|offer| (offer, 0)).collect();
    Priors::of(&find::standing(&row, filter::best(&offers).is_some_and(|offer| offer.stock), now))
}

fn value(group: &Group, segment: &Segment, fields: &Fields, doc: u32) -> f32 {
    group.alternates.iter().map(|alternate| alternate_value(alternate, segment, fields, doc)).fold(0.0, f32::max)
}

fn alternate_value(alternate: &Alternate, segment: &Segment, fields: &Fields, doc: u32) -> f32 {
    let values = alternate.values();
    let value = |term: &String| {
        let mut cursor = Cursor::open(segment, fields.all, term, true)?;
        cursor.seek(doc);
        let mut level = None;
        cursor.each_below(doc.saturating_add(1), |_, found| level = Some(found));
        Some(values[level? as usize & 127])
    };
    alternate.terms.iter().map(|term| value(term).unwrap_or(0.0)).fold(f32::INFINITY, f32::min).min(1.0)
}
