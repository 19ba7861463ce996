//! The cart's page.

use std::sync::Arc;

use askama::Template;
use chrono::NaiveDate;

use super::{Basket, Group, Trouble};
use crate::catalog::Catalog;
use crate::kernel::{CityId, ListingId, today};
use crate::listings::ListingCard;
use crate::shops::Terms;
use crate::web::{Form, filters};

/// `/cart`
#[derive(Template)]
#[template(path = "cart/show.html")]
pub struct Show {
    /// What was sent, when it was wrong.
    pub form: Form,
    /// What lies in the cart.
    pub basket: Basket,
    /// What was just taken out.
    pub removed: Vec<Removed>,
    /// What is bought together with what lies in it.
    pub beside: Vec<ListingCard>,
    /// Towns.
    pub catalog: Arc<Catalog>,
    /// The visitor's town, once chosen.
    pub town: Option<CityId>,
}

/// A line that was just taken out, and can be put back.
pub struct Removed {
    /// What.
    pub listing: ListingId,
    /// How many there were.
    pub quantity: i32,
    /// Its title.
    pub title: String,
}

impl Show {
    fn kinds(&self) -> usize {
        self.basket.lines().count()
    }

    fn promise(&self, group: &Group, terms: &Terms) -> (NaiveDate, NaiveDate) {
        terms.promise_after(today(), group.road(&self.catalog, terms.way, self.town))
    }
}
