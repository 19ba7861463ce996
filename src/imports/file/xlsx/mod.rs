//! XLSX: the first sheet of a workbook, read row by row. Only the workbook's shared texts are held, within a bound.

mod book;
mod sheet;
mod texts;

use super::archive::Archive;
use super::error::Refusal;
use super::limits::Limits;
use super::table::Table;
use super::window::Source;
use super::xml::Xml;
use sheet::Sheet;
use texts::Texts;

/// Opens a workbook.
pub(super) fn open(source: impl Source, limits: Limits) -> Result<Table, Refusal> {
    let archive = Archive::open(source, limits)?;
    let texts = match archive.read("xl/sharedStrings.xml")? {
        Some(file) => Texts::read(Xml::new(file, limits), limits)?,
        None => Texts::default(),
    };
    let sheet = archive.read(&book::first_sheet(&archive, limits)?)?.ok_or(Refusal::Unknown)?;
    Table::headed(Sheet::new(Xml::new(sheet, limits), texts, limits), limits)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::archive::tests::zipped;
    use super::*;

    const BOOK: &str =
        r#"<workbook xmlns:r="r"><sheets><sheet name="Прайс" sheetId="1" r:id="rId7"/><sheet name="B" r:id="rId1"/></sheets></workbook>"#;
    const LINKS: &str = r#"<Relationships><Relationship Id="rId1" Target="worksheets/b.xml"/><Relationship Id="rId7" Target="/xl/worksheets/a.xml"/></Relationships>"#;
    const TEXTS: &str = r#"<sst><si><t>Название</t></si><si><r><t>Це</t></r><r><t>на</t></r><rPh><t>x</t></rPh></si><si/></sst>"#;

    fn book(sheet: &str) -> Vec<u8> {
        zipped(&[
            ("xl/workbook.xml", BOOK.as_bytes()),
            ("xl/_rels/workbook.xml.rels", LINKS.as_bytes()),
            ("xl/sharedStrings.xml", TEXTS.as_bytes()),
            ("xl/worksheets/a.xml", sheet.as_bytes()),
        ])
    }

    #[test]
    fn every_kind_of_cell_is_read_where_it_stands() -> Result<(), Refusal> {
        let sheet = r#"<worksheet><sheetData>
            <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3" t="inlineStr"><is><t>Ещё</t></is></c></row>
            <row r="5"><c r="A5" t="str"><f>A1</f><v>чай &amp; кофе</v></c><c r="B5"><v>2.8999E5</v></c><c r="C5" t="b"><v>1</v></c></row>
            <row><c t="s"><v>99</v></c><c><v>1</v></c></row>
            <row r="9"><c r="A9" t="e"><v>#N/A</v></c><c r="B9"><v>7</v></c></row>
            </sheetData></worksheet>"#;
        let table = open(Cursor::new(book(sheet)), Limits::default())?;
        assert_eq!(table.header, ["Название", "Цена", "", "Ещё"]);
        let rows: Vec<_> = table.rows.map(|row| row.map_err(|error| (error.row.line, error.problem.key))).collect();
        assert_eq!(rows[0].as_ref().map(|row| (row.line, row.cells.join("|"))), Ok((5, "чай & кофе|289990|1|".to_owned())));
        assert_eq!(rows[1], Err((6, "import-row-broken")));
        assert_eq!(rows[2].as_ref().map(|row| (row.line, row.cells.join("|"))), Ok((9, "|7||".to_owned())));
        Ok(())
    }

    #[test]
    fn hostile_sheets_end_early_and_quietly() {
        let head = r#"<worksheet><sheetData><row r="1"><c><v>1</v></c><c><v>2</v></c></row>"#;
        let end = |rest: &str, limits: Limits| {
            let table = open(Cursor::new(book(&format!("{head}{rest}"))), limits).map_err(Refusal::key);
            table.map(|table| table.rows.map(|row| row.map_or_else(|error| error.problem.key, |_| "row")).collect::<Vec<_>>())
        };
        let limits = Limits { piece: 5000, cell: 1000, columns: 50, ..Limits::default() };
        let row = |cell: &str| format!("<row>{cell}</row><row><c><v>3</v></c></row></sheetData></worksheet>");
        assert_eq!(end(&row(&format!("<c t=\"str\"><v>{}</v></c>", "x".repeat(2000))), limits), Ok(vec!["import-cell-long", "row"]));
        assert_eq!(end(&row(&format!("<c t=\"str\"><v>{}</v></c>", "x".repeat(9000))), limits), Ok(vec!["import-file-large"]));
        assert_eq!(end(&row("<c r=\"XFD1\"><v>1</v></c>"), limits), Ok(vec!["import-row-wide", "row"]));
        assert_eq!(end(&row(&"<c><v>1</v></c>".repeat(60)), limits), Ok(vec!["import-row-wide", "row"]));
        assert_eq!(end("<row><c><v>5</v></c></row><row><c><v", limits), Ok(vec!["row", "import-file-broken"]));
        assert_eq!(end(&"<x>".repeat(100), limits), Ok(vec!["import-file-deep"]));
        let few = Limits { texts: 10, ..limits };
        assert_eq!(end("", few), Err("import-file-large"));
    }
}
