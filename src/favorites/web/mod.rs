//! The pages and forms of this room.

pub mod hearts;
pub mod lists;
pub mod moves;
pub mod mute;
pub mod sharing;

use serde::Deserialize;

use crate::web::{Fault, LAST_PAGE};

/// Which page of a list is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    page: String,
}

impl Asked {
    /// The page's number; one that no list has is not found.
    fn page(&self) -> Result<u32, Fault> {
        match self.page.trim() {
            "" => Ok(1),
            text => text.parse().ok().filter(|page| (1..=LAST_PAGE).contains(page)).ok_or(Fault::NotFound),
        }
    }
}
