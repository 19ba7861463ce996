//! What a shop proposes to change about a shared card.

use std::sync::Arc;

use askama::Template;

use crate::catalog::{Attribute, Catalog};
use crate::listings::gaps::field_of;
use crate::listings::{Change, Desk};
use crate::web::{Form, filters};

/// The form over the card's words.
#[derive(Template)]
#[template(path = "listings/propose.html")]
pub struct Propose {
    /// What was typed.
    pub form: Form,
    /// The shop's listing and its card.
    pub desk: Desk,
    /// The reference data.
    pub catalog: Arc<Catalog>,
    /// The shop's last proposal.
    pub last: Option<Change>,
}

impl Propose {
    fn path(&self) -> String {
        format!("/sell/listings/{}/card", self.desk.listing.id)
    }

    fn wanted(&self) -> Vec<(&Attribute, bool, String)> {
        self.catalog.wanted(self.desk.listing.category_id).into_iter().map(|(a, required)| (a, required, field_of(a))).collect()
    }

    fn kind(&self, attribute: &Attribute) -> &'static str {
        attribute.kind.as_str()
    }

    /// A proposal that staff have not decided about.
    fn waits(&self) -> bool {
        self.last.as_ref().is_some_and(Change::is_open)
    }
}
