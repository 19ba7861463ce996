//! The checkout form: text in, [`PlaceOrder`] out, or everything that is wrong at once.

use super::PlaceOrder;
use super::desk::{Desk, field, way};
use crate::cart::Group;
use crate::catalog::Catalog;
use crate::kernel::{Money, ShopId, UserId};
use crate::orders::{Contact, Destination};
use crate::shops::Way;
use crate::web::{FieldError, Form};

/// What parsing leans on.
pub struct Around<'a> {
    /// What the page shows.
    pub desk: &'a Desk,
    /// Towns.
    pub catalog: &'a Catalog,
    /// Who buys.
    pub buyer: UserId,
    /// How long shops may take to accept.
    pub accept_hours: i64,
}

impl PlaceOrder {
    /// From the fields of the checkout page.
    pub fn parse(form: &mut Form, around: &Around<'_>) -> Option<Self> {
        let delivery = delivery(form, around.desk);
        let fetched = delivery.iter().flatten().all(|(_, way)| *way == Way::Pickup);
        let to = destination(form, around, fetched);
        let contact = Contact::parse(form);
        let comment = form.text("comment", 0, 500, "");
        let (to, remember) = to?;
        let road = |group: &Group| (group.shop, group.road(around.catalog, Way::Courier, Some(to.city_id)));
        let roads = around.desk.basket.groups.iter().map(road).collect();
        Some(Self {
            buyer: around.buyer,
            contact: contact?,
            to,
            remember,
            delivery: delivery?,
            roads,
            comment: comment?,
            shown: Some(shown(form)),
            accept_hours: around.accept_hours,
        })
    }
}

/// The total that stood on the page, in tenge; what makes no sense never equals the real one.
fn shown(form: &Form) -> Money {
    let tenge = form.value("shown").parse().ok().filter(|tenge| (0..=i64::MAX / 100).contains(tenge));
    tenge.map_or(Money::ZERO, Money::tenge)
}

fn delivery(form: &mut Form, desk: &Desk) -> Option<Vec<(ShopId, Way)>> {
    let mut chosen = Vec::new();
    for group in &desk.basket.groups {
        match way(form, group.shop).filter(|way| group.terms_of(*way).is_some()) {
            Some(way) => chosen.push((group.shop, way)),
            None if group.terms.is_empty() => form.fail(&field(group.shop), FieldError::new("cart-no-way")),
            None => form.fail(&field(group.shop), FieldError::new("checkout-way-empty").with("shop", &group.shop_name)),
        }
    }
    (chosen.len() == desk.basket.groups.len()).then_some(chosen)
}

/// Where it goes, and whether to remember it.
fn destination(form: &mut Form, around: &Around<'_>, fetched: bool) -> Option<(Destination, bool)> {
    let saved = &around.desk.saved;
    match form.value("address") {
        "new" => {
            let to = Destination::parse(form, around.catalog, fetched)?;
            let remember = !to.street.is_empty();
            Some((to, remember))
        }
        chosen => match saved.iter().find(|saved| saved.id.to_string() == chosen) {
            // who typed an address beside it may mean that one: nothing goes to a place nobody meant
            Some(_) if ["street", "house", "flat"].iter().any(|name| !form.value(name).trim().is_empty()) => {
                form.fail("address", FieldError::new("checkout-address-both"));
                None
            }
            Some(saved) => Some((saved.into(), false)),
            None => {
                form.fail("address", FieldError::new("checkout-address-empty"));
                None
            }
        },
    }
}
