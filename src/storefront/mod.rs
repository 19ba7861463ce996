//! The shoppers' face: home, catalogue, search, product, shop, help, and what search engines read.

mod applied;
mod art;
mod browse;
mod choices;
pub mod compare;
mod facts;
mod help;
mod list;
mod look;
mod marks;
pub mod me;
mod page;
mod product;
pub mod recent;
pub mod searches;
mod sight;
mod sitemap;
pub mod web;
