//! The counts of an answer, in one pass: a product that fails no filter counts everywhere, one that fails a single filter counts there.

use super::super::ask::Count;
use super::super::found::{Facets, RATINGS};
use super::super::row::Row;
use super::counter::Counter;
use super::filter::{Filter, Judged, offer, product};
use super::prices::{self, Histogram};
use super::ranges::Ranges;

/// Counts so far.
#[derive(Debug)]
pub struct Tally {
    what: Count,
    /// Products that fail nothing.
    pub total: u32,
    categories: Counter,
    cities: Counter,
    shops: Counter,
    conditions: [u32; 2],
    discounted: u32,
    days: [u32; 64],
    ratings: [u32; RATINGS.len()],
    choices: Counter,
    /// Options of the segment at hand, by their numbers.
    options: Vec<u32>,
    numbers: Ranges,
    prices: Histogram,
    /// The values of the row at hand that were counted already.
    seen: Vec<u64>,
}

impl Tally {
    /// Of these things.
    pub fn new(what: Count) -> Self {
        Self {
            what,
            total: 0,
            categories: Counter::default(),
            cities: Counter::default(),
            shops: Counter::default(),
            conditions: [0; 2],
            discounted: 0,
            days: [0; 64],
            ratings: [0; RATINGS.len()],
            choices: Counter::default(),
            options: Vec::new(),
            numbers: Ranges::default(),
            prices: Histogram::default(),
            seen: Vec::new(),
        }
    }

    /// Counts a judged row; tells whether it is a hit.
    pub fn add(&mut self, filter: &Filter<'_>, row: &Row<'_>, fails: u64, offers: &[Judged]) -> bool {
        let sold = offers.iter().any(|(_, fails)| *fails == 0);
        let hit = fails == 0 && sold;
        self.total += u32::from(hit);
        if self.what == Count::Total {
            return hit;
        }
        if fails == 0 {
            self.offers(filter, offers);
        }
        if sold {
            self.product(filter, row, fails);
        }
        hit
    }

    fn offers(&mut self, filter: &Filter<'_>, offers: &[Judged]) {
        if let [(only, 0)] = offers {
            // by far the most rows: nothing to compare with
            self.cities.add(u64::from(only.city));
            self.shops.add(u64::from(only.shop));
            self.conditions[usize::from(only.used)] += 1;
            self.discounted += u32::from(only.discount > 0);
            self.day(filter.days(only));
            self.prices.add(prices::step(only.price));
            return self.prices.widen(only.price);
        }
        let mut seen = std::mem::take(&mut self.seen);
        each(offers, offer::CITY, &mut seen, |offer| u64::from(offer.city), |city| self.cities.add(city));
        each(offers, offer::SHOP, &mut seen, |offer| u64::from(offer.shop), |shop| self.shops.add(shop));
        each(offers, offer::USED, &mut seen, |offer| u64::from(offer.used), |used| self.conditions[used as usize] += 1);
        each(offers, offer::PRICE, &mut seen, |offer| prices::step(offer.price) as u64, |step| self.prices.add(step as usize));
        self.seen = seen;
        but(offers, offer::PRICE).for_each(|offer| self.prices.widen(offer.price));
        self.discounted += u32::from(but(offers, offer::DISCOUNT).any(|offer| offer.discount > 0));
        if let Some(days) = but(offers, offer::DAYS).map(|offer| filter.days(offer)).min() {
            self.day(days);
        }
    }

    /// More days than there is room for are as good as none.
    fn day(&mut self, days: u8) {
        if let Some(count) = self.days.get_mut(usize::from(days)) {
            *count += 1;
        }
    }

    fn product(&mut self, filter: &Filter<'_>, row: &Row<'_>, fails: u64) {
        if fails & !product::CATEGORY == 0 {
            row.categories().for_each(|id| self.categories.add(u64::from(id)));
        }
        if fails & !product::RATING == 0 {
            RATINGS.iter().zip(&mut self.ratings).for_each(|(least, count)| *count += u32::from(row.rating() >= *least));
        }
        if self.what != Count::All {
            return;
        }
        if fails == 0 {
            row.choices().for_each(|option| self.option(option));
            row.numbers().for_each(|(attribute, value)| self.numbers.add(attribute, value));
        } else {
            self.one(filter, row, fails);
        }
    }

    /// Of a row that fails a single filter, only its values for that filter are counted.
    fn one(&mut self, filter: &Filter<'_>, row: &Row<'_>, fails: u64) {
        let at = fails.trailing_zeros();
        let (first, second) = (product::CHOICE.trailing_zeros(), product::NUMBER.trailing_zeros());
        if at >= second {
            let Some((wanted, ..)) = filter.chosen().numbers.get((at - second) as usize) else { return };
            row.numbers().filter(|(own, _)| own == wanted).for_each(|(own, value)| self.numbers.add(own, value));
        } else if at >= first {
            let wanted = filter.attribute((at - first) as usize);
            row.choices().filter(|option| wanted.contains(option)).for_each(|option| self.option(option));
        }
    }

    fn option(&mut self, number: u32) {
        if let Some(count) = self.options.get_mut(number as usize) {
            *count += 1;
        }
    }

    /// The rows that follow are of a segment with these options.
    pub fn begin(&mut self, options: &[u64]) {
        self.options.clear();
        self.options.resize(options.len(), 0);
    }

    /// The segment has no more rows.
    pub fn end(&mut self, options: &[u64]) {
        let counted = options.iter().zip(&self.options).filter(|(_, count)| **count > 0);
        counted.for_each(|(option, count)| self.choices.add_many(*option, *count));
    }

    /// What was counted.
    pub fn facets(&self) -> Facets {
        Facets {
            categories: self.categories.sorted().into_iter().map(|(id, count)| (id as u32, count)).collect(),
            cities: self.cities.sorted().into_iter().map(|(id, count)| (id as u16, count)).collect(),
            shops: self.shops.sorted().into_iter().map(|(id, count)| (id as u32, count)).collect(),
            new: self.conditions[0],
            used: self.conditions[1],
            discounted: self.discounted,
            days: (0..)
                .zip(self.days)
                .scan(0, |sum, (days, count)| Some((days, count, add(sum, count))))
                .filter(|day| day.1 > 0)
                .map(|day| (day.0, day.2))
                .collect(),
            ratings: RATINGS.into_iter().zip(self.ratings).collect(),
            choices: self.options(),
            numbers: self.numbers.sorted(),
            prices: self.prices.prices(),
        }
    }

    fn options(&self) -> Vec<(u32, u32, u32)> {
        let mut all: Vec<_> = self.choices.iter().map(|(key, count)| ((key >> 32) as u32, key as u32, count)).collect();
        all.sort_unstable_by_key(|(attribute, option, count)| (*attribute, std::cmp::Reverse(*count), *option));
        all
    }
}

fn add(sum: &mut u32, count: u32) -> u32 {
    *sum += count;
    *sum
}

/// The offers that fail nothing but this filter.
fn but(offers: &[Judged], filter: u8) -> impl Iterator<Item = &super::super::row::RowOffer> {
    offers.iter().filter(move |(_, fails)| fails & !filter == 0).map(|(offer, _)| offer)
}

/// The different values of the offers that fail nothing but this filter.
fn each(
    offers: &[Judged],
    filter: u8,
    seen: &mut Vec<u64>,
    value: impl Fn(&super::super::row::RowOffer) -> u64,
    mut tell: impl FnMut(u64),
) {
    seen.clear();
    for value in but(offers, filter).map(value) {
        if !seen.contains(&value) {
            seen.push(value);
            tell(value);
        }
    }
}
