//! What the offers of a card come to for this visitor, and which stands first.

use super::sight::{Offer, Seller};
use crate::catalog::Catalog;
use crate::kernel::{CityId, text_enum};
use crate::listings::offer_order::{Known, Worth, cheapest};
use crate::shops::{Terms, Way};

text_enum! {
    /// The order of the offers.
    pub enum OfferSort {
        /// By what they come to.
        Best = "best",
        /// The cheapest first.
        Price = "price",
        /// The soonest first.
        Date = "date",
        /// The best rated shop first.
        Rating = "rating",
        /// The best record first.
        Record = "record",
    }
}

impl OfferSort {
    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Best => "offers-sort-best",
            Self::Price => "offers-sort-price",
            Self::Date => "offers-sort-date",
            Self::Rating => "offers-sort-rating",
            Self::Record => "offers-sort-record",
        }
    }
}

/// From where to where.
#[derive(Debug, Clone, Copy)]
pub struct Road<'a> {
    pub catalog: &'a Catalog,
    /// The visitor's town, once chosen.
    pub town: Option<CityId>,
}

impl Road<'_> {
    /// Days that a way needs more than the shop says.
    pub fn extra(&self, way: Way, from: CityId) -> i32 {
        match (way, self.town) {
            (Way::Courier, Some(town)) => self.catalog.road_days(from, town),
            _ => 0,
        }
    }

    /// Whether one could fetch it: in one's own town, or nobody knows yet.
    pub fn is_near(&self, from: CityId) -> bool {
        self.town.is_none_or(|town| town == from)
    }
}

/// Whether an offer goes this way.
pub fn goes(offer: &Offer, way: Way) -> bool {
    match way {
        Way::Courier => offer.by_courier,
        Way::Pickup => offer.by_pickup,
        Way::Post => offer.by_post,
    }
}

/// What an offer comes to. To be fetched counts where the visitor's town is the shop's; while nobody knows the town, only where nothing else is offered.
pub fn worth((offer, seller, left): &(Offer, Seller, i32), terms: &[Terms], road: Road<'_>) -> Worth {
    let own = terms.iter().filter(|terms| terms.shop_id == seller.id && goes(offer, terms.way));
    let (fetched, sent): (Vec<&Terms>, Vec<&Terms>) = own.partition(|terms| terms.way == Way::Pickup);
    let cost = |terms: &&Terms| (terms.price_for(offer.price), i64::from(terms.days_max + road.extra(terms.way, offer.city_id)));
    let in_town = fetched.iter().filter(|_| road.town == Some(offer.city_id));
    let ways = cheapest(offer.price, sent.iter().chain(in_town).map(cost));
    let anyhow = || cheapest(offer.price, fetched.iter().filter(|_| road.is_near(offer.city_id)).map(cost));
    let known = Known {
        listing: offer.id,
        price: offer.price,
        cheapest: ways.or_else(anyhow),
        done: seller.done(),
        failed: seller.failed(),
        left: *left,
    };
    Worth::of(&known)
}
