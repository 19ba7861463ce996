//! Samal: a marketplace that works in a plain browser, without a line of JavaScript.
//!
//! Rooms stand on floors and import downstairs only; ARCHITECTURE.md is the map, `tests/shop/architecture.rs` keeps it true.

pub mod accounts;
pub mod app;
pub mod cart;
pub mod catalog;
pub mod checkout;
pub mod config;
pub mod db;
pub mod demo;
pub mod events;
pub mod favorites;
pub mod health;
pub mod i18n;
pub mod imports;
pub mod jobs;
pub mod kernel;
pub mod listings;
pub mod mail;
pub mod moderation;
pub mod orders;
pub mod payments;
pub mod photos;
pub mod recommendations;
pub mod reviews;
pub mod routes;
pub mod schema;
pub mod search;
pub mod shops;
pub mod storage;
pub mod storefront;
pub mod web;
pub mod worker;
