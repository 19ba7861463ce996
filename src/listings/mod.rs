//! Offers: listings of products with price, stock and photos, and what a shop can do with them.

mod archive;
mod best;
mod card;
mod content;
mod copy;
mod decision;
mod delete;
mod desk;
mod draft;
mod expire;
mod form;
mod gaps;
mod listing;
mod lot;
mod lot_form;
mod page;
mod publish;
mod review;
mod save;
mod state;
mod stock;
mod submit;
mod tags;
mod today;
mod value;
mod value_form;
mod views;
pub mod web;

pub use archive::{activate, archive, pause};
pub use card::{CardRow, ListingCard};
pub use content::Content;
pub use copy::copy;
pub use decision::Verdict;
pub use delete::delete_draft;
pub use desk::Desk;
pub use draft::{Draft, draft};
pub use expire::{ExpireListings, expire};
pub use listing::Listing;
pub use lot::Lot;
pub use publish::{LIFETIME_DAYS, publish};
pub use review::{approve, remove, restore, send_back};
pub use save::{ListingInput, Saved};
pub use state::{Condition, ListingState};
pub use stock::{Shortage, Stock};
pub use submit::{Button, Submit, Submitted};
pub use value::Value;
pub use views::Views;

/// A photo as pages show it.
pub type PhotoRef = crate::photos::PhotoRef;
