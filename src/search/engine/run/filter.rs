//! Filters over a row. It is noted which of them fail: a row that fails none is a hit, one that fails a single one is counted there.

use std::ops::Range;

use super::super::ask::{Ask, Filters, Home, Place, Sort};
use super::super::row::{Row, RowOffer};
use super::super::rows::Rows;

/// Filters of one offer, as bits.
pub mod offer {
    /// The price.
    pub const PRICE: u8 = 1;
    /// The town.
    pub const CITY: u8 = 2;
    /// The shop.
    pub const SHOP: u8 = 4;
    /// New or used.
    pub const USED: u8 = 8;
    /// Days of delivery.
    pub const DAYS: u8 = 16;
    /// A lower price.
    pub const DISCOUNT: u8 = 32;
}

/// Filters of the product, as bits.
pub mod product {
    /// The category.
    pub const CATEGORY: u64 = 1;
    /// The tag.
    pub const TAG: u64 = 2;
    /// The rating.
    pub const RATING: u64 = 4;
    /// The first of the chosen attributes.
    pub const CHOICE: u64 = 8;
    /// The first of the chosen ranges.
    pub const NUMBER: u64 = 1 << 34;
    /// So many attributes, and so many ranges, are looked at.
    pub const MOST: usize = 30;
}

/// The filters of a question, for the rows of one segment.
pub struct Filter<'a> {
    place: &'a Place,
    chosen: &'a Filters,
    home: Option<&'a Home>,
    /// Of a product's offers the quickest is shown, not the cheapest.
    soon: bool,
    /// The chosen options' numbers, and those of all options of the attribute.
    choices: Vec<(Vec<u32>, Range<u32>)>,
    /// Nothing is asked of offers.
    any_offer: bool,
    /// Nothing is asked of products.
    any_product: bool,
}

/// An offer and which filters it fails.
pub type Judged = (RowOffer, u8);

impl<'a> Filter<'a> {
    /// Of a question.
    pub fn new(ask: &'a Ask, rows: &Rows) -> Self {
        let numbers = |(attribute, options): &(u32, Vec<u32>)| {
            (options.iter().filter_map(|option| rows.option(*attribute, *option)).collect(), rows.options_of(*attribute))
        };
        let choices = ask.filters.choices.iter().filter(|(_, options)| !options.is_empty()).take(product::MOST).map(numbers).collect();
        let (any_offer, any_product) = (!ask.filters.asks_offers(), is_any_product(&ask.filters));
        Self {
            place: &ask.place,
            chosen: &ask.filters,
            home: ask.home.as_ref(),
            soon: ask.sort == Sort::Soon,
            choices,
            any_offer,
            any_product,
        }
    }

    /// All options of the attribute chosen at this place, by their numbers.
    pub fn attribute(&self, at: usize) -> Range<u32> {
        self.choices.get(at).map_or(0..0, |(_, all)| all.clone())
    }

    /// What is chosen.
    pub const fn chosen(&self) -> &Filters {
        self.chosen
    }

    /// Judges a row and its offers; nothing when it does not belong to the place, or fails so much that nothing counts it.
    pub fn judge(&self, row: &Row<'_>, offers: &mut Vec<Judged>) -> Option<u64> {
        offers.clear();
        let here = self.place.shop;
        let mut fewest = u32::MAX;
        for offer in row.offers().filter(|offer| here.is_none_or(|shop| offer.shop == shop)) {
            let fails = if self.any_offer { 0 } else { self.offer(&offer) };
            fewest = fewest.min(fails.count_ones());
            offers.push((offer, fails));
        }
        if fewest > 1 || !self.is_here(row) {
            return None;
        }
        let fails = if self.any_product { 0 } else { self.product(row) };
        (fails.count_ones() + fewest <= 1).then_some(fails)
    }

    fn is_here(&self, row: &Row<'_>) -> bool {
        self.place.category.is_none_or(|wanted| row.categories().any(|id| id == wanted))
            && self.place.tag.is_none_or(|wanted| row.tags().any(|id| id == wanted))
    }

    fn offer(&self, offer: &RowOffer) -> u8 {
        let chosen = self.chosen;
        let bit = |fails: bool, bit: u8| if fails { bit } else { 0 };
        let price = chosen.price_from.is_some_and(|from| offer.price < from) || chosen.price_to.is_some_and(|to| offer.price > to);
        bit(price, offer::PRICE)
            | bit(!chosen.cities.is_empty() && !chosen.cities.contains(&offer.city), offer::CITY)
            | bit(!chosen.shops.is_empty() && !chosen.shops.contains(&offer.shop), offer::SHOP)
            | bit(chosen.used.is_some_and(|used| used != offer.used), offer::USED)
            | bit(chosen.days.is_some_and(|days| self.days(offer) > days), offer::DAYS)
            | bit(chosen.discount && offer.discount == 0, offer::DISCOUNT)
    }

    /// The days until an offer can be had.
    pub fn days(&self, offer: &RowOffer) -> u8 {
        self.home.map_or_else(|| offer.ways.quickest(), |home| home.days(offer.city, offer.ways))
    }

    /// The offer to show: in stock, cheap, quick. Only offers that fail nothing are looked at.
    pub fn best(&self, offers: &[Judged]) -> Option<RowOffer> {
        let passing = offers.iter().filter(|(_, fails)| *fails == 0).map(|(offer, _)| *offer);
        passing.min_by_key(|offer| {
            let days = self.days(offer);
            (!offer.stock, if self.soon { days } else { 0 }, offer.price, days)
        })
    }

    fn product(&self, row: &Row<'_>) -> u64 {
        let chosen = self.chosen;
        let bit = |fails: bool, bit: u64| if fails { bit } else { 0 };
        bit(!chosen.categories.is_empty() && !row.categories().any(|id| chosen.categories.contains(&id)), product::CATEGORY)
            | bit(!chosen.tags.is_empty() && !row.tags().any(|id| chosen.tags.contains(&id)), product::TAG)
            | bit(chosen.rating.is_some_and(|least| row.rating() < least), product::RATING)
            | self.choices(row)
            | self.numbers(row)
    }

    fn choices(&self, row: &Row<'_>) -> u64 {
        let mut fails = 0;
        for (at, (chosen, _)) in self.choices.iter().enumerate() {
            fails |= if row.choices().any(|option| chosen.contains(&option)) { 0 } else { product::CHOICE << at };
        }
        fails
    }

    fn numbers(&self, row: &Row<'_>) -> u64 {
        let mut fails = 0;
        for (at, (attribute, from, to)) in self.chosen.numbers.iter().take(product::MOST).enumerate() {
            let within = |value: i64| from.is_none_or(|from| value >= from) && to.is_none_or(|to| value <= to);
            let has = row.numbers().any(|(own, value)| own == *attribute && within(value));
            fails |= if has { 0 } else { product::NUMBER << at };
        }
        fails
    }
}

fn is_any_product(chosen: &Filters) -> bool {
    let Filters { rating: None, categories, tags, choices, numbers, .. } = chosen else { return false };
    categories.is_empty() && tags.is_empty() && choices.is_empty() && numbers.is_empty()
}
