//! What is asked of the index.

use std::sync::Arc;

use super::doc::Ways;

/// A question. The default asks for everything, the best first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ask {
    /// What a person typed; any text.
    pub words: Option<String>,
    /// Take the words as they are: no correction, no completion.
    pub literal: bool,
    /// The page that asks: a hard limit that no count leaves.
    pub place: Place,
    /// What was chosen there.
    pub filters: Filters,
    /// Where the goods are to go: without it days are those that shops tell for their own towns.
    pub home: Option<Home>,
    /// The order.
    pub sort: Sort,
    /// Which page, from 1.
    pub page: u32,
    /// Hits on a page; at most [`LARGEST_PAGE`].
    pub size: u32,
    /// What is to be counted.
    pub facets: Count,
    /// Tell of each hit why it stands where it stands.
    pub explain: bool,
    /// The time of asking in Unix seconds, for freshness.
    pub now: i64,
}

/// No page is larger.
pub const LARGEST_PAGE: u32 = 200;

/// What is counted beside the hits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Count {
    /// Only the total.
    Total,
    /// All but characteristics.
    Common,
    /// Everything.
    #[default]
    All,
}

/// The buyer's town.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Home {
    /// Which.
    pub city: u16,
    /// The days that a courier needs more from each town, by its number; none from a town that is not there.
    pub roads: Arc<[u8]>,
}

impl Home {
    /// The days until an offer of a town is here.
    pub fn days(&self, city: u16, ways: Ways) -> u8 {
        let road = self.roads.get(usize::from(city)).copied().unwrap_or_default();
        let fetched = if city == self.city { ways.pickup } else { Ways::NONE };
        ways.courier.saturating_add(road).min(ways.post).min(fetched)
    }
}

/// A page of the shop: of a category, a shop, a tag, or of several of them at once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// In this category or below.
    pub category: Option<u32>,
    /// Of this shop: other shops' offers do not exist here.
    pub shop: Option<u32>,
    /// With this tag.
    pub tag: Option<u32>,
}

/// Chosen filters: several values of one are alternatives, different ones hold together.
/// Those of offers must be met by one and the same offer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters {
    /// In one of these categories or below.
    pub categories: Vec<u32>,
    /// With one of these tags.
    pub tags: Vec<u32>,
    /// An offer at this price or above, in tenge.
    pub price_from: Option<i64>,
    /// An offer at this price or below, in tenge.
    pub price_to: Option<i64>,
    /// Used (true) or new (false).
    pub used: Option<bool>,
    /// In one of these towns.
    pub cities: Vec<u16>,
    /// Of one of these shops.
    pub shops: Vec<u32>,
    /// Delivered within so many days.
    pub days: Option<u8>,
    /// With a proven lower price.
    pub discount: bool,
    /// Rated so (× 100) or better.
    pub rating: Option<u16>,
    /// Options by attribute.
    pub choices: Vec<(u32, Vec<u32>)>,
    /// Ranges by attribute, bounds included, values × 1000.
    pub numbers: Vec<(u32, Option<i64>, Option<i64>)>,
}

impl Filters {
    /// Whether anything is asked of offers.
    pub fn asks_offers(&self) -> bool {
        let Self { price_from: None, price_to: None, used: None, days: None, discount: false, cities, shops, .. } = self else {
            return true;
        };
        !cities.is_empty() || !shops.is_empty()
    }
}

/// The order of the hits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The best match first; without words, what is available, wanted, liked and fresh.
    #[default]
    Relevance,
    /// The newest first.
    New,
    /// The cheapest first.
    Cheap,
    /// The dearest first.
    Dear,
    /// The best rated first.
    Rating,
    /// The greatest discount first.
    Discount,
    /// What can be had soonest first.
    Soon,
}
