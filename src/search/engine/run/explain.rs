//! Why a hit stands where it stands.

use super::super::formula::Priors;
use super::super::found::Why;
use super::super::schema::Fields;
use super::super::view::{Segment, View};
use super::exact::Read;
use super::feedback::Added;
use super::find;
use super::plan::Plan;
use super::top::Item;

/// The parts of an item's score. `all_words` is what all words together are worth in this answer.
pub fn why(view: &View, fields: &Fields, item: &Item, plan: &Plan, all_words: f32, added: Added, now: i64) -> Why {
    let segment = &view.segments[item.segment as usize];
    let mut buffer = Vec::new();
    let read = Read { item, abouts: segment.about(item.doc, &mut buffer) };
    let words: Vec<_> = plan
        .groups
        .iter()
        .zip(plan.shares())
        .map(|(group, share)| (group.word.clone(), share * read.best(&group.alternates, view, fields)))
        .collect();
    let priors = priors(segment, item.doc, now);
    Why {
        words,
        all_words: if item.all { all_words } else { 0.0 },
        head: added.head,
        feedback: added.feedback,
        availability: priors.availability,
        lasting: priors.lasting,
        freshness: priors.freshness,
        total: item.key as f32,
    }
}

fn priors(segment: &Segment, doc: u32, now: i64) -> Priors {
    let Some(row) = segment.row(doc) else { return Priors::default() };
    find::priors(&row, row.offers().any(|offer| offer.stock), now)
}
