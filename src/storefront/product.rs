//! The product page.

use askama::Template;
use chrono::{Datelike, NaiveDate};

use super::facts::{Fact, grouped};
use super::list::cards;
use super::look::Seen;
use super::marks::mark;
use super::page::Group;
use super::sight::{Card, Offer, Seller};
use crate::catalog::Catalog;
use crate::i18n::Names;
use crate::kernel::{Money, local, today};
use crate::listings::{Condition, ListingCard, PhotoRef};
use crate::shops::{Terms, Way};
use crate::web::{Marks, filters};

/// One way of delivery, as the page promises it.
pub struct WayLine {
    pub way: Way,
    pub icon: &'static str,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub price: Money,
    /// From this sum on it is free, when it is not free already.
    pub free_from: Option<Money>,
    pub place: String,
}

/// An offer with who makes it.
pub struct OfferLine {
    pub offer: Offer,
    pub seller: Seller,
    /// Pieces that can be had.
    pub left: i32,
    pub in_cart: i64,
    pub city: Option<Names>,
    pub ways: Vec<WayLine>,
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
    /// The viewer set a heart.
    pub favorite: bool,
    /// Stands in the viewer's comparison.
    pub compared: bool,
    /// What other shops want for it.
    pub offers: Vec<OfferLine>,
    /// Characteristics of its category.
    pub own: Vec<Fact>,
    /// Characteristics that the whole group has.
    pub common: Vec<Fact>,
    /// Other goods of the shop.
    pub others: Vec<ListingCard>,
    /// What the visitor looked at before.
    pub recent: Vec<ListingCard>,
}

impl WayLine {
    fn of(terms: &Terms, goods: Money) -> Self {
        let (from, to) = terms.promise(today());
        let price = terms.price_for(goods);
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
    fn of((offer, seller, left): (Offer, Seller, i32), seen: &Rest<'_>) -> Self {
        let offered = |terms: &&Terms| {
            terms.shop_id == seller.id
                && match terms.way {
                    Way::Courier => offer.by_courier,
                    Way::Pickup => offer.by_pickup,
                    Way::Post => offer.by_post,
                }
        };
        let mut ways: Vec<_> = seen.terms.iter().filter(offered).map(|terms| WayLine::of(terms, offer.price)).collect();
        ways.sort_by_key(|way| (way.from, way.to));
        let city = seen.catalog.city(offer.city_id).map(|city| city.names.clone());
        Self { in_cart: seen.marks.in_cart(offer.id), offer, seller, left: left.max(0), city, ways }
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
    catalog: &'a Catalog,
    terms: &'a [Terms],
    marks: &'a Marks,
}

impl Product {
    /// The page of what was read; nothing when nobody offers it.
    pub fn of(catalog: &Catalog, seen: Seen, marks: &Marks) -> Option<Self> {
        let rest = Rest { catalog, terms: &seen.terms, marks };
        let mut offers = seen.sight.offers.into_iter().map(|offer| OfferLine::of(offer, &rest));
        let (shown, offers) = (offers.next()?, offers.collect());
        let mut others = cards(catalog, seen.others);
        mark(others.iter_mut(), marks);
        let card = seen.sight.card;
        let (own, common) = grouped(catalog, card.category_id, &seen.facts);
        Some(Self {
            photos: card.photos(),
            crumbs: catalog.path(card.category_id).into_iter().map(Group::of).collect(),
            description: seen.sight.description,
            favorite: marks.is_favorite(card.id),
            compared: marks.is_compared(card.id),
            card,
            shown,
            offers,
            own,
            common,
            others,
            recent: cards(catalog, seen.recent),
        })
    }

    /// The characteristics beside the photos.
    pub fn brief(&self) -> impl Iterator<Item = &Fact> {
        self.own.iter().chain(&self.common).take(5)
    }

    /// Whether there are characteristics at all.
    pub fn has_facts(&self) -> bool {
        !self.card.brand.is_empty() || self.brief().next().is_some()
    }

    /// Whether not all of them stand beside the photos.
    pub fn has_more_facts(&self) -> bool {
        self.own.len() + self.common.len() > self.brief().count()
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
