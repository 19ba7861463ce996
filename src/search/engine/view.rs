//! One state of the index: what was committed when it was opened. Questions see one view from beginning to end.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use tantivy::columnar::{Column, ColumnValues};
use tantivy::fastfield::AliveBitSet;
use tantivy::postings::TermInfo;
use tantivy::schema::Field;
use tantivy::{InvertedIndexReader, Searcher, SegmentReader};

use super::error::Result;
use super::row::Row;
use super::run::cache::Cache;
use super::schema::Fields;

/// A state of the index.
pub struct View {
    /// Its parts.
    pub segments: Vec<Segment>,
    /// How many documents there are, the deleted ones that still stand in the index too.
    pub docs: u64,
    /// Answers that are asked for again and again.
    pub cache: Mutex<Cache>,
    /// Keeps the files.
    _searcher: Searcher,
}

/// A part of the index with its own document numbers.
pub struct Segment {
    indexes: HashMap<Field, Arc<InvertedIndexReader>>,
    product: Arc<dyn ColumnValues<i64>>,
    row: Column<u64>,
    listings: Column<i64>,
    terms: Column<u64>,
    alive: Option<AliveBitSet>,
    /// Document numbers lie below.
    pub max: u32,
}

impl View {
    pub(super) fn open(searcher: Searcher, fields: &Fields) -> Result<Self> {
        let segments: Vec<_> = searcher.segment_readers().iter().map(|reader| Segment::open(reader, fields)).collect::<Result<_>>()?;
        let docs = segments.iter().map(|segment| u64::from(segment.max)).sum();
        Ok(Self { segments, docs, cache: Mutex::default(), _searcher: searcher })
    }

    /// How many documents have the term.
    pub fn df(&self, field: Field, term: &str) -> u64 {
        self.segments.iter().filter_map(|segment| segment.term(field, term)).map(|info| u64::from(info.doc_freq)).sum()
    }
}

impl Segment {
    fn open(reader: &SegmentReader, fields: &Fields) -> Result<Self> {
        let columns = reader.fast_fields();
        let indexed = [fields.product, fields.all, fields.short, fields.words, fields.places];
        let indexes = indexed.into_iter().map(|field| Ok((field, reader.inverted_index(field)?))).collect::<Result<_>>()?;
        Ok(Self {
            indexes,
            product: columns.column_first_or_default("product")?,
            row: columns.u64("row")?,
            listings: columns.i64("listings")?,
            terms: columns.u64("terms")?,
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
    pub fn row<'a>(&self, doc: u32, buffer: &'a mut Vec<u64>) -> Option<Row<'a>> {
        read(&self.row, doc, buffer);
        Row::read(buffer)
    }

    /// What the document is about.
    pub fn about<'a>(&self, doc: u32, buffer: &'a mut Vec<u64>) -> &'a [u64] {
        read(&self.terms, doc, buffer);
        buffer
    }
}

fn read(column: &Column<u64>, doc: u32, buffer: &mut Vec<u64>) {
    let rows = column.index.value_row_ids(doc);
    buffer.resize(rows.len(), 0);
    column.values.get_range(u64::from(rows.start), buffer);
}
