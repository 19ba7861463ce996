//! The shoppers' face: home, catalogue, search, product, shop, help, and what search engines read.

mod art;
mod browse;
mod facts;
mod help;
mod kin;
mod list;
mod look;
mod marks;
pub mod me;
mod page;
mod price_history;
mod product;
mod rank;
mod sight;
mod sitemap;
mod successor;
mod variants;
pub mod web;
