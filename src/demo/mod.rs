//! The demo marketplace, made through the same verbs that the pages call.

mod dice;
pub mod draw;
