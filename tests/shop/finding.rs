//! Finding: home, catalogue, tags, search, product, shop, help, and what search engines read.

mod lists;
mod machines;
mod product;
mod search;
