//! What came of an import's rows, or would.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// No more unknown categories are asked about at once.
const UNKNOWN: usize = 100;

/// Why a new listing stays a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// No photo.
    Photos,
    /// No description.
    Description,
    /// A characteristic that the category needs.
    Values,
    /// Not a piece.
    Stock,
    /// The shop does not say how it delivers.
    Delivery,
}

impl Gap {
    /// The message key of what is missing.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Photos => "import-gap-photos",
            Self::Description => "import-gap-description",
            Self::Values => "import-gap-values",
            Self::Stock => "import-gap-stock",
            Self::Delivery => "import-gap-delivery",
        }
    }
}

/// Counts of rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tally {
    /// Rows of the file, as the check counted them.
    pub total: i64,
    /// New listings that are complete.
    pub published: i64,
    /// New listings that stay drafts.
    pub drafts: i64,
    /// Listings with a new price, stock or photos.
    pub changed: i64,
    /// Listings that are as the row says.
    pub same: i64,
    /// Rows that nothing came of.
    pub wrong: i64,
    /// Rows of which something came, but not everything that they say.
    pub remarks: i64,
    /// Why drafts stay drafts.
    pub gaps: BTreeMap<Gap, i64>,
    /// Categories that nobody knows, and how many rows stand in them.
    pub unknown: Vec<(String, i64)>,
}

impl Tally {
    /// All rows that were looked at.
    pub fn rows(&self) -> i64 {
        self.made() + self.changed + self.same + self.wrong
    }

    /// New listings.
    pub fn made(&self) -> i64 {
        self.published + self.drafts
    }

    /// Rows that have something to say in the file of errors.
    pub fn errors(&self) -> i64 {
        self.wrong + self.remarks
    }

    /// Nothing counted yet, of so many rows.
    pub fn fresh(&self) -> Self {
        Self { total: self.total, ..Self::default() }
    }

    /// Counts a new listing.
    pub fn make(&mut self, gaps: &[Gap]) {
        *if gaps.is_empty() { &mut self.published } else { &mut self.drafts } += 1;
        for gap in gaps {
            *self.gaps.entry(*gap).or_default() += 1;
        }
    }

    /// Counts a category that nobody knows.
    pub fn unknown(&mut self, category: &str) {
        if let Some((_, n)) = self.unknown.iter_mut().find(|(known, _)| known == category) {
            *n += 1;
        } else if self.unknown.len() < UNKNOWN {
            self.unknown.push((category.to_owned(), 1));
        }
    }
}
