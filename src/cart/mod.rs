//! What somebody means to buy: carts of users and of guests.

mod add;
mod basket;
mod cart;
mod change;
mod form;
mod join;
mod line;
mod page;
pub mod web;

pub use add::{Added, add};
pub use basket::{Basket, Group};
pub use cart::{Cart, MOST_LINES, MOST_PIECES, Owner};
pub use change::{Wish, change, empty};
pub use join::join;
pub use line::{Line, Trouble};
