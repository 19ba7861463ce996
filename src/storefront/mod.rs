//! The shoppers' face: home, catalogue, search, product, shop, help, and what search engines read.

mod applied;
mod art;
mod browse;
mod choices;
mod facts;
mod help;
mod list;
mod look;
mod marks;
pub mod me;
mod page;
mod product;
mod sight;
mod sitemap;
pub mod web;
