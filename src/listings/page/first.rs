//! The first step of a new listing.

use askama::Template;

use crate::listings::Candidate;
use crate::web::filters;

/// A search over cards, and the way past it.
#[derive(Template)]
#[template(path = "listings/new.html")]
pub struct First {
    /// What is looked for.
    pub words: String,
    /// What was found.
    pub found: Vec<Candidate>,
}
