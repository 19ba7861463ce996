//! The roof over the rooms: builds the shared state, the server and its timers, and hands down what lower rooms need from upper ones.

mod migrate;
mod serve;
mod visitor;

pub use migrate::migrate;
pub use serve::{App, keep, serve};
