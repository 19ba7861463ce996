//! Offers: listings of products with price, stock and photos, and what a shop can do with them.

mod archive;
mod card;
mod content;
mod document;
mod draft;
mod expire;
mod listing;
mod publish;
mod review;
mod save;
mod state;
mod stock;
mod tags;
mod value;
mod views;

pub use archive::{activate, archive, pause};
pub use card::{CardRow, ListingCard};
pub use content::Content;
pub use document::set_document;
pub use draft::{Draft, draft};
pub use expire::{ExpireListings, expire};
pub use listing::Listing;
pub use publish::{LIFETIME_DAYS, publish};
pub use review::{approve, remove, restore, send_back};
pub use save::{ListingInput, Saved};
pub use state::{Condition, ListingState};
pub use stock::{Shortage, Stock};
pub use value::Value;
pub use views::Views;

/// A photo as pages show it.
pub type PhotoRef = crate::photos::PhotoRef;
