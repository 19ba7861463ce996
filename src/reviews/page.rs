//! The page on which an order is rated.

use askama::Template;

use super::Hindrance;
use super::opinion::{SHOP, field, mark};
use crate::orders::{Given, Item, Order};
use crate::web::{Form, filters};

/// `/orders/{number}/review`
#[derive(Template)]
#[template(path = "reviews/edit.html")]
pub struct Edit {
    /// What was chosen.
    pub form: Form,
    /// The order.
    pub order: Order,
    /// The name of its shop.
    pub shop: String,
    /// Its lines.
    pub items: Vec<Item>,
    /// What was said of it before.
    pub given: Given,
    /// Why it cannot be rated.
    pub hindrance: Option<Hindrance>,
}

impl Edit {
    /// The form as it was sent last.
    pub fn fill(mut self) -> Self {
        for item in &self.items {
            self.form.set(&field(item), self.given.stars(item).map(|stars| stars.to_string()).unwrap_or_default());
        }
        self.form.set(SHOP, self.given.shop.map(|stars| stars.to_string()).unwrap_or_default());
        self
    }

    fn path(&self) -> String {
        format!("/orders/{}", self.order.number)
    }

    fn field(&self, item: &Item) -> String {
        field(item)
    }

    fn mark(&self, item: &Item) -> String {
        mark(item)
    }
}
