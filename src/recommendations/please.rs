//! What the first page shows a visitor: "for you", "because you viewed", what is popular, what was looked at. Two statements.

use std::collections::{BTreeSet, HashMap};

use diesel::prelude::*;

use super::alike::CLEAR;
use super::model::{Event, Neighbour, Neighbours, Settings};
use super::offered::Wanted;
use super::own::{Own, Trace};
use crate::kernel::{CityId, ListingId, ProductId};
use crate::listings::CardRow;

/// So many cards in a block.
const BLOCK: usize = 10;
/// So many of the neighbours of one good.
const BECAUSE: usize = 8;
/// So many more are looked for: some are not on sale.
const SPARE: usize = 8;

/// Who asks.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// What they did.
    pub own: Own,
    /// What they looked at, the latest first, where they want it shown.
    pub looked_at: Vec<ProductId>,
    /// What lies in their cart.
    pub in_cart: Vec<ListingId>,
    /// Where they live.
    pub town: Option<CityId>,
    /// Whether they want recommendations; else only what they looked at is told.
    pub recommends: bool,
}

/// Goods near one that was looked at.
#[derive(Debug)]
pub struct Because {
    /// Its title.
    pub title: String,
    /// What is near.
    pub rows: Vec<CardRow>,
}

/// What there is for a visitor. Nothing stands in two of the first three.
#[derive(Debug, Default)]
pub struct Pleasing {
    /// From all that they did, filled up with what is popular.
    pub for_you: Vec<CardRow>,
    /// From what they looked at last.
    pub because: Option<Because>,
    /// What their town buys, when there is nothing for them.
    pub popular: Vec<CardRow>,
    /// What they looked at.
    pub recent: Vec<CardRow>,
}

impl Pleasing {
    /// Reads it. One statement for those who did nothing yet, or want none.
    pub fn read(conn: &mut PgConnection, asked: Asked) -> QueryResult<Self> {
        let traces = if asked.own.is_empty() || !asked.recommends { Vec::new() } else { Trace::of(conn, &asked.own)? };
        let plan = Plan::of(&traces);
        let popular = if asked.recommends && plan.ranked.len() < BLOCK + SPARE { BLOCK + SPARE } else { 0 };
        let all: BTreeSet<ProductId> = asked.looked_at.iter().chain(&plan.near).chain(&plan.ranked).copied().collect();
        let popular = i64::try_from(popular).unwrap_or_default();
        let offered = Wanted { products: all.into_iter().collect(), in_cart: asked.in_cart, town: asked.town, popular }.read(conn)?;
        let mut fit = Fit::default();
        for one in offered {
            let id = one.row.1;
            if one.popular && !one.in_cart {
                fit.popular.push(id);
            }
            if one.in_cart {
                fit.taken.push(id);
            }
            fit.rows.entry(id).or_insert(one.row);
        }
        Ok(fit.show(plan, &asked.looked_at))
    }
}

/// What is to be shown if it is on sale.
#[derive(Default)]
struct Plan<'a> {
    own: Vec<Event>,
    ranked: Vec<ProductId>,
    because: Option<&'a Trace>,
    near: Vec<ProductId>,
}

impl<'a> Plan<'a> {
    fn of(traces: &'a [Trace]) -> Self {
        let own: Vec<Event> = traces.iter().map(Trace::event).collect();
        let rows: Neighbours = traces.iter().map(|trace| (trace.product.0, trace.neighbours.clone())).collect();
        let ranked = rows.rank(&own, 0, &Settings::default(), BLOCK + BECAUSE + SPARE);
        let stranger = |to: &&Neighbour| to.score >= CLEAR && own.iter().all(|event| event.item != to.item);
        let near = |trace: &Trace| {
            let mut near: Vec<Neighbour> = trace.neighbours.iter().filter(stranger).copied().collect();
            near.sort_by(|a, b| b.score.total_cmp(&a.score));
            near.into_iter().map(|to| ProductId(to.item)).take(BECAUSE + SPARE).collect::<Vec<_>>()
        };
        let because = traces.iter().find(|trace| trace.viewed && trace.on_sale && trace.neighbours.iter().any(|to| stranger(&to)));
        let near = because.map(near).unwrap_or_default();
        Self { ranked: ranked.iter().map(|found| ProductId(found.item)).collect(), because, near, own }
    }
}

/// What is on sale.
#[derive(Default)]
struct Fit {
    rows: HashMap<ProductId, CardRow>,
    popular: Vec<ProductId>,
    /// Lies in the cart.
    taken: Vec<ProductId>,
}

impl Fit {
    fn show(mut self, plan: Plan<'_>, looked_at: &[ProductId]) -> Pleasing {
        let recent = looked_at.iter().filter_map(|id| self.rows.get(id).cloned()).collect();
        self.taken.iter().for_each(|id| drop(self.rows.remove(id)));
        let near = self.take(plan.near, BECAUSE);
        let because = plan.because.filter(|_| !near.is_empty()).map(|trace| Because { title: trace.title.clone(), rows: near });
        let mut for_you = self.take(plan.ranked, BLOCK);
        let known = |id: &ProductId| plan.own.iter().any(|event| event.item == id.0);
        let others: Vec<ProductId> = std::mem::take(&mut self.popular).into_iter().filter(|id| !known(id)).collect();
        let others = self.take(others, BLOCK - for_you.len());
        let mut popular = Vec::new();
        if for_you.is_empty() {
            popular = others
        } else {
            for_you.extend(others)
        }
        Pleasing { for_you, because, popular, recent }
    }

    /// The first `most` that are still there; they are then gone.
    fn take(&mut self, ids: Vec<ProductId>, most: usize) -> Vec<CardRow> {
        ids.into_iter().filter_map(|id| self.rows.remove(&id)).take(most).collect()
    }
}
