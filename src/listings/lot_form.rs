//! The table's form: prices and stocks in place, and what to do with the marked rows.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::save::set_stock;
use super::seen::{typed_price, typed_stock, was};
use super::{Listing, Lot, Stock, activate, archive, old_price, pause};
use crate::db::Tx;
use crate::kernel::{ListingId, ShopId, UserId};
use crate::schema::listings;
use crate::web::{FieldError, Form};

/// Rows that one submit may touch.
const MOST: usize = 200;

/// A submit of the table.
#[derive(Debug, Clone)]
pub struct LotsSubmit {
    /// Whose.
    pub shop: ShopId,
    /// Who sends.
    pub user: UserId,
    /// What was typed.
    pub form: Form,
}

/// What became of it.
#[derive(Debug)]
pub struct LotsSaved {
    /// The form with what is wrong; the right rows are saved.
    pub form: Form,
    /// The rows it was about.
    pub lots: Vec<Lot>,
    /// How many marked rows took the step that was pressed.
    pub moved: i64,
}

impl LotsSubmit {
    /// Saves every row that is right, then does what was pressed with the marked ones.
    pub fn run(mut self, tx: &mut Tx<'_>) -> QueryResult<LotsSaved> {
        tx.acting(Some(self.user), "")?;
        let ids = self.ids();
        Stock::lock_own(tx, self.shop, &ids)?;
        let lots = Lot::these(tx, self.shop, &ids)?;
        // in the order of ids, like every hand that takes stock
        for lot in lots.iter().rev().filter(|lot| lot.is_editable()) {
            self.save(tx, lot)?;
        }
        let moved = self.step(tx, &ids)?;
        let lots = Lot::these(tx, self.shop, &ids)?;
        Ok(LotsSaved { form: self.form, lots, moved })
    }

    fn ids(&self) -> Vec<ListingId> {
        let typed = ["price", "quantity"].into_iter().flat_map(|name| self.form.indexed(name)).map(|(row, _)| row);
        let ids: BTreeMap<i64, ()> = typed.chain(self.form.values("listing")).filter_map(|row| Some((row.parse().ok()?, ()))).collect();
        ids.into_keys().rev().take(MOST).map(ListingId).collect()
    }

    fn save(&mut self, tx: &mut Tx<'_>, lot: &Lot) -> QueryResult<()> {
        let (price, quantity) = (format!("price[{}]", lot.id), format!("quantity[{}]", lot.id));
        let strict = lot.is_public();
        if self.form.has(&price)
            && let Some(new) = typed_price(&mut self.form, &price, lot.price, strict)
        {
            let changes = (listings::price.eq(new), listings::updated_at.eq(diesel::dsl::now));
            diesel::update(listings::table.find(lot.id)).set(changes).execute(&mut **tx)?;
            old_price::keep(tx, lot.id)?;
        }
        if self.form.has(&quantity)
            && let Some(new) = typed_stock(&mut self.form, &quantity, lot.on_hand, strict)
            && let Some(reserved) = set_stock(tx, lot.id, new)?
        {
            self.form.set(&was(&quantity), lot.on_hand.to_string());
            self.form.fail(&quantity, FieldError::new("listing-stock-reserved").with("n", reserved));
        }
        Ok(())
    }

    /// Of the rows whose stock is held, those that are marked take the step.
    fn step(&self, tx: &mut Tx<'_>, held: &[ListingId]) -> QueryResult<i64> {
        let step = match self.form.value("do") {
            "pause" => pause,
            "activate" => activate,
            "archive" => archive,
            _ => return Ok(0),
        };
        let marked: BTreeSet<ListingId> = self.form.values("listing").filter_map(|id| id.parse().ok()).collect();
        let mut moved = 0;
        for id in marked.into_iter().filter(|id| held.contains(id)) {
            if let Some(listing) = Listing::locked(tx, id, self.shop).optional()? {
                moved += i64::from(step(tx, listing.id)?);
            }
        }
        Ok(moved)
    }
}
