//! Which file of a workbook is its first sheet.

use super::super::archive::Archive;
use super::super::error::Refusal;
use super::super::limits::Limits;
use super::super::xml::{Piece, Xml};

/// A list of sheets that is longer than this belongs to no price list.
const SHEETS: usize = 1000;

/// The name, within the archive, of the sheet that comes first.
pub(super) fn first_sheet(archive: &Archive, limits: Limits) -> Result<String, Refusal> {
    let first = attributes(archive, "xl/workbook.xml", "sheet", ["id", "name"], limits)?.into_iter().next();
    let links = attributes(archive, "xl/_rels/workbook.xml.rels", "Relationship", ["Id", "Target"], limits)?;
    let target = first.and_then(|[id, _]| links.into_iter().find(|[link, _]| *link == id)).map(|[_, target]| target);
    Ok(match target {
        Some(target) => target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned),
        None => "xl/worksheets/sheet1.xml".to_owned(),
    })
}

/// Two attributes of every element of a name.
fn attributes(archive: &Archive, file: &str, element: &str, names: [&str; 2], limits: Limits) -> Result<Vec<[String; 2]>, Refusal> {
    let Some(file) = archive.read(file)? else { return Ok(Vec::new()) };
    let mut xml = Xml::new(file, limits);
    let mut found = Vec::new();
    loop {
        match xml.next()? {
            Piece::Open(tag) if tag.is(element) => found.push(names.map(|name| tag.attribute(name).unwrap_or_default())),
            Piece::End => return Ok(found),
            _ if found.len() > SHEETS => return Err(Refusal::TooLarge),
            _ => {}
        }
    }
}
