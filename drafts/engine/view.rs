//! One state of the index: what was committed when it was opened. Questions see one view from beginning to end.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use tantivy::columnar::{Column, ColumnValues};
use tantivy::fastfield::AliveBitSet;
use tantivy::postings::TermInfo;
use tantivy::schema::Field;
use tantivy::{InvertedIndexReader, Searcher, SegmentReader};

use super::error::Result;
use super::latent::{self, DIMS, Point};
use super::row::Row;
use super::rows::{self, Rows};
use super::run::cache::Cache;
use super::schema::Fields;

/// A state of the index.
pub struct View {
    /// Its parts.
    pub segments: Vec<Segment>,
    /// How many documents there are, the deleted ones that still stand in the index too.
    pub docs: u64,
    /// The middle of all points, from some of them.
    pub middle: [f32; DIMS],
    /// Answers that are asked for again and again.
    pub cache: Mutex<Cache>,
    /// Keeps the files.
    _searcher: Searcher,
}

/// A part of the index with its own document numbers.
pub struct Segment {
    indexes: HashMap<Field, Arc<InvertedIndexReader>>,
    product: Arc<dyn ColumnValues<i64>>,
    /// Its packed rows.
    pub rows: Rows,
    listings: Column<i64>,
    terms: Column<u64>,
    points: Column<u64>,
    alive: Option<AliveBitSet>,
    /// Document numbers lie below.
    pub max: u32,
}

impl View {
    pub(super) fn open(searcher: Searcher, fields: &Fields, directory: &Path) -> Result<Self> {
        let segments: Vec<_> =
            searcher.segment_readers().iter().map(|reader| Segment::open(reader, fields, directory)).collect::<Result<_>>()?;
        rows::tidy(directory, searcher.segment_readers());
        let docs = segments.iter().map(|segment| u64::from(segment.max)).sum();
        let middle = middle(&segments, docs);
        Ok(Self { middle, segments, docs, cache: Mutex::default(), _searcher: searcher })
    }

    /// How many documents have the term.
    pub fn df(&self, field: Field, term: &str) -> u64 {
        self.segments.iter().filter_map(|segment| segment.term(field, term)).map(|info| u64::from(info.doc_freq)).sum()
    }
}

impl Segment {
    fn open(reader: &SegmentReader, fields: &Fields, directory: &Path) -> Result<Self> {
        let columns = reader.fast_fields();
        let indexed = [fields.product, fields.all, fields.short, fields.words, fields.places];
        let indexes = indexed.into_iter().map(|field| Ok((field, reader.inverted_index(field)?))).collect::<Result<_>>()?;
        Ok(Self {
            indexes,
            product: columns.column_first_or_default("product")?,
            rows: Rows::open(reader, directory)?,
            listings: columns.i64("listings")?,
            terms: columns.u64("terms")?,
            points: columns.u64("point")?,
            alive: reader.alive_bitset().cloned(),
            max: reader.max_doc(),
        })
    }

    /// A field's terms and postings.
    pub fn index(&self, field: Field) -> Option<&InvertedIndexReader> {
        self.indexes.get(&field).map(|index| &**index)
    }

    /// Where a term's postings are.
    pub fn term(&self, field: Field, term: impl AsRef<[u8]>) -> Option<TermInfo> {
        self.index(field)?.terms().get(term).ok().flatten()
    }

    /// The document was not deleted.
    pub fn is_alive(&self, doc: u32) -> bool {
        self.alive.as_ref().is_none_or(|alive| alive.is_alive(doc))
    }

    /// The product of a document.
    pub fn product(&self, doc: u32) -> i64 {
        self.product.get_val(doc)
    }

    /// The greatest product number.
    pub fn newest(&self) -> i64 {
        self.product.max_value()
    }

    /// The listing of one of the row's offers.
    pub fn listing(&self, doc: u32, offer: usize) -> i64 {
        self.listings.values_for_doc(doc).nth(offer).unwrap_or_default()
    }

    /// The packed row.
    pub fn row(&self, doc: u32) -> Option<Row<'_>> {
        self.rows.row(doc)
    }

    /// Has the rows of documents brought near, all at once: one after another each would be waited for.
    pub fn touch(&self, docs: impl Iterator<Item = u32> + Clone) {
        self.rows.touch(docs);
    }

    /// Where the document lies among others.
    pub fn point(&self, doc: u32, buffer: &mut Vec<u64>) -> Point {
        read(&self.points, doc, buffer);
        latent::unpack(buffer)
    }

    /// What the document is about.
    pub fn about<'a>(&self, doc: u32, buffer: &'a mut Vec<u64>) -> &'a [u64] {
        read(&self.terms, doc, buffer);
        buffer
    }
}

/// So many points tell where the middle is.
const MIDDLE_OF: u64 = 512;

fn middle(segments: &[Segment], docs: u64) -> [f32; DIMS] {
    let (mut sums, mut count, mut buffer) = ([0.0; DIMS], 0.0_f32, Vec::new());
    let step = usize::try_from(docs / MIDDLE_OF).unwrap_or(usize::MAX).max(1);
    for segment in segments {
        for doc in (0..segment.max).step_by(step) {
            let point = segment.point(doc, &mut buffer);
            sums.iter_mut().zip(point).for_each(|(sum, part)| *sum += f32::from(part));
            count += 1.0;
        }
    }
    sums.map(|sum| sum / count.max(1.0))
}

fn read(column: &Column<u64>, doc: u32, buffer: &mut Vec<u64>) {
    let rows = column.index.value_row_ids(doc);
    buffer.resize(rows.len(), 0);
    column.values.get_range(u64::from(rows.start), buffer);
}
