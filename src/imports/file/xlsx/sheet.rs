//! The rows of a sheet.

use super::super::error::{Problem, Refusal, RowError};
use super::super::limits::Limits;
use super::super::number;
use super::super::table::Row;
use super::super::xml::{Piece, Tag, Xml};
use super::texts::Texts;

/// Reads row after row.
pub(super) struct Sheet {
    xml: Xml,
    texts: Texts,
    limits: Limits,
    line: u64,
    over: bool,
}

/// What a cell's text means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Meaning {
    /// A number.
    #[default]
    Number,
    /// The number of a shared text.
    Shared,
    /// Text as it stands.
    Plain,
    /// An error such as `#N/A`: nothing.
    Error,
}

/// A cell while it is read.
#[derive(Default)]
struct Draft {
    at: usize,
    meaning: Meaning,
    text: String,
    is_value: bool,
}

impl Sheet {
    pub fn new(xml: Xml, texts: Texts, limits: Limits) -> Self {
        Self { xml, texts, limits, line: 0, over: false }
    }

    /// The next row; nothing at the end.
    fn read(&mut self) -> Result<Option<Result<Row, RowError>>, Refusal> {
        loop {
            match self.xml.next()? {
                Piece::Open(tag) if tag.is("row") => {
                    let said = tag.attribute("r").and_then(|line| line.parse().ok());
                    self.line = said.filter(|line| *line > self.line).unwrap_or(self.line + 1);
                    return self.row().map(Some);
                }
                Piece::Close(name) if name == "sheetData" => return Ok(None),
                Piece::End => return Ok(None),
                _ => {}
            }
        }
    }

    fn row(&mut self) -> Result<Result<Row, RowError>, Refusal> {
        let mut row = Row { line: self.line, cells: Vec::new() };
        let (mut problem, mut next) = (None, 0);
        loop {
            match self.xml.next()? {
                Piece::Open(tag) if tag.is("c") => {
                    let cell = self.cell(&tag, next)?;
                    next = cell.at + 1;
                    if let Err(wrong) = self.put(&mut row.cells, cell) {
                        problem = problem.or(Some(wrong));
                    }
                }
                Piece::Fault => problem = problem.or(Some(Problem::new("import-row-broken"))),
                Piece::Close(name) if name == "row" => break,
                Piece::End => return Err(Refusal::Broken),
                _ => {}
            }
        }
        Ok(match problem {
            None => Ok(row),
            Some(problem) => Err(RowError::broken(row, problem)),
        })
    }

    fn cell(&mut self, tag: &Tag, next: usize) -> Result<Draft, Refusal> {
        let at = tag.attribute("r").and_then(|name| column(&name)).unwrap_or(next);
        let meaning = match tag.attribute("t").as_deref() {
            Some("s") => Meaning::Shared,
            Some("str" | "inlineStr" | "d") => Meaning::Plain,
            Some("e") => Meaning::Error,
            _ => Meaning::Number,
        };
        let mut cell = Draft { at, meaning, ..Draft::default() };
        loop {
            match self.xml.next()? {
                Piece::Open(tag) => cell.is_value = tag.is("v") || tag.is("t"),
                Piece::Close(name) if name == "c" => return Ok(cell),
                Piece::Close(_) => cell.is_value = false,
                // one byte too many is enough to know
                Piece::Text(text) if cell.is_value && cell.text.len() <= self.limits.cell => cell.text.push_str(&text),
                Piece::End => return Err(Refusal::Broken),
                _ => {}
            }
        }
    }

    fn put(&self, cells: &mut Vec<String>, cell: Draft) -> Result<(), Problem> {
        if cell.text.len() > self.limits.cell {
            return Err(Problem::new("import-cell-long").with("max", self.limits.cell));
        }
        let text = match cell.meaning {
            Meaning::Number => number::plain(cell.text.trim()),
            Meaning::Plain => cell.text.trim().to_owned(),
            Meaning::Error => String::new(),
            Meaning::Shared => {
                let text = cell.text.trim().parse().ok().and_then(|number| self.texts.get(number));
                text.ok_or(Problem::new("import-row-broken"))?.trim().to_owned()
            }
        };
        if text.is_empty() {
            return Ok(());
        }
        if cell.at >= self.limits.columns {
            return Err(Problem::new("import-row-wide").with("max", self.limits.columns).with("now", cell.at + 1));
        }
        cells.resize(cells.len().max(cell.at + 1), String::new());
        cells[cell.at] = text;
        Ok(())
    }
}

/// The column of a cell's name, from 0: `B7` is 1.
fn column(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.take(4).fold(0, |number, letter| number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}

impl Iterator for Sheet {
    type Item = Result<Row, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let row = self.read();
        self.over = !matches!(row, Ok(Some(_)));
        row.unwrap_or_else(|refusal| Some(Err(RowError::end(self.line + 1, refusal))))
    }
}
