//! What may please: goods like one another, goods bought together, goods for a visitor, goods that a town buys.
//!
//! A job learns from purchases, favourites and looks ([`model`], pure) and replaces what the pages read. Goods that nobody had yet are
//! compared by what they are (`alike`), at the moment they are shown. Who switched it off, or began afresh, is not read;
//! who switched it off is shown no block of it either.

mod alike;
mod basket;
mod beside;
mod events;
mod job;
pub mod model;
mod offered;
mod own;
mod please;
mod retrain;
mod store;
mod switch;

pub use basket::with_basket;
pub use beside::{Beside, Place};
pub use job::TrainRecommendations;
pub use own::{Deed, Own, Trace};
pub use please::{Asked, Because, Pleasing};
pub use retrain::{Learnt, NEIGHBOURS, NotTrained, retrain};
pub use switch::{Standing, Wish};
