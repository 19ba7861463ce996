//! Shops, listings, photos.

mod files;
mod listing;
mod photos;
mod shop;
mod table;
