//! Who sells: shops, their members, their terms of delivery.

mod delivery;
mod edit;
mod form;
mod open;
mod page;
mod shop;
mod terms_form;
pub mod web;

pub use delivery::{Terms, Way, set_terms};
pub use edit::EditShop;
pub use form::parse_city;
pub use open::{OpenError, OpenShop};
pub use shop::{Shop, ShopKind, ShopState};
