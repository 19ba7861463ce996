//! The second look at the best: what the title names, and what the best answers have in common.

use std::collections::HashMap;

use super::super::formula::{self, Parts};
use super::super::rarity;
use super::super::schema::Fields;
use super::super::view::View;
use super::super::weigh::About;
use super::cursor::Cursor;
use super::plan::Plan;
use super::top::{self, Item};

/// What the second look added to an item.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Added {
    /// By the title's head.
    pub head: f32,
    /// By likeness.
    pub feedback: f32,
}

/// Orders the best anew. Tells what was added, item by item of the new order.
pub fn refine(items: &mut [Item], plan: &Plan, view: &View, fields: &Fields, parts: Parts) -> Vec<Added> {
    let over = items.len().min(formula::tune("over", formula::FEEDBACK_OVER as f32) as usize);
    let (best, _) = items.split_at_mut(over);
    let abouts = abouts(best, view);
    let mut added = vec![Added::default(); over];
    if parts.head {
        heads(best, plan, &abouts, &mut added);
    }
    let mut ranks: Vec<usize> = (0..over).collect();
    ranks.sort_unstable_by(|a, b| top::order(&best[*a], &best[*b]));
    if parts.feedback && !is_clear(plan, view, fields) {
        let likeness = likeness(&ranks, &abouts);
        for ((item, added), value) in best.iter_mut().zip(&mut added).zip(likeness) {
            added.feedback = formula::tune("fb", formula::FEEDBACK) * value;
            item.key += f64::from(added.feedback);
        }
    }
    ranks.sort_unstable_by(|a, b| top::order(&best[*a], &best[*b]));
    let (old, old_added) = (best.to_vec(), added);
    best.iter_mut().zip(&ranks).for_each(|(item, rank)| *item = old[*rank]);
    ranks.iter().map(|rank| old_added[*rank]).collect()
}

fn abouts(items: &[Item], view: &View) -> Vec<Vec<About>> {
    let mut buffer = Vec::new();
    let read = |item: &Item| {
        let segment = &view.segments[item.segment as usize];
        segment.about(item.doc, &mut buffer).iter().map(|number| About::unpack(*number)).collect()
    };
    items.iter().map(read).collect()
}

fn heads(items: &mut [Item], plan: &Plan, abouts: &[Vec<About>], added: &mut [Added]) {
    let wanted: Vec<u32> = plan.head.iter().map(|term| About::part(rarity::hash(term))).collect();
    for ((item, abouts), added) in items.iter_mut().zip(abouts).zip(added) {
        if abouts.iter().any(|about| about.head && wanted.contains(&about.hash)) {
            added.head = item.words * (formula::HEAD - 1.0);
            item.key += f64::from(added.head);
        }
    }
}

/// One or two words that many products name in their short fields: they say all.
pub fn is_clear(plan: &Plan, view: &View, fields: &Fields) -> bool {
    if plan.groups.len() > 2 {
        return false;
    }
    let mut left = formula::tune("clear", formula::CLEAR as f32) as u32;
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
        let Some((first, others)) = cursors.split_first_mut() else { return false };
        while first.doc() < super::cursor::END {
            let doc = first.doc();
            others.iter_mut().for_each(|other| other.seek(doc));
            left -= u32::from(segment.is_alive(doc) && others.iter().all(|other| other.doc() == doc));
            if left == 0 {
                return true;
            }
            first.seek(doc + 1);
        }
    }
    false
}

/// How like the centroid of the best each is, 0..1.
fn likeness(ranks: &[usize], abouts: &[Vec<About>]) -> Vec<f32> {
    let mut centroid: HashMap<u32, f32> = HashMap::new();
    for rank in ranks.iter().take(formula::tune("from", formula::FEEDBACK_FROM as f32) as usize) {
        let length = length(&abouts[*rank]);
        for about in &abouts[*rank] {
            *centroid.entry(about.hash).or_insert(0.0) += f32::from(about.weight) / length;
        }
    }
    let cosine = |abouts: &Vec<About>| {
        let dot: f32 = abouts.iter().filter_map(|about| Some(f32::from(about.weight) * centroid.get(&about.hash)?)).sum();
        dot / length(abouts)
    };
    let cosines: Vec<f32> = abouts.iter().map(cosine).collect();
    let mean = formula::tune("mean", 1.0) * cosines.iter().sum::<f32>() / cosines.len().max(1) as f32;
    let most = cosines.iter().copied().fold(0.0, f32::max);
    cosines.into_iter().map(|cosine| ((cosine - mean) / (most - mean).max(f32::MIN_POSITIVE)).clamp(0.0, 1.0)).collect()
}

fn length(abouts: &[About]) -> f32 {
    abouts.iter().map(|about| f32::from(about.weight).powi(2)).sum::<f32>().sqrt().max(1.0)
}
