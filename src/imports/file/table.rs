//! A price list as a table: a header and rows, one at a time.

use super::error::{Problem, Refusal, RowError};
use super::limits::Limits;

/// The header stands within the first so many rows; above it may be a title or an address.
const TITLES: usize = 20;

/// One row of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Where it stands: the line of a text file, the row of a sheet, the place among the offers of a YML.
    pub line: u64,
    /// Its cells, trimmed; as many as the header has.
    pub cells: Vec<String>,
}

impl Row {
    /// Whether nothing is written in it.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}

/// The rows of a file, read as they are asked for.
pub type Rows = Box<dyn Iterator<Item = Result<Row, RowError>> + Send>;

/// A file that was opened.
pub struct Table {
    /// The names of the columns.
    pub header: Vec<String>,
    /// What stands below.
    pub rows: Rows,
}

impl Table {
    /// Finds the header and leaves the rows below it.
    pub(super) fn headed(mut rows: impl Iterator<Item = Result<Row, RowError>> + Send + 'static, limits: Limits) -> Result<Self, Refusal> {
        for row in rows.by_ref().take(TITLES) {
            let row = match row {
                Ok(row) => row,
                Err(error) if error.stops => return Err(error.refusal()),
                Err(_) => continue,
            };
            if row.cells.iter().filter(|cell| !cell.is_empty()).count() >= 2 {
                let header = trimmed(row.cells);
                if header.len() > limits.columns {
                    return Err(Refusal::TooLarge);
                }
                let columns = header.len();
                return Ok(Self { header, rows: Box::new(Body { rows, columns, left: limits.rows, over: false }) });
            }
        }
        Err(Refusal::NoHeader)
    }
}

fn trimmed(mut cells: Vec<String>) -> Vec<String> {
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}

impl RowError {
    /// Why reading stopped, for a file that stops before its header.
    fn refusal(&self) -> Refusal {
        let all = [Refusal::Bomb, Refusal::TooLarge, Refusal::Entities, Refusal::TooDeep, Refusal::Unreadable, Refusal::Protected];
        all.into_iter().find(|refusal| refusal.key() == self.problem.key).unwrap_or(Refusal::Broken)
    }
}

/// The rows below the header: empty ones skipped, all of the header's width, counted.
struct Body<R> {
    rows: R,
    columns: usize,
    left: u64,
    over: bool,
}

impl<R: Iterator<Item = Result<Row, RowError>>> Iterator for Body<R> {
    type Item = Result<Row, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.over {
            let row = self.rows.next()?;
            let line = row.as_ref().map_or_else(|error| error.row.line, |row| row.line);
            if self.left == 0 {
                self.over = true;
                return Some(Err(RowError::end(line, Refusal::TooLarge)));
            }
            self.left -= 1;
            match row {
                Ok(row) if row.is_empty() => {}
                Ok(row) => return Some(self.fit(row)),
                Err(error) => {
                    self.over = error.stops;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}

impl<R> Body<R> {
    fn fit(&self, mut row: Row) -> Result<Row, RowError> {
        if row.cells.len() > self.columns {
            row.cells = trimmed(row.cells);
        }
        if row.cells.len() > self.columns {
            let problem = Problem::new("import-row-wide").with("max", self.columns).with("now", row.cells.len());
            return Err(RowError::broken(row, problem));
        }
        row.cells.resize(self.columns, String::new());
        Ok(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]], limits: Limits) -> Result<Table, Refusal> {
        let rows: Vec<_> =
            (1..).zip(rows).map(|(line, cells)| Ok(Row { line, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() })).collect();
        Table::headed(rows.into_iter(), limits)
    }

    #[test]
    fn the_header_is_found_below_a_title_and_rows_get_its_width() -> Result<(), Refusal> {
        let table = table(
            &[&["Price list"], &[], &["Name", "Price", ""], &["a"], &["", ""], &["b", "1", "", ""], &["c", "2", "x"]],
            Limits::default(),
        )?;
        assert_eq!(table.header, ["Name", "Price"]);
        let rows: Vec<_> = table.rows.map(|row| row.map(|row| (row.line, row.cells.len())).map_err(|error| error.problem.key)).collect();
        assert_eq!(rows, [Ok((4, 2)), Ok((6, 2)), Err("import-row-wide")]);
        Ok(())
    }

    #[test]
    fn too_many_rows_stop_and_no_header_is_refused() -> Result<(), Refusal> {
        let limits = Limits { rows: 1, ..Limits::default() };
        let rows: Vec<_> = table(&[&["a", "b"], &["1", "2"], &["3", "4"], &["5", "6"]], limits)?.rows.collect();
        assert_eq!(rows.len(), 2);
        assert!(rows[1].as_ref().is_err_and(|error| error.stops));
        assert_eq!(table(&[&["a"], &["b"]], limits).err(), Some(Refusal::NoHeader));
        Ok(())
    }
}
