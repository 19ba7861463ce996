//! Who sells: shops, their members, their terms of delivery.

mod delivery;
mod open;
mod shop;

pub use delivery::{Terms, Way, set_terms};
pub use open::{OpenError, OpenShop};
pub use shop::{Shop, ShopKind, ShopState};
