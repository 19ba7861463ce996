//! What a saved search is called, and how often it writes.

use crate::kernel::{CityId, text_enum};
use crate::web::{FieldError, Form};

/// No name is longer.
pub const LONGEST: usize = 80;

text_enum! {
    /// How often a search writes letters.
    pub enum Frequency {
        /// As soon as something new is there.
        AtOnce = "at_once",
        /// At most once a day.
        Daily = "daily",
        /// At most once a week.
        Weekly = "weekly",
    }
}

impl Frequency {
    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AtOnce => "search-at-once",
            Self::Daily => "search-daily",
            Self::Weekly => "search-weekly",
        }
    }

    /// Hours between two letters at least.
    pub const fn hours(self) -> i64 {
        match self {
            Self::AtOnce => 0,
            Self::Daily => 24,
            Self::Weekly => 24 * 7,
        }
    }
}

/// A search as its owner wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchInput {
    /// Its name.
    pub name: String,
    /// How often it writes.
    pub frequency: Frequency,
    /// Where its owner is.
    pub town: Option<CityId>,
}

impl SearchInput {
    /// Reads the form; what is wrong is said at its field.
    pub fn parse(form: &mut Form, town: Option<CityId>) -> Option<Self> {
        let name = form.line("name", 1, LONGEST, "search-name-empty");
        let frequency = form.parse("frequency", |text| text.parse().map_err(|()| FieldError::new("search-frequency-choose")));
        Some(Self { name: name?, frequency: frequency?, town })
    }
}
