//! XML from strangers, piece by piece: bounded in size and depth, without entities. Small faults (a bare `&`, a tag closed by
//! another's name) are told as faults and read over, so that one bad offer does not end the list.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Error, Reader, XmlVersion};

use super::error::Refusal;
use super::limits::Limits;

/// So many faults and the file is broken rather than careless.
const FAULTS: usize = 10_000;

/// One piece of a document.
pub(super) enum Piece {
    /// An element begins.
    Open(Tag),
    /// An element ends.
    Close(String),
    /// Text, or a part of it.
    Text(String),
    /// Something is wrong here.
    Fault,
    /// The document ends.
    End,
}

/// An element's name and attributes.
pub(super) struct Tag(BytesStart<'static>);

impl Tag {
    /// Its name without a prefix.
    pub fn is(&self, name: &str) -> bool {
        self.0.local_name().into_inner() == name
    }

    /// Its name without a prefix.
    pub fn name(&self) -> String {
        self.0.local_name().into_inner().to_owned()
    }

    /// An attribute by its name without a prefix; nothing when it is missing or cannot be read.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        // looking for doubles costs the square of their number
        let own = attributes.with_checks(false).flatten().find(|own| own.key.local_name().into_inner() == name)?;
        own.normalized_value(XmlVersion::default()).ok().map(Cow::into_owned)
    }
}

/// A document while it is read.
pub(super) struct Xml {
    reader: Reader<Bounded>,
    buffer: Vec<u8>,
    depth: usize,
    faults: usize,
    limits: Limits,
}

impl Xml {
    pub fn new(input: Box<dyn Read + Send>, limits: Limits) -> Self {
        let mut reader = Reader::from_reader(Bounded { inner: BufReader::with_capacity(64 * 1024, input), left: limits.piece });
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        Self { reader, buffer: Vec::new(), depth: 0, faults: 0, limits }
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// Says how many elements are open, after one that was closed without its children.
    pub fn set_depth(&mut self, depth: usize) {
        self.depth = depth;
    }

    /// The next piece.
    pub fn next(&mut self) -> Result<Piece, Refusal> {
        loop {
            self.buffer.clear();
            self.reader.get_mut().left = self.limits.piece;
            let event = match self.reader.read_event_into(&mut self.buffer) {
                Ok(Event::Decl(_) | Event::Comment(_) | Event::PI(_)) => continue,
                Ok(event) => event.into_owned(),
                Err(error) => {
                    self.faults += 1;
                    return fault(&error, self.faults);
                }
            };
            return self.piece(event);
        }
    }

    fn piece(&mut self, event: Event<'static>) -> Result<Piece, Refusal> {
        Ok(match event {
            Event::Start(tag) => {
                self.depth += 1;
                if self.depth > self.limits.depth {
                    return Err(Refusal::TooDeep);
                }
                Piece::Open(Tag(tag))
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                Piece::Close(tag.local_name().into_inner().to_owned())
            }
            Event::Text(text) => Piece::Text(text.into_inner().into_owned()),
            Event::CData(text) => Piece::Text(text.into_inner().into_owned()),
            Event::GeneralRef(name) => Piece::Text(resolved(&name)?),
            // the usual first line of old price lists names a DTD; it is never fetched. One that brings its own rules is refused
            Event::DocType(text) if text.contains('[') || text.to_ascii_lowercase().contains("entity") => return Err(Refusal::Entities),
            Event::Eof => Piece::End,
            _ => Piece::Text(String::new()),
        })
    }
}

fn fault(error: &Error, faults: usize) -> Result<Piece, Refusal> {
    match error {
        Error::Io(error) => Err(Refusal::of(error)),
        Error::IllFormed(_) | Error::InvalidAttr(_) | Error::Escape(_) if faults < FAULTS => Ok(Piece::Fault),
        _ => Err(Refusal::Broken),
    }
}

/// The five names that XML has, and characters by number. Any other name would have to be defined by the file.
fn resolved(name: &BytesRef<'_>) -> Result<String, Refusal> {
    if name.is_char_ref() {
        let allowed = |c: &char| !c.is_control() || matches!(c, '\n' | '\t' | '\r');
        return Ok(name.resolve_char_ref().ok().flatten().filter(allowed).map(String::from).unwrap_or_default());
    }
    match &**name {
        "amp" => Ok("&".into()),
        "lt" => Ok("<".into()),
        "gt" => Ok(">".into()),
        "quot" => Ok("\"".into()),
        "apos" => Ok("'".into()),
        // HTML's own, which careless lists have outside CDATA
        "nbsp" => Ok(" ".into()),
        "laquo" => Ok("«".into()),
        "raquo" => Ok("»".into()),
        "mdash" | "ndash" => Ok("–".into()),
        _ => Err(Refusal::Entities),
    }
}

/// Gives out only so many bytes before it is asked to go on: a piece larger than that never comes together.
struct Bounded {
    inner: BufReader<Box<dyn Read + Send>>,
    left: usize,
}

impl Read for Bounded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.fill_buf()?.read(buffer)?;
        self.consume(n);
        Ok(n)
    }
}

impl BufRead for Bounded {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(Refusal::TooLarge.into());
        }
        let all = self.inner.fill_buf()?;
        Ok(&all[..all.len().min(self.left)])
    }

    fn consume(&mut self, n: usize) {
        self.left = self.left.saturating_sub(n);
        self.inner.consume(n);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, Refusal> {
        let limits = Limits { piece: 100, depth: 4, ..Limits::default() };
        let mut xml = Xml::new(Box::new(io::Cursor::new(text.to_owned().into_bytes())), limits);
        let mut said = String::new();
        loop {
            match xml.next()? {
                Piece::Open(tag) => said += &format!("<{}>", tag.name()),
                Piece::Close(name) => said += &format!("</{name}>"),
                Piece::Text(text) => said += &text,
                Piece::Fault => said += "!",
                Piece::End => return Ok(said),
            }
        }
    }

    #[test]
    fn texts_and_characters_come_through() {
        let text = "<?xml version=\"1.0\"?><!DOCTYPE yml_catalog SYSTEM \"shops.dtd\"><a b='1'>x &amp; &#1078; & y<![CDATA[<b>]]><c/></a>";
        assert_eq!(read(text), Ok("<a>x & ж & y<b><c></c></a>".into()));
    }

    #[test]
    fn entities_depth_and_size_are_refused() {
        assert_eq!(read("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"), Err(Refusal::Entities));
        assert_eq!(read("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"), Err(Refusal::Entities));
        assert_eq!(read("<a>&x;</a>"), Err(Refusal::Entities));
        assert_eq!(read(&"<a>".repeat(5)), Err(Refusal::TooDeep));
        assert_eq!(read(&format!("<a>{}</a>", "x".repeat(200))), Err(Refusal::TooLarge));
        assert_eq!(read(&format!("<a {}>", "b='c' ".repeat(50))), Err(Refusal::TooLarge));
        assert_eq!(read("<a><b"), Err(Refusal::Broken));
    }
}
