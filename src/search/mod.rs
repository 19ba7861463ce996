//! Finding goods. [`find`] is the one door: category, tag, search and shop pages all ask through it.

mod cards;
mod find;
mod predicate;
mod query;
mod tally;

pub use cards::cards;
pub use find::{Hits, find};
pub use query::{LAST_PAGE, PAGE, Query, Sort, Words};
pub use tally::{CAP, Facets, Total, categories};
