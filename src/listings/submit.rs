//! One submit of a listing's form: first everything that was filled in and chosen is saved, then the pressed button is obeyed.

use std::sync::Arc;

use super::save::content_changed;
use super::seen::was;
use super::{Desk, Listing, ListingInput, ListingState, publish};
use crate::catalog::Catalog;
use crate::db::Tx;
use crate::i18n::Lang;
use crate::kernel::{ListingId, PhotoId, ShopId, UserId};
use crate::photos::{self, PhotoMove, Taken};
use crate::shops::ShopState;
use crate::web::{FieldError, Form};

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// Keep it.
    Save,
    /// Keep the chosen photos.
    Upload,
    /// Show it as buyers will see it.
    Preview,
    /// Choose another category.
    Category,
    /// Put it on sale.
    Publish,
    /// Move a photo.
    Move(PhotoId, PhotoMove),
    /// Take a photo away.
    Drop(PhotoId),
}

/// A submit, ready to be run (and run again).
#[derive(Debug, Clone)]
pub struct Submit {
    /// Which listing.
    pub listing: ListingId,
    /// Whose.
    pub shop: ShopId,
    /// Who sends.
    pub user: UserId,
    /// What was typed.
    pub form: Form,
    /// Files that were taken in.
    pub files: Vec<Taken>,
    /// The reference data.
    pub catalog: Arc<Catalog>,
    /// The page's language.
    pub lang: Lang,
}

/// What became of it.
#[derive(Debug)]
pub enum Submitted {
    /// Something has to be put right; the rest is saved.
    Again(Form, Box<Desk>),
    /// Done; whether a moderator looks first.
    Done(Button, ListingState),
    /// It was put away or taken off meanwhile.
    Closed,
}

impl Button {
    /// What the form says was pressed; Enter saves.
    pub fn of(form: &Form) -> Self {
        match (form.value("do"), form.value("photo").split_once('-')) {
            (_, Some((word, id))) => Self::of_photo(word, id).unwrap_or(Self::Save),
            ("upload", _) => Self::Upload,
            ("preview", _) => Self::Preview,
            ("category", _) => Self::Category,
            ("publish", _) => Self::Publish,
            _ => Self::Save,
        }
    }

    fn of_photo(word: &str, id: &str) -> Option<Self> {
        let id = PhotoId(id.parse().ok()?);
        Some(match word {
            "left" => Self::Move(id, PhotoMove::Left),
            "right" => Self::Move(id, PhotoMove::Right),
            "first" => Self::Move(id, PhotoMove::First),
            "del" => Self::Drop(id),
            _ => return None,
        })
    }
}

impl Submit {
    /// Saves, then obeys.
    pub fn run(mut self, tx: &mut Tx<'_>) -> diesel::QueryResult<Submitted> {
        tx.acting(Some(self.user), "")?;
        let listing = Listing::locked(tx, self.listing, self.shop)?;
        let desk = Desk::read(tx, self.listing, self.shop)?;
        if !desk.is_editable() {
            return Ok(Submitted::Closed);
        }
        let button = Button::of(&self.form);
        if desk.is_own() {
            self.keep_files(tx, &listing)?;
        }
        self.change(tx, &desk, button)?;
        let mut desk = Desk::read(tx, self.listing, self.shop)?;
        if button == Button::Publish {
            self.put_on_sale(tx, &mut desk)?;
        }
        match self.form.has_errors() {
            true => Ok(Submitted::Again(self.form, Box::new(desk))),
            false => Ok(Submitted::Done(button, desk.listing.state)),
        }
    }

    /// Saves and obeys, unless a listing that buyers see would lack something by it: then none of it is done.
    fn change(&mut self, tx: &mut Tx<'_>, desk: &Desk, button: Button) -> diesel::QueryResult<()> {
        let typed = self.form.clone();
        let done = tx.attempt(|tx| {
            self.save(tx, desk)?;
            if desk.is_own() {
                self.obey(tx, &desk.listing, button)?;
            }
            let lost = Desk::read(tx, self.listing, self.shop)?.lost(desk, &self.catalog, self.lang);
            if lost.is_empty() {
                return Ok(());
            }
            lost.into_iter().for_each(|(field, gap)| self.form.fail(&field, gap));
            Err(diesel::result::Error::RollbackTransaction)
        });
        if done?.is_none() {
            let told = std::mem::replace(&mut self.form, typed);
            let before = self.form.summary().len();
            told.summary()[before..].iter().for_each(|(field, error)| self.form.fail(field, error.clone()));
        }
        Ok(())
    }

    fn save(&mut self, tx: &mut Tx<'_>, desk: &Desk) -> diesel::QueryResult<()> {
        let input = ListingInput::parse(&mut self.form, desk, &self.catalog, self.lang);
        let saved = input.save(tx, &desk.listing, &self.catalog)?;
        if let Some(reserved) = saved.reserved {
            self.form.set(&was("quantity"), desk.stock.on_hand.to_string());
            self.form.fail("quantity", FieldError::new("listing-stock-reserved").with("n", reserved));
        }
        Ok(())
    }

    fn keep_files(&mut self, tx: &mut Tx<'_>, listing: &Listing) -> diesel::QueryResult<()> {
        if self.files.is_empty() {
            return Ok(());
        }
        let kept = photos::add(tx, listing.product_id, self.shop, &self.files)?;
        for (id, name, refusal) in kept.refused {
            self.form.fail(&format!("photo-{id}"), FieldError::new(refusal.key()).with("name", name));
        }
        if kept.accepted > 0 {
            content_changed(tx, listing)?;
        }
        Ok(())
    }

    fn obey(&self, tx: &mut Tx<'_>, listing: &Listing, button: Button) -> diesel::QueryResult<()> {
        match button {
            Button::Move(photo, to) => photos::arrange(tx, listing.product_id, photo, to),
            Button::Drop(photo) => photos::remove(tx, listing.product_id, photo),
            _ => Ok(()),
        }
    }

    /// Publishes what is complete; what is missing is told at its field.
    fn put_on_sale(&mut self, tx: &mut Tx<'_>, desk: &mut Desk) -> diesel::QueryResult<()> {
        if desk.shop.state != ShopState::Open {
            self.form.fail("", FieldError::new("shop-suspended"));
        }
        for (field, gap) in desk.gaps(&self.catalog, self.lang) {
            if !self.form.wrong(&field) {
                self.form.fail(&field, gap);
            }
        }
        if !self.form.has_errors() {
            desk.listing.state = publish(tx, self.listing, Some(self.user))?;
        }
        Ok(())
    }
}
