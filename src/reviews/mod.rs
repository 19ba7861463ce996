//! What buyers think of what they received: stars for each line of an order, and for its shop. The sums stand beside what is rated.

mod hindrance;
mod opinion;
mod page;
mod rate;
mod stars;
mod sums;
pub mod web;

pub use hindrance::Hindrance;
pub use opinion::Opinion;
pub use rate::{Refusal, rate};
pub use stars::Stars;
