//! XLSX with one sheet, its texts written in place, so that nothing has to be held.

use std::io::{self, BufWriter, Seek, Write};

use quick_xml::escape::escape;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Cell, TableWriter};

/// Excel opens no more rows.
const ROWS: u32 = 1_048_576;
/// Excel keeps no longer texts.
const TEXT: usize = 32_767;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const PARTS: [(&str, &str); 4] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Samal" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
];
const SHEET: &str = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#;

/// Writes XLSX.
pub struct XlsxWriter<W: Write + Seek> {
    zip: BufWriter<ZipWriter<W>>,
    rows: u32,
}

impl<W: Write + Seek> XlsxWriter<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn new(out: W) -> io::Result<Self> {
        let mut zip = ZipWriter::new(out);
        for (name, text) in PARTS {
            zip.start_file(name, SimpleFileOptions::default()).map_err(io::Error::other)?;
            write!(zip, "{HEAD}{text}")?;
        }
        zip.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default().large_file(true)).map_err(io::Error::other)?;
        write!(zip, "{HEAD}{SHEET}")?;
        Ok(Self { zip: BufWriter::with_capacity(64 * 1024, zip), rows: 0 })
    }
}

impl<W: Write + Seek> TableWriter for XlsxWriter<W> {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        if self.rows == ROWS {
            return Err(io::Error::other("a sheet holds no more rows"));
        }
        self.rows += 1;
        write!(self.zip, "<row>")?;
        for cell in cells {
            match cell {
                Cell::Number(number) => write!(self.zip, "<c><v>{number}</v></c>")?,
                Cell::Text("") => write!(self.zip, "<c/>")?,
                Cell::Text(text) => {
                    write!(self.zip, r#"<c t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>"#, escape(allowed(text)))?
                }
            }
        }
        write!(self.zip, "</row>")
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        write!(self.zip, "</sheetData></worksheet>")?;
        let zip = self.zip.into_inner().map_err(|error| error.into_error())?;
        zip.finish().map_err(io::Error::other)?.flush()
    }
}

/// What XML and Excel can hold of a text.
pub(in super::super) fn allowed(text: &str) -> String {
    let keep = |c: &char| (!c.is_control() || matches!(c, '\n' | '\t')) && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(keep).take(TEXT).collect()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::super::{Limits, open};
    use super::*;

    #[test]
    fn what_is_written_is_read_again() -> Result<(), Box<dyn std::error::Error>> {
        let mut file = Cursor::new(Vec::new());
        let mut xlsx = XlsxWriter::new(&mut file)?;
        xlsx.row(&[Cell::Text("Атауы"), Cell::Text("Бағасы"), Cell::Text("x")])?;
        xlsx.row(&[Cell::Text("=1+1 <&>\0"), Cell::Number(289_990), Cell::Text("")])?;
        Box::new(xlsx).finish()?;
        let table = open(file, Limits::default())?;
        assert_eq!(table.header, ["Атауы", "Бағасы", "x"]);
        let rows: Vec<_> = table.rows.flatten().collect();
        assert_eq!(rows[0].cells, ["=1+1 <&>", "289990", ""]);
        Ok(())
    }
}
