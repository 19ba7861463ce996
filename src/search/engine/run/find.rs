//! The door: a question in, an answer out.

use std::sync::{Arc, PoisonError};

use super::super::ask::{Ask, LARGEST_PAGE, Sort};
use super::super::formula::{self, Priors};
use super::super::found::{Found, Hit, Said};
use super::super::index::Index;
use super::super::row::{Row, RowOffer};
use super::super::view::View;
use super::super::words;
use super::cache::{self, Answer};
use super::explain;
use super::feedback::{self, Added};
use super::filter::Filter;
use super::plan::Plan;
use super::source::{self, Source};
use super::tally::Tally;
use super::top::{Item, Top};
use super::window::Mode;

/// The farthest page.
const LAST_PAGE: u32 = 50;
/// The best of an order by relevance that are kept to be ordered: as many as fifty pages of 24 show.
const RANKED: usize = 1_200;

impl Index {
    /// Answers a question. Any text and any numbers are answered; what is broken in the index is left out.
    pub fn find(&self, ask: &Ask) -> Found {
        let (view, page) = (self.view(), Page::of(ask));
        let Some(key) = cache::key(ask, page.end) else { return self.fresh(&view, ask, page) };
        let kept = view.cache.lock().unwrap_or_else(PoisonError::into_inner).get(&key);
        let answer = kept.unwrap_or_else(|| {
            let answer = Arc::new(self.answer(&view, ask, cache::KEPT).0);
            view.cache.lock().unwrap_or_else(PoisonError::into_inner).put(key, answer.clone());
            answer
        });
        let hits = self.hits(&view, ask, page, &answer.best);
        Found { hits, total: answer.total, facets: answer.facets.clone(), said: answer.said.clone() }
    }

    /// Answers without looking at what was answered before.
    fn fresh(&self, view: &View, ask: &Ask, page: Page) -> Found {
        let (answer, reasons) = self.answer(view, ask, page.end);
        let mut hits = self.hits(view, ask, page, &answer.best);
        if ask.explain {
            for (hit, (item, rank)) in hits.iter_mut().zip(answer.best.iter().zip(0..).skip(page.start)) {
                let added = reasons.added.get(rank).copied().unwrap_or_default();
                hit.why = Some(explain::why(view, &self.fields, item, &reasons.plan, reasons.all_words, added, ask.now));
            }
        }
        Found { hits, total: answer.total, facets: answer.facets, said: answer.said }
    }

    /// The whole answer, with at least so many of the best, and the reasons of their order.
    fn answer(&self, view: &View, ask: &Ask, wanted: usize) -> (Answer, Reasons) {
        match ask.words.as_deref().and_then(|text| words::read(self, view, text, ask.literal)) {
            Some((plan, said)) => self.with_words(view, ask, wanted, plan, said),
            None => (self.pass(view, ask, &Source::of(&ask.place, &self.fields, view), wanted, 0.0), Reasons::default()),
        }
    }

    fn with_words(&self, view: &View, ask: &Ask, wanted: usize, plan: Plan, said: Said) -> (Answer, Reasons) {
        let mode = source::mode(&plan, view, &self.fields);
        let ranked = ask.sort == Sort::Relevance;
        let named = feedback::named(&plan, view, &self.fields);
        let all_words = if named >= formula::CLEAR || !ranked || !self.parts().all_words { 0.0 } else { formula::ALL_WORDS };
        let keep = if ranked { RANKED.max(wanted) } else { wanted };
        let mut answer = self.pass(view, ask, &Source::Words(&plan, mode), keep, all_words);
        answer.said = Said { relaxed: mode != Mode::All && plan.groups.len() > 1, ..said };
        let added = if ranked { feedback::refine(&mut answer.best, &plan, self, view, named) } else { Vec::new() };
        answer.best.truncate(wanted);
        (answer, Reasons { plan, all_words, added })
    }

    /// The one pass over all candidates: filters, counts, the best.
    fn pass(&self, view: &View, ask: &Ask, source: &Source<'_>, keep: usize, all_words: f32) -> Answer {
        let (mut tally, mut top) = (Tally::new(ask.facets), Top::new(keep));
        let (mut offers, full) = (Vec::new(), source.full());
        for (number, segment) in view.segments.iter().enumerate() {
            let filter = Filter::new(ask, &segment.rows);
            tally.begin(&segment.rows.options);
            source.batches(segment, &self.fields, |batch| {
                segment.touch(batch.iter().map(|(doc, ..)| *doc));
                for (doc, score, mask) in batch.iter().copied() {
                    let Some(row) = segment.row(doc) else { continue };
                    let Some(fails) = filter.judge(&row, &mut offers) else { continue };
                    if !tally.add(&filter, &row, fails, &offers) {
                        continue;
                    }
                    let Some(best) = filter.best(&offers) else { continue };
                    let all = mask == full;
                    let key = key(ask, score + if all { all_words } else { 0.0 }, &row, &filter, &best);
                    if top.wants(key) {
                        top.push(Item { key, product: segment.product(doc), words: score, all, segment: number as u32, doc });
                    }
                }
            });
            tally.end(&segment.rows.options);
        }
        Answer { total: tally.total, facets: tally.facets(), best: top.sorted(), said: Said::default() }
    }

    fn hits(&self, view: &View, ask: &Ask, page: Page, best: &[Item]) -> Vec<Hit> {
        let mut offers = Vec::new();
        let shown = best.iter().take(page.end).skip(page.start);
        shown
            .filter_map(|item| {
                let segment = &view.segments[item.segment as usize];
                let row = segment.row(item.doc)?;
                let filter = Filter::new(ask, &segment.rows);
                filter.judge(&row, &mut offers)?;
                let best = filter.best(&offers)?;
                let at = row.offers().position(|offer| offer == best)?;
                let fits = |offer: &RowOffer| offers.iter().any(|(judged, fails)| *fails == 0 && judged == offer);
                let fitting = row.offers().enumerate().filter(|(_, offer)| fits(offer));
                Some(Hit {
                    product: item.product,
                    listing: segment.listing(item.doc, at),
                    fitting: fitting.map(|(at, _)| segment.listing(item.doc, at)).collect(),
                    price: best.price,
                    score: item.key as f32,
                    why: None,
                })
            })
            .collect()
    }
}

/// What the order came from.
#[derive(Default)]
struct Reasons {
    plan: Plan,
    all_words: f32,
    added: Vec<Added>,
}

/// The tie-breakers of a row whose best offer is in stock or not.
pub fn priors(row: &Row<'_>, stock: bool, now: i64) -> Priors {
    Priors::new(stock, row.lasting(), now - row.created())
}

fn key(ask: &Ask, words: f32, row: &Row<'_>, filter: &Filter<'_>, best: &RowOffer) -> f64 {
    match ask.sort {
        Sort::Relevance => f64::from(words + priors(row, best.stock, ask.now).sum()),
        Sort::New => row.created() as f64,
        Sort::Cheap => -(best.price as f64),
        Sort::Dear => best.price as f64,
        Sort::Rating => f64::from(row.rating()) * 65_536.0 + f64::from(row.reviews()),
        Sort::Discount => f64::from(best.discount),
        Sort::Soon => -f64::from(filter.days(best)),
    }
}

/// Which of the best are shown.
#[derive(Debug, Clone, Copy)]
struct Page {
    start: usize,
    end: usize,
}

impl Page {
    fn of(ask: &Ask) -> Self {
        let size = ask.size.min(LARGEST_PAGE) as usize;
        let start = (ask.page.clamp(1, LAST_PAGE) as usize - 1) * size;
        Self { start, end: start + size }
    }
}
