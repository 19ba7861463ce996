//! Price lists of shops: taken in by a wizard or by the command line, checked row by row, carried out, undone; and lists going out: exports and feeds.

mod check;
mod chunk;
mod command;
mod errors;
mod export;
mod feed;
pub mod file;
mod form;
mod goods;
mod habits;
mod home;
mod import;
mod items;
mod job;
mod matching;
mod page;
mod places;
mod plan;
mod receive;
mod run;
mod state;
mod sweep;
mod tally;
mod undo;
pub mod web;
mod work;

pub use check::check;
pub use command::{Order, Outcome, command};
pub use export::{TableFile, write_table};
pub use home::Home;
pub use job::{CheckImport, RunImport, SweepImports, UndoImport};
pub use run::run;
pub use sweep::sweep;
pub use undo::undo;
