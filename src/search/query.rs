//! What is looked for: where, with which filters, in which order, which page.

use super::documents::number;
use super::engine::{self, Ask, Count, Filters, Home, Place};
use crate::catalog::Catalog;
use crate::kernel::{AttributeId, CategoryId, CityId, Money, OptionId, ShopId, TagId, now, text_enum};
use crate::listings::Condition;

/// Cards on a page.
pub const PAGE: u32 = 24;
/// The farthest page; deeper leads through filters.
pub const LAST_PAGE: u32 = 50;

text_enum! {
    /// The order of a list.
    pub enum Sort {
        /// The best match first: for words only.
        Best = "best",
        /// The newest first.
        New = "new",
        /// The cheapest first.
        Cheap = "cheap",
        /// The dearest first.
        Dear = "dear",
        /// The greatest reduction first.
        Sale = "sale",
        /// What can be had soonest first.
        Soon = "soon",
        /// The best rated first.
        Rating = "rating",
    }
}

impl Sort {
    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Best => "find-sort-best",
            Self::New => "find-sort-new",
            Self::Cheap => "find-sort-cheap",
            Self::Dear => "find-sort-dear",
            Self::Sale => "find-sort-sale",
            Self::Soon => "find-sort-soon",
            Self::Rating => "find-sort-rating",
        }
    }
}

/// Words that can be looked for: tidied, bounded, with at least one letter or digit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(String);

impl Words {
    /// No more characters are looked at.
    pub const LONGEST: usize = 120;

    /// Of what a person typed; nothing when there is nothing to look for.
    pub fn parse(text: &str) -> Option<Self> {
        let tidy: String =
            text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        let tidy: String = tidy.chars().take(Self::LONGEST).collect();
        tidy.contains(char::is_alphanumeric).then(|| Self(tidy.trim_end().to_owned()))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Options of one characteristic: any of them will do. Of a yes-or-no one, 1 is yes and 0 is no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Which characteristic.
    pub attribute: AttributeId,
    /// Its options.
    pub options: Vec<OptionId>,
}

/// A span of a numeric characteristic, in thousandths; bounds are included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Which characteristic.
    pub attribute: AttributeId,
    /// At least.
    pub from: Option<i64>,
    /// At most.
    pub to: Option<i64>,
}

/// What is looked for. The default is everything on sale, the newest first.
#[derive(Debug, Clone)]
pub struct Query {
    /// With these words.
    pub words: Option<Words>,
    /// The words are meant as they stand: nothing is corrected.
    pub literal: bool,
    /// In this category or below.
    pub category: Option<CategoryId>,
    /// With this tag.
    pub tag: Option<TagId>,
    /// Of this shop.
    pub shop: Option<ShopId>,
    /// At this price or above.
    pub price_from: Option<Money>,
    /// At this price or below.
    pub price_to: Option<Money>,
    /// New or used.
    pub condition: Option<Condition>,
    /// Sold in one of these towns.
    pub cities: Vec<CityId>,
    /// Sold by one of these shops.
    pub shops: Vec<ShopId>,
    /// Delivered within so many days.
    pub days: Option<u8>,
    /// Where to, when that is known.
    pub home: Option<Home>,
    /// With an old price that was higher.
    pub reduced: bool,
    /// Rated so (× 100) or better.
    pub rating: Option<u16>,
    /// With these characteristics.
    pub chosen: Vec<Chosen>,
    /// With numeric characteristics within these spans.
    pub ranges: Vec<Range>,
    /// The order.
    pub sort: Sort,
    /// The page, from 1.
    pub page: u32,
    /// Cards on a page.
    pub size: u32,
    /// Tell why each stands where it stands.
    pub explain: bool,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            words: None,
            literal: false,
            category: None,
            tag: None,
            shop: None,
            price_from: None,
            price_to: None,
            condition: None,
            cities: Vec::new(),
            shops: Vec::new(),
            days: None,
            home: None,
            reduced: false,
            rating: None,
            chosen: Vec::new(),
            ranges: Vec::new(),
            sort: Sort::New,
            page: 1,
            size: PAGE,
            explain: false,
        }
    }
}

impl Query {
    /// Whether what is shown of a product need not be its cheapest offer.
    pub fn picks_offers(&self) -> bool {
        self.shop.is_some() || self.sort == Sort::Soon || self.filters().asks_offers()
    }

    /// Without what was chosen: the words and the place stay.
    pub(super) fn unfiltered(&self) -> Self {
        Self {
            words: self.words.clone(),
            literal: self.literal,
            category: self.category,
            tag: self.tag,
            shop: self.shop,
            home: self.home.clone(),
            ..Self::default()
        }
    }

    /// As the engine is asked.
    pub(super) fn ask(&self) -> Ask {
        let shop = self.shop.map(|shop| number(shop.0));
        Ask {
            words: self.words.as_ref().map(|words| words.as_str().to_owned()),
            literal: self.literal,
            place: Place { category: self.category.map(category), shop, tag: self.tag.map(|tag| number(tag.0)) },
            filters: self.filters(),
            home: self.home.clone(),
            sort: self.sort.into(),
            page: self.page,
            size: self.size,
            // Characteristics are chosen where they mean the same.
            facets: if self.category.is_some() { Count::All } else { Count::Common },
            explain: self.explain,
            now: now().timestamp(),
        }
    }

    fn filters(&self) -> Filters {
        let key = |attribute: AttributeId| number(i64::from(attribute.0));
        Filters {
            price_from: self.price_from.map(Money::whole),
            price_to: self.price_to.map(Money::whole),
            used: self.condition.map(|condition| condition == Condition::Used),
            cities: self.cities.iter().filter_map(|city| u16::try_from(city.0).ok()).collect(),
            shops: self.shops.iter().map(|shop| number(shop.0)).collect(),
            days: self.days,
            discount: self.reduced,
            rating: self.rating,
            choices: self
                .chosen
                .iter()
                .map(|chosen| (key(chosen.attribute), chosen.options.iter().map(|option| number(i64::from(option.0))).collect()))
                .collect(),
            numbers: self.ranges.iter().map(|range| (key(range.attribute), range.from, range.to)).collect(),
            ..Filters::default()
        }
    }
}

/// The days that couriers need more to a town, if one is known, from each of the others.
pub fn home(catalog: &Catalog, town: Option<CityId>) -> Option<Home> {
    let town = town?;
    Some(Home { city: u16::try_from(town.0).ok()?, roads: catalog.roads_to(town)?.clone() })
}

fn category(id: CategoryId) -> u32 {
    number(i64::from(id.0))
}

impl From<Sort> for engine::Sort {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Best => Self::Relevance,
            Sort::New => Self::New,
            Sort::Cheap => Self::Cheap,
            Sort::Dear => Self::Dear,
            Sort::Sale => Self::Discount,
            Sort::Soon => Self::Soon,
            Sort::Rating => Self::Rating,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_tidied_and_bounded() {
        assert_eq!(Words::parse("  чай \t\n зелёный\0 ").unwrap().as_str(), "чай зелёный");
        assert_eq!(Words::parse(" !!! & | ( "), None);
        assert_eq!(Words::parse(&"я".repeat(10_000)).unwrap().as_str().chars().count(), Words::LONGEST);
    }

    proptest! {
        #[test]
        fn any_text_is_words_or_nothing(text in ".*") {
            if let Some(words) = Words::parse(&text) {
                prop_assert!(!words.as_str().contains(char::is_control));
            }
        }
    }
}
