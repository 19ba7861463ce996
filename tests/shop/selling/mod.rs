//! Shops, listings, photos.

pub mod files;
mod listing;
mod photos;
mod shop;
mod table;
