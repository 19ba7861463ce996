//! What a buyer says of an order, read from the form.

use super::Stars;
use crate::kernel::OrderItemId;
use crate::orders::Item;
use crate::web::{FieldError, Form};

/// Stars for every line of an order, and for its shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// For each line.
    pub items: Vec<(OrderItemId, Stars)>,
    /// For the shop.
    pub shop: Stars,
}

/// The field of the shop's stars.
pub(super) const SHOP: &str = "rating_shop";

/// The field of a line's stars.
pub(super) fn field(item: &Item) -> String {
    format!("rating[{}]", item.id)
}

/// The mark of a line's fields on the page: errors lead to it.
pub(super) fn mark(item: &Item) -> String {
    format!("r{}", item.id)
}

impl Opinion {
    /// From the fields `rating[line]` and `rating_shop`; everything that is missing or wrong is said at its place.
    pub fn parse(form: &mut Form, items: &[Item], shop: &str) -> Option<Self> {
        let given: Vec<_> =
            items.iter().map(|item| one(form, &field(item), &mark(item), &item.title).map(|stars| (item.id, stars))).collect();
        let shop = one(form, SHOP, SHOP, shop);
        Some(Self { items: given.into_iter().collect::<Option<_>>()?, shop: shop? })
    }
}

/// The one value of a field; `what` names the thing that is rated.
fn one(form: &mut Form, field: &str, mark: &str, what: &str) -> Option<Stars> {
    let mut values = form.values(field);
    let (first, second) = (values.next(), values.next());
    drop(values);
    let key = match (first.map(str::trim), second) {
        (None | Some(""), None) => "review-choose",
        (_, Some(_)) => "review-one",
        (Some(text), None) => match Stars::parse(text) {
            Some(stars) => return Some(stars),
            None => "review-wrong",
        },
    };
    form.fail(mark, FieldError::new(key).with("what", what));
    None
}
