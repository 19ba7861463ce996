//! The product page.

use std::cmp::Reverse;

use askama::Template;
use chrono::{Datelike, NaiveDate};

use super::facts::{Fact, Facts, brief, grouped};
use super::look::Seen;
use super::page::Group;
use super::price_history::PriceHistory;
use super::rank::{OfferSort, Road, goes};
use super::sight::{Card, Offer, Seller};
use super::variants::{self, Axis, Leads};
use crate::i18n::Names;
use crate::kernel::{Money, Rating, local, now, today};
use crate::listings::offer_order::Worth;
use crate::listings::{CardRow, Condition, ListingCard, PhotoRef, cards, mark, promise};
use crate::shops::{Terms, Way};
use crate::web::{Marks, filters};

/// Characteristics beside the photos.
const BRIEF: usize = 5;

/// One way of delivery, as the page promises it.
#[derive(Clone)]
pub struct WayLine {
    pub way: Way,
    pub icon: &'static str,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub price: Money,
    /// From this sum on it is free, when it is not free already.
    pub free_from: Option<Money>,
    pub place: String,
    /// Nothing stands between: it can be fetched in the visitor's town, or is sent.
    pub near: bool,
}

/// An offer with who makes it.
#[derive(Clone)]
pub struct OfferLine {
    pub offer: Offer,
    pub seller: Seller,
    /// Pieces that can be had.
    pub left: i32,
    pub in_cart: i64,
    pub city: Option<Names>,
    pub ways: Vec<WayLine>,
    /// What it comes to.
    pub worth: Worth,
}

/// A product with the offer that is shown.
#[derive(Template)]
#[template(path = "storefront/product.html")]
pub struct Product {
    pub card: Card,
    pub description: String,
    pub photos: Vec<PhotoRef>,
    pub crumbs: Vec<Group>,
    pub shown: OfferLine,
    /// The address picked it.
    pub picked: bool,
    /// The viewer set a heart.
    pub favorite: bool,
    /// Stands in the viewer's comparison.
    pub compared: bool,
    /// All offers, when there are several.
    pub offers: Vec<OfferLine>,
    /// Their order.
    pub sort: OfferSort,
    /// Beside the photos.
    pub brief: Vec<Fact>,
    pub facts: Vec<Facts>,
    pub axes: Vec<Axis>,
    pub history: Option<PriceHistory>,
    /// Bought together with it.
    pub together: Vec<ListingCard>,
    pub similar: Vec<ListingCard>,
    /// Other goods of the shop.
    pub others: Vec<ListingCard>,
    /// What the visitor looked at before.
    pub recent: Vec<ListingCard>,
}

impl WayLine {
    fn of(terms: &Terms, offer: &Offer, road: Road<'_>) -> Self {
        let (from, to) = terms.promise_after(today(), road.extra(terms.way, offer.city_id));
        let price = terms.price_for(offer.price);
        let icon = match terms.way {
            Way::Courier => "truck",
            Way::Pickup => "store",
            Way::Post => "box",
        };
        Self {
            way: terms.way,
            icon,
            from,
            to,
            price,
            free_from: terms.free_from.filter(|_| price > Money::ZERO),
            place: terms.place.clone(),
            near: terms.way != Way::Pickup || road.is_near(offer.city_id),
        }
    }

    /// The first day's number, where one month's name serves both.
    pub fn first_day(&self) -> u32 {
        self.from.day()
    }

    /// Whether one month's name serves both days.
    pub fn is_one_month(&self) -> bool {
        self.from != self.to && self.from.month() == self.to.month() && self.from.year() == self.to.year()
    }
}

impl OfferLine {
    fn of((offer, seller, left): (Offer, Seller, i32), worth: Worth, rest: &Rest<'_>) -> Self {
        let offered = |terms: &&Terms| terms.shop_id == seller.id && goes(&offer, terms.way);
        let mut ways: Vec<_> = rest.terms.iter().filter(offered).map(|terms| WayLine::of(terms, &offer, rest.road)).collect();
        ways.sort_by_key(|way| (!way.near, way.to, way.from));
        let city = rest.road.catalog.city(offer.city_id).map(|city| city.names.clone());
        Self { in_cart: rest.marks.in_cart(offer.id), offer, seller, left: left.max(0), city, ways, worth }
    }

    /// The soonest way that is within reach.
    pub fn soonest(&self) -> Option<&WayLine> {
        self.ways.iter().find(|way| way.near)
    }

    /// How many of a hundred orders the shop saw through; nothing before its first ten.
    pub fn kept(&self) -> Option<i64> {
        let (done, all) = (self.seller.done(), self.seller.done() + self.seller.failed());
        (all >= 10).then(|| done * 100 / all)
    }

    /// The year since when the shop is here.
    pub fn since(&self) -> String {
        local(self.seller.created_at).year().to_string()
    }

    /// Whether it is second-hand.
    pub fn is_used(&self) -> bool {
        self.offer.condition == Condition::Used
    }
}

struct Rest<'a> {
    road: Road<'a>,
    terms: &'a [Terms],
    marks: &'a Marks,
}

impl Product {
    /// The page of what was read; nothing when nobody offers it.
    pub fn of(road: Road<'_>, seen: Seen, sort: OfferSort, marks: &Marks) -> Option<Self> {
        let (catalog, card) = (road.catalog, seen.sight.card);
        let rest = Rest { road, terms: &seen.terms, marks };
        let lines = seen.sight.offers.into_iter().zip(seen.worths);
        let mut offers: Vec<OfferLine> = lines.map(|(offer, worth)| OfferLine::of(offer, worth, &rest)).collect();
        let shown = offers.get(seen.shown)?.clone();
        if offers.len() < 2 {
            offers.clear();
        }
        order(&mut offers, sort);
        let dressed = |rows: Vec<CardRow>| {
            let mut cards = cards(catalog, rows);
            mark(cards.iter_mut(), marks);
            promise(cards.iter_mut(), catalog, road.town);
            cards
        };
        let mut others = dressed(seen.beside.others);
        others.iter_mut().for_each(ListingCard::pick);
        let own = variants::own(card.id, &card.title, &card.slug, card.cover(), &seen.family.facts);
        Some(Self {
            photos: card.photos(),
            crumbs: catalog.path(card.category_id).into_iter().map(Group::of).collect(),
            description: seen.sight.description,
            favorite: marks.is_favorite(card.id),
            compared: marks.is_compared(card.id),
            offers,
            sort,
            picked: seen.picked,
            brief: brief(catalog, card.category_id, &seen.family.facts, BRIEF),
            facts: grouped(catalog, card.category_id, &seen.family.facts),
            axes: if seen.family.kin.is_empty() { Vec::new() } else { variants::axes(catalog, card.category_id, &own, &seen.family.kin) },
            history: PriceHistory::of(&shown.offer.history(), now()),
            card,
            shown,
            together: dressed(seen.beside.together),
            similar: dressed(seen.beside.similar),
            others,
            recent: cards(catalog, seen.beside.recent),
        })
    }

    /// Whether there are characteristics at all.
    pub fn has_facts(&self) -> bool {
        !self.card.brand.is_empty() || self.card.gtin.is_some() || !self.brief.is_empty()
    }

    /// Whether not all of them stand beside the photos.
    pub fn has_more_facts(&self) -> bool {
        self.facts.iter().map(|group| group.facts.len()).sum::<usize>() > self.brief.len() || self.card.gtin.is_some()
    }

    /// The page with the offers in another order; what was picked stays.
    pub fn sorted(&self, sort: &OfferSort) -> String {
        format!("{}#offers", self.card.path_with(self.picked.then_some(self.shown.offer.id), *sort))
    }

    /// The page with an offer picked; their order stays.
    pub fn with(&self, one: &OfferLine) -> String {
        self.card.path_with(Some(one.offer.id), self.sort)
    }

    pub fn sorts(&self) -> &'static [OfferSort] {
        OfferSort::ALL
    }

    pub fn is_sorted(&self, sort: &OfferSort) -> bool {
        self.sort == *sort
    }

    pub fn is_shown(&self, one: &OfferLine) -> bool {
        one.offer.id == self.shown.offer.id
    }

    /// The offer that the formula puts first.
    pub fn best(&self) -> Option<&OfferLine> {
        self.offers.iter().min_by_key(|one| one.worth.place())
    }

    /// The offers as the formula orders them, no more than a table shows.
    pub fn by_worth(&self) -> Vec<&OfferLine> {
        let mut all: Vec<_> = self.offers.iter().collect();
        all.sort_by_key(|one| one.worth.place());
        all.truncate(10);
        all
    }

    /// Never in ninety days was it cheaper.
    pub fn is_lowest(&self) -> bool {
        self.history.as_ref().is_some_and(|history| history.is_lowest)
    }

    /// The lowest price of all offers.
    pub fn lowest(&self) -> Money {
        self.offers.iter().map(|one| one.offer.price).min().unwrap_or(self.shown.offer.price)
    }

    /// Whether another shop may sell on this card.
    pub fn is_open(&self) -> bool {
        self.card.is_open() && !self.shown.is_used()
    }

    /// The former price, where there is one; else the present one.
    pub fn was(&self) -> Money {
        self.shown.offer.old_price().unwrap_or(self.shown.offer.price)
    }

    /// How much cheaper it is than it was, in percent.
    pub fn percent_off(&self) -> i64 {
        let (now, old) = (self.shown.offer.price.minor(), self.shown.offer.old_price().map_or(0, Money::minor));
        if old > now { (old - now) * 100 / old } else { 0 }
    }

    /// The photo for link previews; empty when there is none.
    pub fn preview(&self) -> String {
        self.photos.first().map(PhotoRef::preview).unwrap_or_default()
    }

    /// What search engines are told: the description, or at least the title.
    pub fn about(&self) -> String {
        if self.description.trim().is_empty() { self.card.title.clone() } else { self.summary() }
    }

    /// The beginning of the description for search engines: plain, at most 160 characters.
    fn summary(&self) -> String {
        let plain: String = self.description.chars().filter(|c| !matches!(c, '*' | '#' | '_' | '`' | '>')).collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        match plain.char_indices().nth(160) {
            None => plain,
            Some((end, _)) => format!("{}…", plain[..end].rsplit_once(' ').map_or(&plain[..end], |(head, _)| head)),
        }
    }
}

/// Puts the offers into the order that was asked for; what is sold out stands behind.
fn order(offers: &mut [OfferLine], sort: OfferSort) {
    let gone = |one: &OfferLine| one.left < 1;
    match sort {
        OfferSort::Best => {}
        OfferSort::Price => offers.sort_by_key(|one| (gone(one), one.offer.price)),
        OfferSort::Date => offers.sort_by_key(|one| (gone(one), one.soonest().is_none(), one.soonest().map(|way| (way.to, way.from)))),
        OfferSort::Rating => offers.sort_by_key(|one| (gone(one), Reverse(one.seller.rating().map(Rating::rank)))),
        OfferSort::Record => offers.sort_by_key(|one| (gone(one), one.worth.risk)),
    }
}
