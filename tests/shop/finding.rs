//! Finding: home, catalogue, tags, search, product, shop, help, and what search engines read.

mod any_text;
mod engine;
mod judged;
mod lists;
mod machines;
mod product;
mod search;
mod words;

use crate::support::{House, Visitor};

/// How many statements a page costs. The node's own timers may fall into one measurement, not into three.
pub async fn cost(house: &House, visitor: &Visitor, path: &str) -> u64 {
    let mut least = u64::MAX;
    for _ in 0..3 {
        least = least.min(house.statements(visitor.get(path)).await);
    }
    least
}
