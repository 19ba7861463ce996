//! The seller's pages about goods.

mod category;
mod edit;
mod overview;
mod propose;
mod table;
mod view;

pub use category::Category;
pub use edit::{Edit, filled};
pub use overview::Overview;
pub use propose::Propose;
pub use table::{LotsAsked, Table};
pub use view::{Delete, View};
