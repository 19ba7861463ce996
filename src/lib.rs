//! Samal: a marketplace that works in a plain browser, without a line of JavaScript.
//!
//! Rooms stand on floors and import downstairs only; ARCHITECTURE.md is the map, `tests/shop/architecture.rs` keeps it true.

pub mod app;
pub mod catalog;
pub mod config;
pub mod db;
pub mod events;
pub mod health;
pub mod i18n;
pub mod jobs;
pub mod kernel;
pub mod mail;
pub mod routes;
pub mod schema;
pub mod storage;
pub mod web;
pub mod worker;
