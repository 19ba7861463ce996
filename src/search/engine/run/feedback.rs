//! The second look at the best: what the title names, and what the best answers have in common.

use super::super::formula;
use super::super::index::Index;
use super::super::latent::{DIMS, Point};
use super::super::schema::Fields;
use super::super::view::View;
use super::cursor::Cursor;
use super::exact;
use super::plan::Plan;
use super::top::{self, Item};

/// What the second look added to an item.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Added {
    /// By the title's head; negative.
    pub head: f32,
    /// By likeness.
    pub feedback: f32,
}

/// Orders the best anew; `named` is what [`named`] tells. Tells what was added, item by item of the new order.
pub fn refine(items: &mut [Item], plan: &Plan, index: &Index, view: &View, named: u32) -> Vec<Added> {
    let clear = named >= formula::CLEAR;
    let over = items.len().min(if clear { formula::EXACT_CLEAR } else { formula::EXACT_OVER });
    let (best, _) = items.split_at_mut(over);
    let tails = exact::score(best, plan, view, &index.fields);
    let mut added = vec![Added::default(); over];
    if index.parts().head {
        for ((item, added), _) in best.iter_mut().zip(&mut added).zip(tails).filter(|(_, is_tail)| *is_tail) {
            added.head = item.words * (formula::TAIL - 1.0);
            item.key += f64::from(added.head);
        }
    }
    let mut ranks: Vec<usize> = (0..over).collect();
    ranks.sort_unstable_by(|a, b| top::order(&best[*a], &best[*b]));
    if index.parts().feedback && !clear {
        let mut likeness = likeness(&ranks, best, view);
        if named >= formula::SURE {
            likeness.iter_mut().take(formula::FEEDBACK_FROM).for_each(|value| *value = 1.0);
        }
        for (rank, value) in ranks.iter().zip(likeness) {
            added[*rank].feedback = formula::FEEDBACK * value;
            best[*rank].key += f64::from(added[*rank].feedback);
        }
        ranks = (0..over).collect();
        ranks.sort_unstable_by(|a, b| top::order(&best[*a], &best[*b]));
    }
    let old = best.to_vec();
    best.iter_mut().zip(&ranks).for_each(|(item, rank)| *item = old[*rank]);
    ranks.iter().map(|rank| added[*rank]).collect()
}

/// How many products name all of one or two words in their short fields, counted up to [`formula::CLEAR`]. Of more words none.
pub fn named(plan: &Plan, view: &View, fields: &Fields) -> u32 {
    let mut found = 0;
    if plan.groups.len() > 2 {
        return found;
    }
    for segment in &view.segments {
        let Some(mut cursors) = plan
            .groups
            .iter()
            .map(|group| Cursor::open(segment, fields.short, group.alternates.first()?.terms.first()?, false))
            .collect::<Option<Vec<_>>>()
        else {
            continue;
        };
        cursors.sort_unstable_by_key(Cursor::size);
        let Some((first, others)) = cursors.split_first_mut() else { return found };
        while first.doc() < super::cursor::END {
            let doc = first.doc();
            others.iter_mut().for_each(|other| other.seek(doc));
            found += u32::from(segment.is_alive(doc) && others.iter().all(|other| other.doc() == doc));
            if found == formula::CLEAR {
                return found;
            }
            first.seek(doc + 1);
        }
    }
    found
}

/// How like the centroid of the best each is, 0..1, in the order of the ranks.
fn likeness(ranks: &[usize], items: &[Item], view: &View) -> Vec<f32> {
    let mut buffer = Vec::new();
    let points: Vec<Point> =
        ranks.iter().map(|rank| view.segments[items[*rank].segment as usize].point(items[*rank].doc, &mut buffer)).collect();
    let mut centroid = [0.0_f32; DIMS];
    for point in points.iter().take(formula::FEEDBACK_FROM) {
        centroid.iter_mut().zip(point).for_each(|(sum, part)| *sum += f32::from(*part));
    }
    let cosines: Vec<f32> = points.iter().map(|point| centroid.iter().zip(point).map(|(a, b)| a * f32::from(*b)).sum()).collect();
    let mean: f32 = centroid.iter().zip(view.middle).map(|(a, b)| a * b).sum();
    let most = cosines.iter().copied().fold(0.0, f32::max);
    cosines.into_iter().map(|cosine| ((cosine - mean) / (most - mean).max(f32::MIN_POSITIVE)).clamp(0.0, 1.0)).collect()
}
