//! CSV as Excel in this part of the world opens it: UTF-8 with a mark, semicolons.

use std::io::{self, Write};

use super::{Cell, TableWriter};

/// Writes CSV.
pub struct CsvWriter<W> {
    out: W,
}

impl<W: Write> CsvWriter<W> {
    /// Begins a file. Give it a writer with a buffer.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn new(mut out: W) -> io::Result<Self> {
        out.write_all("\u{feff}".as_bytes())?;
        Ok(Self { out })
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        // what begins like a formula would be run by a spreadsheet: an apostrophe makes it text
        let mark = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        if text.contains([';', ',', '"', '\n', '\r', '\t']) {
            write!(self.out, "\"{mark}{}\"", text.replace('"', "\"\""))
        } else {
            write!(self.out, "{mark}{text}")
        }
    }
}

impl<W: Write> TableWriter for CsvWriter<W> {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.out.write_all(b";")?;
            }
            match cell {
                Cell::Text(text) => self.text(text)?,
                Cell::Number(number) => write!(self.out, "{number}")?,
            }
        }
        self.out.write_all(b"\r\n")
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_marks_are_quoted() -> io::Result<()> {
        let mut bytes = Vec::new();
        let mut csv = CsvWriter::new(&mut bytes)?;
        csv.row(&[Cell::Text("=cmd|' /C calc'!A0"), Cell::Text("+7 701"), Cell::Text("@x"), Cell::Number(-5)])?;
        csv.row(&[Cell::Text("\tx"), Cell::Text("\r=1"), Cell::Text("a;\"b\"\nc"), Cell::Text("-1;=2")])?;
        Box::new(csv).finish()?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert_eq!(text, "\u{feff}'=cmd|' /C calc'!A0;'+7 701;'@x;-5\r\n\"'\tx\";\"'\r=1\";\"a;\"\"b\"\"\nc\";\"'-1;=2\"\r\n");
        Ok(())
    }
}
