//! All rows of a segment side by side in a file of their own, so that reading one is looking at memory.
//!
//! The file is made from the segment's column when the segment is first opened, beside the index library's files. Small segments, which
//! live shortly, keep theirs in memory. The file is how many
//! options there are, the options in order, the rows' ends (in cells) and then the rows' cells, all of 32 bits.

use std::collections::{BTreeSet, HashSet};
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::ops::Range;
use std::path::Path;

use tantivy::SegmentReader;
use tantivy::columnar::Column;
use tantivy::directory::{Directory, MmapDirectory, OwnedBytes};

use super::doc::choice;
use super::error::Result;
use super::row::{self, Cell, Row};

/// Smaller segments have no file.
const SMALL: u32 = 20_000;
/// What the files are called: this, the segment's number, and nothing else.
const PREFIX: &str = "rows-";

/// The rows of a segment.
pub struct Rows {
    bytes: OwnedBytes,
    /// The options that occur, in order: attribute in the upper half, option in the lower.
    pub options: Vec<u64>,
    docs: usize,
}

impl Rows {
    /// Opens, and makes if need be, a segment's rows.
    pub fn open(reader: &SegmentReader, directory: &Path) -> Result<Self> {
        let column = reader.fast_fields().u64("row")?;
        let docs = reader.max_doc() as usize;
        if reader.max_doc() < SMALL {
            let mut bytes = Vec::new();
            write(&column, reader.max_doc(), &mut bytes)?;
            return Ok(Self::of(OwnedBytes::new(bytes), docs));
        }
        let name = format!("{PREFIX}{}", reader.segment_id().uuid_string());
        let path = directory.join(&name);
        if !path.exists() {
            make(&column, reader.max_doc(), &path)?;
        }
        let files = MmapDirectory::open(directory).map_err(tantivy::TantivyError::from)?;
        let bytes = files.open_read(Path::new(&name)).map_err(tantivy::TantivyError::from)?.read_bytes()?;
        Ok(Self::of(bytes, docs))
    }

    /// Bytes that are no rows have none.
    fn of(bytes: OwnedBytes, docs: usize) -> Self {
        let count = bytes.first_chunk::<4>().map_or(0, |count| u32::from_le_bytes(*count) as usize);
        let options =
            bytes.get(4..).unwrap_or_default().as_chunks::<8>().0.iter().take(count).map(|option| u64::from_le_bytes(*option)).collect();
        let start = (4 + count * 8).min(bytes.len());
        Self { bytes: bytes.slice(start..bytes.len()), options, docs }
    }

    /// The numbers of an attribute's options.
    pub fn options_of(&self, attribute: u32) -> Range<u32> {
        let place = |attribute: u64| self.options.partition_point(|option| option >> 32 < attribute) as u32;
        place(u64::from(attribute))..place(u64::from(attribute) + 1)
    }

    /// The number of an option.
    pub fn option(&self, attribute: u32, option: u32) -> Option<u32> {
        self.options.binary_search(&choice(attribute, option)).ok().map(|at| at as u32)
    }

    /// The row of a document.
    pub fn row(&self, doc: u32) -> Option<Row<'_>> {
        let (ends, cells) = self.bytes.as_chunks::<4>().0.split_at_checked(self.docs + 1)?;
        let end = |at: usize| ends.get(at).map(|end: &Cell| u32::from_le_bytes(*end) as usize);
        Row::read(cells.get(end(doc as usize)?..end(doc as usize + 1)?)?)
    }
}

impl Rows {
    /// Looks at rows without waiting for what it sees.
    pub fn touch(&self, docs: impl Iterator<Item = u32> + Clone) {
        let Some((ends, cells)) = self.bytes.as_chunks::<4>().0.split_at_checked(self.docs + 1) else { return };
        let start = |doc: u32| ends.get(doc as usize).map_or(0, |end: &Cell| u32::from_le_bytes(*end) as usize);
        let sum = |sum: u8, at: usize| sum ^ cells.get(at).map_or(0, |cell| cell[0]);
        black_box(docs.clone().fold(0, |seen, doc| sum(seen, start(doc))));
        black_box(docs.fold(0, |seen, doc| sum(seen, start(doc) + 24)));
    }
}

fn make(column: &Column<u64>, docs: u32, path: &Path) -> Result<()> {
    // two processes may make it at once, each its own: the last to end puts the same file there again
    let unfinished = path.with_extension(format!("{}-new", std::process::id()));
    let mut file = BufWriter::with_capacity(1 << 20, std::fs::File::create(&unfinished)?);
    write(column, docs, &mut file)?;
    file.flush()?;
    drop(file);
    Ok(std::fs::rename(unfinished, path)?)
}

fn write(column: &Column<u64>, docs: u32, out: &mut impl Write) -> Result<()> {
    let (mut buffer, mut ends, mut options, mut end) = (Vec::new(), Vec::new(), BTreeSet::new(), 0);
    for doc in 0..docs {
        read(column, doc, &mut buffer);
        ends.push(end);
        end += (buffer.len() - row::choices(&buffer).len() / 2) as u32;
        options.extend(buffer[row::choices(&buffer)].as_chunks::<2>().0.iter().map(packed));
    }
    ends.push(end);
    let options: Vec<u64> = options.into_iter().collect();
    out.write_all(&(options.len() as u32).to_le_bytes())?;
    options.iter().try_for_each(|option| out.write_all(&option.to_le_bytes()))?;
    ends.iter().try_for_each(|end| out.write_all(&end.to_le_bytes()))?;
    for doc in 0..docs {
        read(column, doc, &mut buffer);
        let own = row::choices(&buffer);
        let numbers =
            buffer[own.clone()].as_chunks::<2>().0.iter().map(|pair| options.binary_search(&packed(pair)).unwrap_or_default() as u64);
        let cells = buffer[..own.start].iter().copied().chain(numbers).chain(buffer[own.end..].iter().copied());
        cells.map(|cell| (cell as u32).to_le_bytes()).try_for_each(|cell| out.write_all(&cell))?;
    }
    Ok(())
}

const fn packed(pair: &[u64; 2]) -> u64 {
    pair[0] << 32 | pair[1]
}

fn read(column: &Column<u64>, doc: u32, buffer: &mut Vec<u64>) {
    let cells = column.index.value_row_ids(doc);
    buffer.resize(cells.len(), 0);
    column.values.get_range(u64::from(cells.start), buffer);
}

/// Deletes the files of segments that are no more. What cannot be deleted stays: it costs only space.
pub fn tidy(directory: &Path, segments: &[SegmentReader]) {
    let living: HashSet<String> = segments.iter().map(|reader| format!("{PREFIX}{}", reader.segment_id().uuid_string())).collect();
    let Ok(files) = std::fs::read_dir(directory) else { return };
    for file in files.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        // an unfinished one belongs to its segment
        let segment = name.split_once('.').map_or(name.as_str(), |(segment, _)| segment);
        if name.starts_with(PREFIX) && !living.contains(segment) {
            let _ = std::fs::remove_file(file.path());
        }
    }
}
