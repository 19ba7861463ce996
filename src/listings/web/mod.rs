//! The seller's pages about goods.

mod card;
mod category;
mod edit;
mod pick;
mod step;
mod table;
mod today;
mod view;

pub use card::{propose, show as card, variants};
pub use category::{choose as choose_category, show as category};
pub use edit::{create, edit, publish, save};
pub use pick::choose as pick_card;
pub use step::{activate, archive, confirm_delete, copy, delete, pause};
pub use table::{save as save_table, show as table};
pub use today::today;
pub use view::view;
