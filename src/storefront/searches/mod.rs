//! Searches that people want to hear of: saved by their address, looked after by a job, told by letters and on the site.

mod address;
mod form;
mod mails;
mod mute;
mod page;
mod saved;
mod watch;
pub mod web;

pub use address::{Place, address};
pub use form::{Frequency, SearchInput};
pub use saved::{MOST, SavedSearch, Saving};
pub use watch::{WatchSearches, due, look};
