//! Offers: listings of products with price, stock and photos, and what a shop can do with them.

mod card;
mod photo;
mod state;
mod stock;

pub use card::{CardRow, ListingCard};
pub use photo::PhotoRef;
pub use state::{Condition, ListingState};
pub use stock::{Shortage, Stock};
