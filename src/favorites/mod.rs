//! Favourites: lists of what people may buy one day, shared by secret links, watched for prices and stock.

mod add;
mod form;
mod goods;
mod list;
pub mod mails;
mod mute;
mod organise;
mod page;
mod share;
mod watch;
pub mod web;

pub use add::{Added, MOST, add, remove};
pub use form::ListInput;
pub use goods::{Goods, PAGE};
pub use list::FavoriteList;
pub use mute::mute;
pub use organise::{MOST_LISTS, create, delete, drop_from, make_default, move_to, save};
pub use share::{share, unshare};
pub use watch::{WatchFavorites, watch};
