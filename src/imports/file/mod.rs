//! Price lists in and out, without a database.
//!
//! [`open`] looks at a file and gives a [`Table`]: a header, and rows one at a time with flat memory, whatever the file is (CSV, XLSX,
//! YML). [`guess`] says which column is what, [`Draft::parse`] makes a listing's draft of a row or tells everything wrong with it.
//! The other way round there are [`CsvWriter`], [`XlsxWriter`], [`ErrorFile`] and [`YmlWriter`]; [`Photos`] finds pictures in a ZIP.
//!
//! Files come from strangers. Nothing is fetched, nothing is written by a name from a file, entities are refused, and whatever a
//! file says about its own size is not believed. A file that is refused says so by a [`Refusal`], a row that is wrong by a
//! [`RowError`], and the rows behind it go on.

mod archive;
mod columns;
mod csv;
mod decode;
mod draft;
mod error;
mod limits;
mod list;
mod number;
mod open;
mod photos;
mod price;
mod table;
mod window;
mod words;
mod write;
mod xlsx;
mod xml;
mod yml;

pub use columns::{Column, Field, guess};
pub use draft::Draft;
pub use error::{Arg, Problem, Refusal, RowError};
pub use limits::Limits;
pub use open::{Kind, kind, open};
pub use photos::Photos;
pub use table::{Row, Rows, Table};
pub use window::Source;
pub use words::tidy;
pub use write::{Cell, CsvWriter, ErrorFile, TableWriter, XlsxWriter};
pub use yml::{Feed, Offer, YmlWriter};
