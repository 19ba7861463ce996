//! Up to four products side by side, kept in a signed cookie: no row is written for it.

mod kin;
mod page;
mod table;
pub mod web;
