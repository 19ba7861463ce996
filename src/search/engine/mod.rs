//! The search engine: an index of product cards in a folder, and questions to it.
//!
//! The index is a cache: it can be deleted and rebuilt at any time. [`Writer`] applies changes and commits them with the position of the
//! change log; [`Index::find`] answers an [`Ask`] with a [`Found`].

pub mod analyse;
pub mod ask;
pub mod doc;
pub mod error;
pub mod formula;
pub mod found;
pub mod index;
pub mod latent;
pub mod level;
pub mod quick;
pub mod rarity;
pub mod row;
pub mod rows;
pub mod run;
pub mod schema;
pub mod suggest;
pub mod text;
pub mod view;
pub mod weigh;
pub mod words;
pub mod writer;

pub use ask::{Ask, Count, Filters, Home, Place, Sort};
pub use doc::{Doc, Offer, Ways, choice};
pub use error::{Error, Result};
pub use found::{Facets, Found, Hit, How, Said, Why};
pub use index::Index;
pub use suggest::Suggestions;
pub use writer::{Change, Writer};
