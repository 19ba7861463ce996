//! From a cart to a purchase: quote, form, placing.

mod desk;
mod form;
mod page;
mod place;
mod quote;
pub mod web;

pub use place::{NotPlaced, PlaceOrder, place};
pub use quote::{Parcel, Quote, Share};
