//! The checkout page.

use std::sync::Arc;

use askama::Template;
use chrono::NaiveDate;

use super::Quote;
use super::desk::Desk;
use crate::cart::Group;
use crate::catalog::{Catalog, City};
use crate::kernel::{CityId, Money, today};
use crate::shops::{Terms, Way};
use crate::web::{Form, FormToken, filters};

/// `/checkout`
#[derive(Template)]
#[template(path = "checkout/show.html")]
pub struct Show {
    /// What was typed.
    pub form: Form,
    /// What is laid out.
    pub desk: Desk,
    /// What it comes to.
    pub quote: Option<Quote>,
    /// One form, one purchase.
    pub token: FormToken,
    /// Towns.
    pub catalog: Arc<Catalog>,
}

impl Show {
    /// The page of a form.
    pub fn of(form: Form, desk: Desk, catalog: Arc<Catalog>) -> Self {
        let token = FormToken::of(&form).unwrap_or_else(FormToken::random);
        Self { quote: desk.quote(&form), form, desk, token, catalog }
    }

    fn city(&self, id: &CityId) -> Option<&City> {
        self.catalog.city(*id)
    }

    /// The days for the address that is chosen so far.
    fn promise(&self, group: &Group, terms: &Terms) -> (NaiveDate, NaiveDate) {
        terms.promise_after(today(), group.road(&self.catalog, terms.way, self.desk.town(&self.form)))
    }

    fn delivery(&self, group: &Group) -> Money {
        let share = self.quote.as_ref().and_then(|quote| quote.shares.iter().find(|share| share.shop == group.shop));
        share.map_or(Money::ZERO, |share| share.delivery)
    }

    fn shown(&self) -> i64 {
        self.quote.as_ref().map_or(0, |quote| quote.total.whole())
    }
}
