//! The rows of a CSV file. However long a cell is, no more of it than allowed is held.

use std::io::Read;

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::super::error::{Problem, Refusal, RowError};
use super::super::limits::Limits;
use super::super::table::Row;

const CHUNK: usize = 64 * 1024;

/// Reads row after row.
pub(super) struct CsvRows<R> {
    input: R,
    chunk: Vec<u8>,
    at: usize,
    end: usize,
    csv: Reader,
    cell: Vec<u8>,
    limits: Limits,
    first: bool,
    over: bool,
}

/// A row while it is read.
#[derive(Default)]
struct Draft {
    cells: Vec<String>,
    filled: usize,
    problem: Option<Problem>,
}

impl<R: Read> CsvRows<R> {
    pub fn new(input: R, delimiter: u8, limits: Limits) -> Self {
        let csv = ReaderBuilder::new().delimiter(delimiter).build();
        let (chunk, cell) = (vec![0; CHUNK], vec![0; limits.cell.max(16)]);
        Self { input, chunk, at: 0, end: 0, csv, cell, limits, first: true, over: false }
    }

    fn refill(&mut self) -> Result<(), Refusal> {
        if self.at == self.end {
            (self.at, self.end) = (0, self.input.read(&mut self.chunk)?);
        }
        Ok(())
    }

    /// Steps over line ends, so that the next row's line is known before it is read.
    fn start(&mut self) -> Result<u64, Refusal> {
        self.refill()?;
        while self.at < self.end && matches!(self.chunk[self.at], b'\r' | b'\n') {
            self.csv.read_field(&self.chunk[self.at..=self.at], &mut self.cell);
            self.at += 1;
            self.refill()?;
        }
        Ok(self.csv.line())
    }

    /// The next row; nothing at the end.
    fn read(&mut self) -> Result<Option<Draft>, Refusal> {
        let mut row = Draft::default();
        loop {
            self.refill()?;
            let (result, read, written) = self.csv.read_field(&self.chunk[self.at..self.end], &mut self.cell[row.filled..]);
            self.at += read;
            row.filled += written;
            match result {
                ReadFieldResult::InputEmpty => {}
                // what does not fit is read on and let go
                ReadFieldResult::OutputFull => {
                    row.problem = Some(Problem::new("import-cell-long").with("max", self.limits.cell));
                    row.filled = 0;
                }
                ReadFieldResult::Field { record_end } => {
                    row.push(&self.cell, self.limits.columns);
                    if record_end {
                        return Ok(Some(row));
                    }
                }
                ReadFieldResult::End => return Ok(None),
            }
        }
    }
}

impl Draft {
    fn push(&mut self, cell: &[u8], most: usize) {
        let text = String::from_utf8_lossy(&cell[..std::mem::take(&mut self.filled)]);
        match self.cells.len() {
            n if n < most => self.cells.push(undefused(text.trim()).to_owned()),
            // trailing separators say nothing
            _ if text.is_empty() => {}
            _ => {
                self.problem = self.problem.take().or_else(|| Some(Problem::new("import-row-wide").with("max", most).with("now", most + 1)))
            }
        }
    }

    fn finish(self, line: u64) -> Result<Row, RowError> {
        let row = Row { line, cells: self.cells };
        match self.problem {
            None => Ok(row),
            Some(problem) => Err(RowError::broken(row, problem)),
        }
    }
}

/// Our own files put an apostrophe before what a spreadsheet would take for a formula; here it comes off again.
fn undefused(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r'])).unwrap_or(text)
}

impl<R: Read> Iterator for CsvRows<R> {
    type Item = Result<Row, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.over {
            let line = self.start();
            let at = line.unwrap_or_else(|_| self.csv.line());
            match line.and_then(|_| self.read()) {
                Ok(Some(row)) if std::mem::take(&mut self.first) && row.cells.first().is_some_and(|cell| cell.starts_with("sep=")) => {}
                Ok(Some(row)) => return Some(row.finish(at)),
                Ok(None) => self.over = true,
                Err(refusal) => {
                    self.over = true;
                    return Some(Err(RowError::end(at, refusal)));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, limits: Limits) -> Vec<Result<Vec<String>, &'static str>> {
        CsvRows::new(text.as_bytes(), b',', limits).map(|row| row.map(|row| row.cells).map_err(|error| error.problem.key)).collect()
    }

    fn cells(cells: &[&str]) -> Result<Vec<String>, &'static str> {
        Ok(cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn a_cell_without_end_costs_its_own_row_only() {
        let text = format!("a,b\n1,{}\n2,x\n", "y".repeat(300_000));
        let found = rows(&text, Limits { cell: 1000, ..Limits::default() });
        assert_eq!(found, [cells(&["a", "b"]), Err("import-cell-long"), cells(&["2", "x"])]);
    }

    #[test]
    fn a_row_without_end_costs_its_own_row_only() {
        let text = format!("a,b\n{}\n2,x\n", "1,".repeat(100_000) + "1");
        let found = rows(&text, Limits { columns: 5, ..Limits::default() });
        assert_eq!(found, [cells(&["a", "b"]), Err("import-row-wide"), cells(&["2", "x"])]);
    }

    #[test]
    fn what_we_defused_comes_back_as_it_was() {
        assert_eq!(rows("'=1+1,'tis\n", Limits::default()), [cells(&["=1+1", "'tis"])]);
    }

    #[test]
    fn an_open_quote_is_no_panic() {
        assert_eq!(rows("a,\"b\nc,d", Limits::default()), [cells(&["a", "b\nc,d"])]);
    }
}
