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

    /// Tells of every living candidate of a segment: number, score, words as bits.
    pub fn each(&self, segment: &Segment, fields: &Fields, mut tell: impl FnMut(u32, f32, u16)) {
        let mut living = |doc, score, mask| {
            if segment.is_alive(doc) {
                tell(doc, score, mask);
            }
        };
        match self {
            Self::Words(plan, mode) => {
                if let Some(mut matcher) = Matcher::open(plan, *mode, segment, fields.all) {
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

/// Whether a plan has enough documents with all its words, wherever they are: the filters do not change what matches.
pub fn mode(plan: &Plan, view: &View, fields: &Fields) -> Mode {
    let mut left = formula::tune("enough", formula::ENOUGH as f32) as u32;
    for segment in &view.segments {
        let Some(mut matcher) = Matcher::open(plan, Mode::All, segment, fields.all) else { continue };
        matcher.each(|doc, _, _| {
            left -= u32::from(segment.is_alive(doc));
            if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if left == 0 {
            return Mode::All;
        }
    }
    Mode::Share(formula::tune("share", formula::SHARE))
}
