//! The pages about the shop itself.

use std::sync::Arc;

use askama::Template;

use super::terms_form::{FIELDS, WayFields};
use super::{Shop, ShopKind, ShopState};
use crate::catalog::Catalog;
use crate::photos::{Photo, PhotoRef, PhotoState};
use crate::web::{Form, filters};

/// Become a seller.
#[derive(Template)]
#[template(path = "shops/open.html")]
pub struct Open {
    /// What was typed.
    pub form: Form,
    /// Towns.
    pub catalog: Arc<Catalog>,
}

/// The shop's own settings.
#[derive(Template)]
#[template(path = "shops/edit.html")]
pub struct Edit {
    /// What was typed.
    pub form: Form,
    /// The shop.
    pub shop: Shop,
    /// The sign that is being made, or that could not be.
    pub waiting: Option<Photo>,
    /// Towns.
    pub catalog: Arc<Catalog>,
}

impl Edit {
    fn ways(&self) -> &'static [WayFields] {
        &FIELDS
    }

    fn sign(&self) -> Option<PhotoRef> {
        self.shop.logo_id.map(PhotoRef::ready)
    }

    fn is_suspended(&self) -> bool {
        self.shop.state == ShopState::Suspended
    }

    fn processing(&self) -> bool {
        self.waiting.as_ref().is_some_and(|photo| photo.state == PhotoState::Processing)
    }
}
