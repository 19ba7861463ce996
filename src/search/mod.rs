//! Finding goods. [`find`] is the one door: category, tag, search and shop pages all ask through it.

mod find;
mod predicate;
mod query;
mod ranked;
mod tally;

pub use find::{Hits, cards, find};
pub use query::{LAST_PAGE, PAGE, Query, Sort, Words};
pub use tally::{CAP, Facets, Total, categories};
