//! What the forms about orders send.

use super::{DeclineReason, Item};
use crate::kernel::ListingId;
use crate::web::{FieldError, Form};

/// The version that the page showed.
pub fn seen(form: &Form) -> Option<i32> {
    form.value("version").parse().ok()
}

/// New quantities, from the fields `quantity[listing]` and the pressed `step`.
pub fn quantities(form: &mut Form, items: &[Item]) -> Option<Vec<(ListingId, i32)>> {
    let mut all = Vec::new();
    for item in items {
        match wanted(form, item) {
            Some(quantity) => all.push((item.listing_id, quantity)),
            None => form.fail(&format!("q{}", item.listing_id), FieldError::new("cart-quantity-wrong").with("max", 999)),
        }
    }
    (!form.has_errors()).then_some(all)
}

/// How much of a line is wanted: the pressed button has the last word, what was not sent stays. Nothing when it is no number.
pub fn wanted(form: &Form, item: &Item) -> Option<i32> {
    let row = item.listing_id.to_string();
    let pressed = form.value("step").split_once(':').filter(|(key, _)| *key == row).map(|(_, text)| text);
    let typed = form.indexed("quantity").find(|(key, _)| *key == row).map(|(_, text)| text.trim());
    let text = pressed.or(typed);
    text.map_or(Ok(item.quantity), str::parse).ok().filter(|quantity| (0..=999).contains(quantity))
}

/// Why the shop does not take an order.
pub struct Declining {
    /// The reason.
    pub reason: DeclineReason,
    /// The shop's own words to the buyer.
    pub words: String,
}

impl Declining {
    /// From the fields `reason` and `text`.
    pub fn parse(form: &mut Form) -> Option<Self> {
        let reason = form.parse("reason", |text| text.parse().map_err(|()| FieldError::new("order-reason-empty")));
        let words = form.text("text", 0, 500, "");
        Some(Self { reason: reason?, words: words? })
    }
}

/// Who carries the parcel.
pub struct Handing {
    /// The carrier.
    pub carrier: String,
    /// Its number there.
    pub tracking: String,
}

impl Handing {
    /// From the fields `carrier` and `tracking`; a post parcel has a number.
    pub fn parse(form: &mut Form, by_post: bool) -> Option<Self> {
        let carrier = form.line("carrier", 1, 60, "order-carrier-empty");
        let tracking = form.line("tracking", usize::from(by_post), 40, "order-tracking-empty");
        Some(Self { carrier: carrier?, tracking: tracking? })
    }
}

/// The six digits that the buyer shows, however they were typed.
pub fn code(form: &mut Form) -> Option<String> {
    form.parse("code", |text| {
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').take(20).collect();
        match digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit()) {
            true => Ok(digits),
            false => Err(FieldError::new("order-code-empty")),
        }
    })
}
