//! Shops, listings, photos.
