//! What somebody means to buy: carts of users and of guests.

mod add;
mod basket;
mod change;
mod form;
mod join;
mod line;
mod owner;
mod page;
pub mod web;

pub use add::{Added, add};
pub use basket::{Basket, Group};
pub use change::{Wish, change, empty};
pub use join::join;
pub use line::{Line, Trouble};
pub use owner::{Cart, MOST_LINES, MOST_PIECES, Owner};
