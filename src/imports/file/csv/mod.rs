//! CSV: whatever the delimiter and the encoding.

mod rows;
mod sniff;

use std::io::{Read, SeekFrom};

use super::decode::{Decoded, encoding_of};
use super::error::Refusal;
use super::limits::Limits;
use super::table::Table;
use super::window::Source;
use rows::CsvRows;

/// How much is looked at to find the delimiter.
const SAMPLE: u64 = 64 * 1024;

/// Opens a CSV file.
pub(super) fn open(mut source: impl Source, limits: Limits) -> Result<Table, Refusal> {
    let encoding = encoding_of(&mut source)?;
    let mut sample = Vec::new();
    Decoded::new(&mut source, encoding).take(SAMPLE).read_to_end(&mut sample)?;
    source.seek(SeekFrom::Start(0))?;
    Table::headed(CsvRows::new(Decoded::new(source, encoding), sniff::delimiter(&sample), limits), limits)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::table::Row;
    use super::*;

    #[test]
    fn a_file_from_a_russian_excel_is_read() -> Result<(), Refusal> {
        let text = "Название;Цена, тг;Описание\r\n\"Чайник \"\"Самал\"\"\";12 990;\"две\r\nстроки\"\r\nЛожка;500;\r\n";
        let bytes = encoding_rs::WINDOWS_1251.encode(text).0.into_owned();
        let table = open(Cursor::new(bytes), Limits::default())?;
        assert_eq!(table.header, ["Название", "Цена, тг", "Описание"]);
        let rows: Vec<Row> = table.rows.flatten().collect();
        assert_eq!(rows[0].cells, ["Чайник \"Самал\"", "12 990", "две\r\nстроки"]);
        assert_eq!((rows[0].line, rows[1].line), (2, 4));
        Ok(())
    }

    #[test]
    fn excels_own_line_about_the_separator_is_no_header() -> Result<(), Refusal> {
        let table = open(Cursor::new("sep=,\na,b\n1,2\n".as_bytes().to_vec()), Limits::default())?;
        assert_eq!(table.header, ["a", "b"]);
        Ok(())
    }
}
