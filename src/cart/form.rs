//! What the cart's forms send.

use super::change::Wish;
use super::{MOST_LINES, MOST_PIECES};
use crate::kernel::{ListingId, Money};
use crate::web::{FieldError, Form};

/// A listing for the cart: from cards, product pages and the undo button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Addition {
    /// What.
    pub listing: ListingId,
    /// At least how many.
    pub quantity: i32,
}

impl Addition {
    /// Nothing when there is no such number; a quantity that makes no sense is one piece.
    pub fn parse(form: &Form) -> Option<Self> {
        let listing = form.value("listing").parse().ok()?;
        let quantity = form.value("quantity").trim().parse().unwrap_or(1).clamp(1, MOST_PIECES);
        Some(Self { listing, quantity })
    }
}

/// The cart's page as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CartForm {
    /// Every line of it.
    pub wishes: Vec<Wish>,
    /// On to checkout.
    pub checkout: bool,
}

impl CartForm {
    /// Reads all quantities; the pressed button has the last word on its own line.
    pub fn parse(form: &mut Form) -> Option<Self> {
        // A cart has no more lines; each is written.
        let rows = form.indexed("quantity").take(usize::try_from(MOST_LINES).unwrap_or_default());
        let typed: Vec<(String, String)> = rows.map(|(row, text)| (row.to_owned(), text.trim().to_owned())).collect();
        let (step, remove) = (form.value("step").to_owned(), form.value("remove").to_owned());
        let pressed = step.split_once(':').or((!remove.is_empty()).then_some((remove.as_str(), "0")));
        let mut wishes = Vec::new();
        for (row, text) in &typed {
            let text = pressed.filter(|(pressed, _)| pressed == row).map_or(text.as_str(), |(_, quantity)| quantity);
            wishes.extend(wish(form, row, text));
        }
        // A line that cannot be bought has no quantity on the page, but can be removed.
        if let Some((row, _)) = pressed.filter(|(row, _)| !typed.iter().any(|(typed, _)| typed == row)) {
            wishes.extend(wish(form, row, "0"));
        }
        let checkout = form.value("go") == "checkout";
        (!form.has_errors()).then_some(Self { wishes, checkout })
    }
}

fn wish(form: &mut Form, row: &str, text: &str) -> Option<Wish> {
    let listing: ListingId = row.parse().ok()?;
    match text.parse::<i32>() {
        Ok(quantity @ 0..=MOST_PIECES) => {
            let seen = form.indexed("seen").find(|(r, _)| *r == row).and_then(|(_, text)| text.parse().ok());
            Some(Wish { listing, quantity, seen: seen.filter(|tenge| (0..=Money::MAX_PRICE.whole()).contains(tenge)).map(Money::tenge) })
        }
        _ => {
            form.fail(&format!("q{listing}"), FieldError::new("cart-quantity-wrong").with("max", MOST_PIECES));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(fields: &[(&str, &str)]) -> Option<Vec<(i64, i32)>> {
        let parsed = CartForm::parse(&mut Form::of(fields.to_vec()))?;
        Some(parsed.wishes.into_iter().map(|wish| (wish.listing.0, wish.quantity)).collect())
    }

    #[test]
    fn every_button_sends_all_quantities_and_its_own_change() {
        let rows = [("quantity[1]", "2"), ("quantity[7]", " 3 ")];
        assert_eq!(wishes(&rows), Some(vec![(1, 2), (7, 3)]));
        assert_eq!(wishes(&[rows[0], rows[1], ("step", "7:4")]), Some(vec![(1, 2), (7, 4)]));
        assert_eq!(wishes(&[rows[0], rows[1], ("remove", "1")]), Some(vec![(1, 0), (7, 3)]));
        assert_eq!(wishes(&[rows[0], ("remove", "9")]), Some(vec![(1, 2), (9, 0)]));
    }

    #[test]
    fn nonsense_is_told_at_its_line() {
        for text in ["", "-1", "1000", "99999999999999999999", "два", "1.5"] {
            let mut form = Form::of([("quantity[5]", text)]);
            assert_eq!(CartForm::parse(&mut form), None, "{text}");
            assert!(form.wrong("q5"));
        }
        assert_eq!(wishes(&[("quantity[x]", "1"), ("step", "y:z")]), Some(vec![]));
    }
}
