//! The pages of saved searches.

use askama::Template;

use super::{Frequency, SavedSearch};
use crate::search::PAGE;
use crate::web::{Form, filters};

/// `/searches`
#[derive(Template)]
#[template(path = "searches/list.html")]
pub struct List {
    pub searches: Vec<SavedSearch>,
}

impl List {
    /// `24+` when there may be more than were counted.
    fn plus(&self, search: &SavedSearch) -> &'static str {
        if search.fresh.unsigned_abs() >= PAGE { "+" } else { "" }
    }
}

/// A search that is about to be saved, or one that is changed.
#[derive(Template)]
#[template(path = "searches/edit.html")]
pub struct Edit {
    pub form: Form,
    /// Where the form goes.
    pub action: String,
    /// The list itself.
    pub address: String,
    pub is_new: bool,
}

impl Edit {
    /// Whether the search asks for days of delivery: they are counted to the town where its owner is.
    fn asks_days(&self) -> bool {
        self.address.contains("days=")
    }

    fn frequencies(&self) -> &'static [Frequency] {
        Frequency::ALL
    }
}

/// Before a search is deleted.
#[derive(Template)]
#[template(path = "searches/delete.html")]
pub struct Delete {
    pub search: SavedSearch,
}

/// Before a search's letters are called off, and after.
#[derive(Template)]
#[template(path = "searches/mute.html")]
pub struct Mute {
    pub token: String,
    pub done: bool,
}
