//! The table of a shop's goods.

use std::collections::HashMap;

use askama::Template;
use serde::Deserialize;

use crate::kernel::ListingId;
use crate::listings::ListingState;
use crate::listings::lot::{Lot, LotQuery};
use crate::listings::seen::{price_text, shown};
use crate::web::{Form, clean, filters};

/// Which rows of the table are asked for, as the address says it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct LotsAsked {
    #[serde(default)]
    state: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    all: String,
}

impl LotsAsked {
    /// In types; what cannot be read is not asked for.
    pub fn query(&self) -> LotQuery {
        LotQuery { state: self.state.parse().ok(), words: self.words(), after: self.after.parse().ok() }
    }

    /// The page's own address.
    pub fn path(&self) -> String {
        let after = if self.after.is_empty() { String::new() } else { format!("after={}", self.query().after.unwrap_or_default()) };
        self.with(&after)
    }

    fn words(&self) -> String {
        clean(&self.q).trim().chars().take(80).collect()
    }

    fn with(&self, more: &str) -> String {
        let mut pairs = Vec::new();
        pairs.extend(self.query().state.map(|state| format!("state={}", state.as_str())));
        if !self.words().is_empty() {
            pairs.extend(serde_html_form::to_string([("q", self.words())]));
        }
        if !more.is_empty() {
            pairs.push(more.to_owned());
        }
        if pairs.is_empty() { "/sell/listings".to_owned() } else { format!("/sell/listings?{}", pairs.join("&")) }
    }
}

/// The table.
#[derive(Template)]
#[template(path = "listings/table.html")]
pub struct Table {
    /// What was typed in place; empty: what is stored is shown.
    pub form: Form,
    /// The rows.
    pub lots: Vec<Lot>,
    /// Where the next page starts.
    pub next: Option<i64>,
    /// Listings by state.
    pub counts: HashMap<ListingState, i64>,
    /// What was asked for.
    pub asked: LotsAsked,
}

impl Table {
    const TABS: [ListingState; 8] = [
        ListingState::Active,
        ListingState::Draft,
        ListingState::PendingReview,
        ListingState::Rejected,
        ListingState::Paused,
        ListingState::Expired,
        ListingState::Archived,
        ListingState::Removed,
    ];

    fn tabs(&self) -> Vec<(ListingState, i64, bool)> {
        let count = |state: &ListingState| self.counts.get(state).copied().unwrap_or_default();
        let on = |state: &ListingState| self.asked.query().state == Some(*state);
        Self::TABS.iter().map(|state| (*state, count(state), on(state))).filter(|(_, n, on)| *n > 0 || *on).collect()
    }

    fn all(&self) -> i64 {
        self.counts.iter().filter(|(state, _)| **state != ListingState::Archived).map(|(_, n)| n).sum()
    }

    fn is_everything(&self) -> bool {
        self.asked.query().state.is_none()
    }

    fn is_empty(&self) -> bool {
        self.counts.values().sum::<i64>() == 0
    }

    fn words(&self) -> String {
        self.asked.words()
    }

    fn state(&self) -> &'static str {
        self.asked.query().state.map_or("", ListingState::as_str)
    }

    fn here(&self) -> String {
        self.asked.path()
    }

    fn mark_all(&self) -> String {
        self.asked.with("all=1")
    }

    fn first(&self) -> String {
        if self.asked.after.is_empty() { String::new() } else { self.asked.with("") }
    }

    fn onwards(&self) -> String {
        self.next.map(|after| self.asked.with(&format!("after={after}"))).unwrap_or_default()
    }

    fn is_marked(&self, id: &ListingId) -> bool {
        self.asked.all == "1" || self.form.chosen("listing", &id.to_string())
    }

    /// What stands in a row's field: what was typed, else what is stored.
    fn price(&self, lot: &Lot) -> String {
        let name = format!("price[{}]", lot.id);
        if self.form.has(&name) { self.form.value(&name).to_owned() } else { price_text(lot.price) }
    }

    fn quantity(&self, lot: &Lot) -> String {
        let name = format!("quantity[{}]", lot.id);
        if self.form.has(&name) { self.form.value(&name).to_owned() } else { lot.on_hand.to_string() }
    }

    /// What a row's field showed: only what differs from it was typed.
    fn was_price(&self, lot: &Lot) -> String {
        shown(&self.form, &format!("price[{}]", lot.id), price_text(lot.price))
    }

    fn was_quantity(&self, lot: &Lot) -> String {
        shown(&self.form, &format!("quantity[{}]", lot.id), lot.on_hand.to_string())
    }
}
