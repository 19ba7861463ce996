//! `/recommendations`: how they come about, what a visitor's own are made from, and the switch.

mod page;
pub mod web;
