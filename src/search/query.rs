//! What is looked for: where, with which filters, in which order, which page.

use crate::kernel::{CategoryId, CityId, Money, ShopId, TagId, text_enum};
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

/// What is looked for. The default is everything on sale, the newest first.
#[derive(Debug, Clone)]
pub struct Query {
    /// With these words.
    pub words: Option<Words>,
    /// In these leaves of the category tree; empty: everywhere.
    pub leaves: Vec<CategoryId>,
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
    /// Sold in this town.
    pub city: Option<CityId>,
    /// The order.
    pub sort: Sort,
    /// The page, from 1.
    pub page: u32,
    /// Cards on a page.
    pub size: u32,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            words: None,
            leaves: Vec::new(),
            tag: None,
            shop: None,
            price_from: None,
            price_to: None,
            condition: None,
            city: None,
            sort: Sort::New,
            page: 1,
            size: PAGE,
        }
    }
}

impl Query {
    /// Rows to show.
    pub(super) fn limit(&self) -> i64 {
        i64::from(self.size)
    }

    /// Rows before them.
    pub(super) fn offset(&self) -> i64 {
        i64::from(self.page.clamp(1, LAST_PAGE) - 1) * i64::from(self.size)
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
