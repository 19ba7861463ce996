//! Finding goods. [`find`] is the one door: category, tag, search and shop pages all ask through it.
//!
//! PostgreSQL holds the truth; each node keeps an index of what is on sale in a folder of its own ([`Search`]), fed by the change log that
//! triggers write in the transaction of each change. The index can be deleted at any time and is built again.

mod asked;
mod cards;
mod changes;
mod documents;
pub mod engine;
mod find;
mod node;
mod query;
mod synonyms;

pub use asked::AskedWords;
pub use cards::{Newest, arrivals, newest};
pub use engine::found::{Prices, RATINGS};
pub use engine::{Facets, Found, Said, Why};
pub use find::{Hits, count, find, is_barren, unfiltered};
pub use node::{Search, SearchError, Standing};
pub use query::{Chosen, LAST_PAGE, PAGE, Query, Range, Sort, Words, home};
pub use synonyms::{NoSynonyms, Synonyms, SynonymsRow};
