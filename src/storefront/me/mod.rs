//! The person's own pages that touch every room: overview, download and deletion of their data, the nightly sweep.

mod data;
mod leave;
mod overview;
mod page;
mod sweep;
pub mod web;

pub use leave::{Obstacles, leave};
pub use sweep::Sweep;
