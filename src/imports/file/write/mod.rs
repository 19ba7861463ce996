//! Tables out: one row at a time, nothing held.

mod csv;
mod errors;
mod xlsx;

use std::io;

pub use csv::CsvWriter;
pub use errors::ErrorFile;
pub use xlsx::XlsxWriter;

/// One cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Text. It stays text: no spreadsheet takes it for a formula.
    Text(&'a str),
    /// A whole number.
    Number(i64),
}

/// Writes a table.
pub trait TableWriter {
    /// Writes one row.
    ///
    /// # Errors
    /// When the file cannot be written, or holds no more rows.
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()>;

    /// Writes what belongs behind the last row. Without it the file is not whole.
    ///
    /// # Errors
    /// When the file cannot be written.
    fn finish(self: Box<Self>) -> io::Result<()>;
}
