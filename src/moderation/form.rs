//! From what was typed to what is meant.

use super::report::{About, Complaint, ReportReason};
use super::{Reason, Ruling};
use crate::kernel::{ListingId, ShopId};
use crate::search::{NoSynonyms, Synonyms};
use crate::web::{FieldError, Form};

/// The longest note.
const NOTE: usize = 500;
/// The longest complaint.
const COMPLAINT: usize = 1000;

impl Ruling {
    /// Which button was pressed; sending back needs a reason, and "something else" needs words. Enter presses none.
    pub fn parse(form: &mut Form) -> Option<Self> {
        match form.value("decision") {
            "approve" => Some(Self::Approve),
            "skip" => Some(Self::Skip),
            "reject" => parse_why(form).map(|(reason, note)| Self::Reject(reason, note)),
            _ => {
                form.fail("", FieldError::new("moderation-no-decision"));
                None
            }
        }
    }
}

/// A reason and a note to the seller.
pub(super) fn parse_why(form: &mut Form) -> Option<(Reason, String)> {
    let reason = form.parse("reason", |text| text.parse::<Reason>().map_err(|()| FieldError::new("moderation-no-reason")));
    let shortest = usize::from(reason == Some(Reason::Other));
    let note = form.text("note", shortest, NOTE, "moderation-no-note");
    reason.zip(note)
}

/// A note that must be there.
pub(super) fn parse_note(form: &mut Form) -> Option<String> {
    form.text("note", 1, NOTE, "moderation-no-note")
}

/// A note that may be empty.
pub(super) fn parse_maybe_note(form: &mut Form) -> Option<String> {
    form.text("note", 0, NOTE, "moderation-no-note")
}

/// Words that mean the same, from the field `words`.
pub(super) fn parse_synonyms(form: &mut Form) -> Option<Synonyms> {
    form.parse("words", |text| {
        Synonyms::parse(text).map_err(|why| match why {
            NoSynonyms::TooFew => FieldError::new("moderation-synonyms-few"),
            NoSynonyms::TooMany => FieldError::new("moderation-synonyms-many").with("most", Synonyms::MOST as i64),
            NoSynonyms::Strange => FieldError::new("moderation-synonyms-strange").with("longest", Synonyms::LONGEST as i64),
        })
    })
}

/// What a complaint is about, from a form or a query; nothing when neither names a thing, or both do.
pub(super) fn about(listing: &str, shop: &str) -> Option<About> {
    match (listing.parse().map(ListingId), shop.parse().map(ShopId)) {
        (Ok(listing), Err(_)) => Some(About::Listing(listing)),
        (Err(_), Ok(shop)) => Some(About::Shop(shop)),
        _ => None,
    }
}

impl Complaint {
    /// A complaint about a thing: a reason, and words when the reason says nothing.
    pub fn parse(form: &mut Form, about: About) -> Option<Self> {
        let reason = form.parse("reason", |text| text.parse::<ReportReason>().map_err(|()| FieldError::new("moderation-report-no-reason")));
        let shortest = usize::from(reason == Some(ReportReason::Other));
        let text = form.text("text", shortest, COMPLAINT, "moderation-report-no-text");
        Some(Self { about, reason: reason?, text: text? })
    }
}
