//! A walk through one term's postings, block by block.

use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::{Field, IndexRecordOption};

use super::super::level;
use super::super::view::Segment;

/// Beyond all documents.
pub const END: u32 = u32::MAX;

/// Where we are in a posting list.
pub struct Cursor {
    block: BlockSegmentPostings,
    at: usize,
    /// The level of all documents where the index keeps none.
    level: Option<u32>,
}

impl Cursor {
    /// Of a term in a segment, if it occurs there.
    pub fn open(segment: &Segment, field: Field, term: &str, levels: bool) -> Option<Self> {
        Self::open_bytes(segment, field, term.as_bytes(), levels)
    }

    /// Of a term that is not text.
    pub fn open_bytes(segment: &Segment, field: Field, term: &[u8], levels: bool) -> Option<Self> {
        let info = segment.term(field, term)?;
        let option = if levels { IndexRecordOption::WithFreqs } else { IndexRecordOption::Basic };
        let block = segment.index(field)?.read_block_postings_from_terminfo(&info, option).ok()?;
        Some(Self { block, at: 0, level: (!levels).then_some(u32::from(level::SHORT)) })
    }

    /// How many documents have the term.
    pub fn size(&self) -> u32 {
        self.block.doc_freq()
    }

    /// The document we are at; [`END`] after the last.
    pub fn doc(&self) -> u32 {
        self.block.docs().get(self.at).copied().unwrap_or(END)
    }

    /// Goes to the first document not before `target`.
    pub fn seek(&mut self, target: u32) {
        if self.doc() < target {
            self.at = self.block.seek(target);
        }
    }

    /// Tells of every document below `end` and its level.
    pub fn each_below(&mut self, end: u32, mut tell: impl FnMut(u32, u32)) {
        loop {
            let docs = self.block.docs();
            let freqs = self.block.freqs();
            let upto = self.at + docs[self.at.min(docs.len())..].iter().take_while(|doc| **doc < end).count();
            for (at, doc) in docs.iter().enumerate().take(upto).skip(self.at) {
                tell(*doc, self.level.or_else(|| freqs.get(at).copied()).unwrap_or(1));
            }
            self.at = upto;
            if upto < docs.len() || docs.is_empty() {
                return;
            }
            self.block.advance();
            self.at = 0;
        }
    }
}
