//! Who sells: shops, their members, their terms of delivery.

mod delivery;
mod shop;

pub use delivery::{Terms, Way};
pub use shop::{Shop, ShopKind, ShopState};
