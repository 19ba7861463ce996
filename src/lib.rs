//! Samal: a marketplace that works in a plain browser, without a line of JavaScript.
//!
//! Rooms stand on floors and import downstairs only; ARCHITECTURE.md is the map, `tests/shop/architecture.rs` keeps it true.

pub mod config;
pub mod db;
pub mod events;
pub mod i18n;
pub mod jobs;
pub mod kernel;
pub mod mail;
pub mod schema;
pub mod storage;
pub mod web;
