//! What a person looked at: for guests in a signed cookie, for people with an account buffered in memory and written by a timer.

mod keep;
mod views;
pub mod web;

pub use keep::{join, looked_at, note, own};
pub use views::RecentViews;
