//! The shoppers' face: home, catalogue, search, product, shop, help, and what search engines read.

mod applied;
mod art;
mod browse;
mod choices;
pub mod compare;
mod facts;
mod help;
mod home;
mod kin;
mod list;
mod look;
pub mod me;
mod page;
mod price_history;
mod product;
mod rank;
pub mod recent;
pub mod recommended;
pub mod searches;
mod sight;
mod sitemap;
mod successor;
mod variants;
pub mod web;
