//! The fields of the index library, and how their texts are cut.

use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// The layout of the index. Another one is refused. Change it with everything that changes what is written: fields, rows, levels, terms.
pub const LAYOUT: &str = "samal-8";

/// The name of the tokenizer.
pub const LEVELS: &str = "levels";

/// The fields.
#[derive(Debug, Clone, Copy)]
pub struct Fields {
    /// The product's number.
    pub product: Field,
    /// Every term, as often as its level says.
    pub all: Field,
    /// The terms of the short fields.
    pub short: Field,
    /// The words of the short fields as they are written, for completion and correction.
    pub words: Field,
    /// Categories, shops and tags, as [`Spot`] numbers them.
    pub places: Field,
    /// The packed rest, see [`super::row`].
    pub row: Field,
    /// The listings, in the order of the row's offers.
    pub listings: Field,
    /// The document's weightiest terms, for the exact score.
    pub terms: Field,
    /// Where it lies among others, for feedback.
    pub point: Field,
}

/// Something a page is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A category.
    Category(u32),
    /// A shop.
    Shop(u32),
    /// A tag.
    Tag(u32),
}

impl Spot {
    /// As one number.
    pub const fn number(self) -> u64 {
        match self {
            Self::Category(id) => 1 << 32 | id as u64,
            Self::Shop(id) => 2 << 32 | id as u64,
            Self::Tag(id) => 3 << 32 | id as u64,
        }
    }
}

/// The schema with its fields.
pub fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let text = |option| {
        let indexing = TextFieldIndexing::default().set_tokenizer(LEVELS).set_fieldnorms(false).set_index_option(option);
        TextOptions::default().set_indexing_options(indexing)
    };
    let fields = Fields {
        product: builder.add_i64_field("product", INDEXED | FAST),
        all: builder.add_text_field("all", text(IndexRecordOption::WithFreqs)),
        short: builder.add_text_field("short", text(IndexRecordOption::Basic)),
        words: builder.add_text_field("words", text(IndexRecordOption::Basic)),
        places: builder.add_u64_field("places", INDEXED),
        row: builder.add_u64_field("row", FAST),
        listings: builder.add_i64_field("listings", FAST),
        terms: builder.add_u64_field("terms", FAST),
        point: builder.add_u64_field("point", FAST),
    };
    (builder.build(), fields)
}

/// Marks of levels begin here: letters that no text has after folding.
const MARK: u32 = 0xE000;

fn is_mark(c: char) -> bool {
    ('\u{E000}'..='\u{E0FF}').contains(&c)
}

/// Appends a term that is to be indexed `level` times.
pub fn put(out: &mut String, term: &str, level: u8) {
    out.push(char::from_u32(MARK + u32::from(level)).unwrap_or(' '));
    out.push_str(term);
}

/// Cuts what [`put`] wrote.
#[derive(Clone, Default)]
pub struct Levels {
    token: Token,
}

/// The stream of [`Levels`].
pub struct LevelStream<'a> {
    rest: &'a str,
    left: u8,
    token: &'a mut Token,
}

impl Tokenizer for Levels {
    type TokenStream<'a> = LevelStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> LevelStream<'a> {
        self.token.reset();
        LevelStream { rest: text, left: 0, token: &mut self.token }
    }
}

impl TokenStream for LevelStream<'_> {
    fn advance(&mut self) -> bool {
        if self.left == 0 {
            let mut chars = self.rest.chars();
            let Some(level) = chars.next() else { return false };
            let rest = chars.as_str();
            let end = rest.find(is_mark).unwrap_or(rest.len());
            self.token.text.clear();
            self.token.text.push_str(&rest[..end]);
            self.left = u8::try_from(u32::from(level) - MARK).unwrap_or(1);
            self.rest = &rest[end..];
        }
        self.left -= 1;
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_come_as_often_as_their_level() {
        let mut text = String::new();
        put(&mut text, "чай", 2);
        put(&mut text, "1.5l", 1);
        let mut levels = Levels::default();
        let mut stream = levels.token_stream(&text);
        let mut all = Vec::new();
        while stream.advance() {
            all.push(stream.token().text.clone());
        }
        assert_eq!(all, ["чай", "чай", "1.5l"]);
    }
}
