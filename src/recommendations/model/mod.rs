//! The model, without a database: events in, rows of neighbours out; own events and rows in, ranked goods out.
//!
//! * [`train`] learns from everybody's [`Event`]s how strongly one good speaks for another: exactly for the goods most bought
//!   (EASE, `ease`), for the rest from their nearest neighbours only (`local`), both with the same weighting by recency.
//! * [`Model::rows`] gives what a table keeps (item, neighbour, score). [`Neighbours`] ranks from such rows, [`Model::rank`] from all.
//! * [`Together`] counts what lies in one basket, [`Popular`] what a city buys: for new people and new goods.
//!
//! A person is known here by own events alone. Leave them out of the next training and nothing of that person is left.

mod counts;
mod ease;
mod event;
mod inverse;
mod local;
mod model;
mod neighbours;
mod popular;
mod rank;
mod settings;
mod small;
mod threads;
mod together;
mod train;

pub use event::{Event, without};
pub use inverse::NotPositive;
pub use model::Model;
pub use neighbours::{Neighbour, Neighbours};
pub use popular::Popular;
pub use rank::{Suggestion, fill};
pub use settings::Settings;
pub use together::Together;
pub use train::train;
