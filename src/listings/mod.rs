//! Offers: listings of products with price, stock and photos, and what a shop can do with them.

mod archive;
mod best;
mod bulk;
mod candidate;
mod card;
mod content;
mod copy;
mod decision;
mod delete;
mod desk;
mod draft;
mod dress;
mod expire;
mod form;
mod gaps;
mod listing;
mod lot;
mod lot_form;
pub mod offer_order;
mod old_price;
mod page;
mod parts;
mod pick;
mod proposal;
mod publish;
mod review;
mod save;
mod seen;
mod share;
mod state;
mod stock;
mod submit;
mod tags;
mod today;
mod twin;
mod value;
mod value_form;
mod variants;
mod views;
pub mod web;

pub use archive::{activate, archive, pause};
pub use bulk::{
    Known, LotChange, NewCard, NewLot, OwnCard, SharedCard, change_many, drop_many, known, make_many, publish_many, take_back_many,
    undress, unnumber_many,
};
pub use candidate::Candidate;
pub use card::{CardRow, CardSql, ListingCard};
pub use content::Content;
pub use copy::copy;
pub use decision::Verdict;
pub use delete::delete_draft;
pub use desk::Desk;
pub use draft::{Draft, draft};
pub use dress::{cards, mark, promise};
pub use expire::{ExpireListings, expire};
pub use listing::Listing;
pub use lot::Lot;
pub use old_price::{DAYS as PRICE_DAYS, OldPrice, Stretch, keep as keep_old_price, old_price};
pub use parts::Parts;
pub use pick::{Picked, pick};
pub use proposal::{Change, ChangeState, Decided, Moved, Proposal, TurnLine, Turns};
pub use publish::{LIFETIME_DAYS, publish};
pub use review::{approve, remove, restore, send_back};
pub use save::{ListingInput, Saved};
pub use share::{Shared, hold_offers, merge, share, share_borrowed};
pub use state::{Condition, ListingState};
pub use stock::{Shortage, Stock};
pub use submit::{Button, Submit, Submitted};
pub use twin::Twin;
pub use value::Value;
pub use variants::{Linked, Variant, link, link_own, unlink};
pub use views::Views;

/// A photo as pages show it.
pub type PhotoRef = crate::photos::PhotoRef;
