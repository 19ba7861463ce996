//! The pages of the person's own corner.

use askama::Template;

use super::leave::Obstacles;
use super::overview::Overview;
use crate::web::{Form, filters};

/// `/me`.
#[derive(Template)]
#[template(path = "me/show.html")]
pub struct Show {
    pub overview: Overview,
    /// Whether they have a shop.
    pub sells: bool,
}

/// Before an account is deleted.
#[derive(Template)]
#[template(path = "me/leave.html")]
pub struct Leave {
    pub form: Form,
    pub obstacles: Obstacles,
}
