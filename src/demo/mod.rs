//! The demo marketplace, made through the same verbs that the pages call.

mod cards;
mod data;
mod dates;
mod dice;
mod draw;
mod error;
mod goods;
mod load;
mod people;
mod photos;
mod reviews;
mod sales;
mod sellers;
mod stars;
mod wishes;

pub use error::DemoError;
pub use load::{Loaded, is_loaded, load};
pub use people::{ACCOUNTS, PASSWORD};
pub use photos::{DemoCovers, DemoPhotos, DemoSign, cover, hang, sign};
