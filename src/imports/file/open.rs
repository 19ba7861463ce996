//! What kind of file it is: told by its first bytes, never by its name.

use std::io::{Read, SeekFrom};

use encoding_rs::Encoding;

use super::decode::{Decoded, encoding_of};
use super::error::Refusal;
use super::limits::Limits;
use super::table::Table;
use super::window::Source;
use super::{csv, xlsx, yml};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text with separators.
    Csv,
    /// An Excel workbook; its first sheet counts.
    Xlsx,
    /// A price list in XML: Yandex Market's, or Kaspi's.
    Yml,
}

/// Looks at a file's first bytes and goes back to its start.
///
/// # Errors
/// For an empty file and for one that is none of ours.
pub fn kind(source: &mut impl Source) -> Result<Kind, Refusal> {
    let mut start = Vec::new();
    source.seek(SeekFrom::Start(0))?;
    source.by_ref().take(4096).read_to_end(&mut start)?;
    source.seek(SeekFrom::Start(0))?;
    match start.as_slice() {
        [] => Err(Refusal::Empty),
        [b'P', b'K', 3, 4, ..] => Ok(Kind::Xlsx),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(Refusal::OldExcel),
        start => kind_of_text(start),
    }
}

fn kind_of_text(start: &[u8]) -> Result<Kind, Refusal> {
    let bom = Encoding::for_bom(start);
    if bom.is_none() && (start.contains(&0) || start.starts_with(b"%PDF") || start.starts_with(b"{")) {
        return Err(Refusal::Unknown);
    }
    let text = bom.map_or_else(|| String::from_utf8_lossy(start), |(encoding, _)| encoding.decode(start).0);
    match text.trim_start().to_lowercase() {
        text if text.is_empty() => Err(Refusal::Empty),
        text if text.starts_with("<!doctype html") || text.starts_with("<html") => Err(Refusal::Unknown),
        text if text.starts_with('<') => Ok(Kind::Yml),
        _ => Ok(Kind::Csv),
    }
}

/// Opens a price list.
///
/// # Errors
/// When the file as a whole cannot be read; a file that goes wrong later says so by its last row.
pub fn open(mut source: impl Source, limits: Limits) -> Result<Table, Refusal> {
    match kind(&mut source)? {
        Kind::Xlsx => xlsx::open(source, limits),
        Kind::Csv => csv::open(source, limits),
        Kind::Yml => {
            let encoding = encoding_of(&mut source)?;
            Ok(yml::open(Decoded::new(source, encoding), limits))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Cursor};

    use super::super::draft::Draft;
    use super::super::write::{Cell, CsvWriter, TableWriter, XlsxWriter};
    use super::super::{Column, guess};
    use super::*;

    fn of(bytes: &[u8]) -> Result<Kind, Refusal> {
        kind(&mut Cursor::new(bytes.to_vec()))
    }

    #[test]
    fn the_first_bytes_tell() {
        assert_eq!(of(b"name;price"), Ok(Kind::Csv));
        assert_eq!(of(b"PK\x03\x04..."), Ok(Kind::Xlsx));
        assert_eq!(of(b"\xef\xbb\xbf\n <?xml version=\"1.0\"?>"), Ok(Kind::Yml));
        assert_eq!(of(b"\xff\xfe<\0?\0"), Ok(Kind::Yml));
        assert_eq!(of(b""), Err(Refusal::Empty));
        assert_eq!(of(b" \n "), Err(Refusal::Empty));
        assert_eq!(of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Err(Refusal::OldExcel));
        for other in [&b"%PDF-1.7"[..], b"\x89PNG\r\n\x1a\n\0\0", b"<!DOCTYPE html><p>", b"{\"a\":1}", b"\xff\xd8\xff\xe0\0"] {
            assert_eq!(of(other), Err(Refusal::Unknown), "{other:?}");
        }
    }

    /// A small list of every kind.
    fn lists() -> io::Result<Vec<Vec<u8>>> {
        let write = |mut out: Box<dyn TableWriter + '_>| {
            out.row(&["Название", "Цена", "Описание"].map(Cell::Text))?;
            (0..20).try_for_each(|n| out.row(&[Cell::Text("Чайник «Самал»"), Cell::Number(n), Cell::Text("две\n\"строки\"; и <b>")]))?;
            out.finish()
        };
        let (mut csv, mut xlsx) = (Vec::new(), Cursor::new(Vec::new()));
        write(Box::new(CsvWriter::new(&mut csv)?))?;
        write(Box::new(XlsxWriter::new(&mut xlsx)?))?;
        let offer = "<offer id=\"1\"><name>Чайник &amp; крышка</name><price>5</price><param name=\"a\">b</param></offer>";
        let yml = format!("<?xml version=\"1.0\"?><yml_catalog><offers>{}</offers></yml_catalog>", offer.repeat(20));
        Ok(vec![csv, xlsx.into_inner(), yml.into_bytes()])
    }

    /// Reads to the end whatever it is; how many rows or errors came.
    fn drain(bytes: Vec<u8>) -> usize {
        let Ok(table) = open(Cursor::new(bytes), Limits::default()) else { return 0 };
        let columns: Vec<Column> = guess(&table.header, |_| false);
        table.rows.inspect(|row| drop(row.as_ref().map(|row| Draft::parse(row, &columns)))).count()
    }

    #[test]
    fn cut_and_mangled_files_end_without_panic() -> io::Result<()> {
        for list in lists()? {
            assert_eq!(drain(list.clone()), 20);
            let mut seed: usize = 7;
            for round in 0..300 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let at = (seed >> 20) % list.len();
                let mut bytes = list.clone();
                match round % 3 {
                    0 => bytes.truncate(at),
                    1 => bytes[at] ^= 1 << (seed >> 60 & 7),
                    _ => bytes[at] = b"<>&;\"'/\0="[(seed >> 50) % 9],
                }
                assert!(drain(bytes) <= 100);
            }
        }
        Ok(())
    }
}
