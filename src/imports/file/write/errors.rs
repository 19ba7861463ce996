//! The file of what went wrong: the same rows, and what is wrong with each in one more column. Mended, it can be sent again.

use std::io;

use super::super::table::Row;
use super::{Cell, TableWriter};

/// Writes the rows that could not be taken.
pub struct ErrorFile<'a> {
    out: Box<dyn TableWriter + 'a>,
    columns: usize,
}

impl<'a> ErrorFile<'a> {
    /// Begins the file with the header of the original; `title` names the column of errors.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn new(mut out: Box<dyn TableWriter + 'a>, header: &[String], title: &str) -> io::Result<Self> {
        let cells: Vec<Cell<'_>> = header.iter().map(|name| Cell::Text(name)).chain([Cell::Text(title)]).collect();
        out.row(&cells)?;
        Ok(Self { out, columns: header.len() })
    }

    /// Writes a row and what is wrong with it, in the reader's language.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn row(&mut self, row: &Row, said: &str) -> io::Result<()> {
        let cell = |at: usize| Cell::Text(row.cells.get(at).map_or("", String::as_str));
        let cells: Vec<Cell<'_>> = (0..self.columns).map(cell).chain([Cell::Text(said)]).collect();
        self.out.row(&cells)
    }

    /// Ends the file.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn finish(self) -> io::Result<()> {
        self.out.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::super::{Limits, open};
    use super::super::CsvWriter;
    use super::*;

    #[test]
    fn an_error_file_is_a_price_list_again() -> Result<(), Box<dyn std::error::Error>> {
        let mut bytes = Vec::new();
        let mut file = ErrorFile::new(Box::new(CsvWriter::new(&mut bytes)?), &["Название".into(), "Цена".into()], "Ошибки")?;
        file.row(&Row { line: 3, cells: vec!["=Чайник".into(), "?".into()] }, "Цена: укажите число")?;
        file.row(&Row { line: 4, cells: vec![] }, "Файл оборван")?;
        file.finish()?;
        let table = open(Cursor::new(bytes), Limits::default())?;
        assert_eq!(table.header, ["Название", "Цена", "Ошибки"]);
        let rows: Vec<_> = table.rows.flatten().map(|row| row.cells.join("|")).collect();
        assert_eq!(rows, ["=Чайник|?|Цена: укажите число", "||Файл оборван"]);
        Ok(())
    }
}
