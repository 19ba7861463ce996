//! Where candidates come from: the words, the place, or everything.

use std::ops::ControlFlow;

use tantivy::schema::Field;

use super::super::ask::Place;
use super::super::formula;
use super::super::schema::{Fields, Spot};
use super::super::view::{Segment, View};
use super::cursor::Cursor;
use super::plan::Plan;
use super::window::{Matcher, Mode};

/// A document that matches: its number, its score, the bits of its words.
pub type Candidate = (u32, f32, u16);

/// So many candidates are looked at together.
const BATCH: usize = 256;

/// A source of candidates.
pub enum Source<'a> {
    /// What has the words.
    Words(&'a Plan, Mode),
    /// What is at a place.
    Place(Spot),
    /// All there is.
    Everything,
}

impl Source<'_> {
    /// Of a place, by its narrowest limit.
    pub fn of(place: &Place, fields: &Fields, view: &View) -> Self {
        let spots = [place.category.map(Spot::Category), place.shop.map(Spot::Shop), place.tag.map(Spot::Tag)];
        let size = |spot: &Spot| {
            view.segments.iter().filter_map(|segment| spot_cursor(segment, fields.places, *spot)).map(|c| c.size()).sum::<u32>()
        };
        spots.into_iter().flatten().min_by_key(size).map_or(Self::Everything, Self::Place)
    }

    /// The bits of all words.
    pub fn full(&self) -> u16 {
        match self {
            Self::Words(plan, _) => u16::MAX >> (16 - plan.groups.len().clamp(1, 16)),
            _ => 0,
        }
    }

    /// Tells of every living candidate of a segment, many at a time.
    pub fn batches(&self, segment: &Segment, fields: &Fields, mut tell: impl FnMut(&[Candidate])) {
        let mut batch = Vec::with_capacity(BATCH);
        self.each(segment, fields, |doc, score, mask| {
            batch.push((doc, score, mask));
            if batch.len() == BATCH {
                tell(&batch);
                batch.clear();
            }
        });
        tell(&batch);
    }

    /// Tells of every living candidate of a segment: number, score, words as bits.
    fn each(&self, segment: &Segment, fields: &Fields, mut tell: impl FnMut(u32, f32, u16)) {
        let mut living = |doc, score, mask| {
            if segment.is_alive(doc) {
                tell(doc, score, mask);
            }
        };
        match self {
            Self::Words(plan, mode) => {
                if let Some(mut matcher) = Matcher::open(plan, *mode, segment, fields) {
                    matcher.each(|doc, score, mask| {
                        living(doc, score, mask);
                        ControlFlow::Continue(())
                    });
                }
            }
            Self::Place(spot) => {
                if let Some(mut cursor) = spot_cursor(segment, fields.places, *spot) {
                    cursor.each_below(super::cursor::END, |doc, _| living(doc, 0.0, 0));
                }
            }
            Self::Everything => (0..segment.max).for_each(|doc| living(doc, 0.0, 0)),
        }
    }
}

fn spot_cursor(segment: &Segment, field: Field, spot: Spot) -> Option<Cursor> {
    Cursor::open_bytes(segment, field, &spot.number().to_be_bytes(), false)
}

/// How much of the question a document must have, so that there are enough; wherever they are: the filters do not change what matches.
pub fn mode(plan: &Plan, view: &View, fields: &Fields) -> Mode {
    let mut left = formula::ENOUGH;
    each_living(plan, Mode::All, view, fields, |_| {
        left -= 1;
        left == 0
    });
    if left == 0 { Mode::All } else { Mode::Share(share(plan, view, fields)) }
}

/// The greatest share that enough living documents have: all shares are counted in one walk.
fn share(plan: &Plan, view: &View, fields: &Fields) -> f32 {
    let [most @ .., least] = formula::SHARES;
    let met = most.map(|share| plan.enough(share));
    let mut counts = [0; formula::SHARES.len() - 1];
    each_living(plan, Mode::Share(most[most.len() - 1]), view, fields, |mask| {
        counts.iter_mut().zip(&met).for_each(|(count, met)| *count += u32::from(met[usize::from(mask)]));
        counts[0] >= formula::ENOUGH_SOME
    });
    most.into_iter().zip(counts).find(|(_, count)| *count >= formula::ENOUGH_SOME).map_or(least, |(share, _)| share)
}

/// Tells of the words of every living document that matches, as bits, until it is told to stop.
fn each_living(plan: &Plan, mode: Mode, view: &View, fields: &Fields, mut tell: impl FnMut(u16) -> bool) {
    let mut stop = false;
    for segment in &view.segments {
        let Some(mut matcher) = Matcher::open(plan, mode, segment, fields) else { continue };
        matcher.each(|doc, _, mask| {
            stop = segment.is_alive(doc) && tell(mask);
            if stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if stop {
            return;
        }
    }
}
