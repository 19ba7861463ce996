//! What can be wrong: with a file, with a row, with a cell. All as message keys; translating is the page's work.

use std::io;

use super::columns::Field;
use super::table::Row;

/// Why a file is refused as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Neither CSV nor XLSX nor YML.
    #[error("the file is no price list")]
    Unknown,
    /// XLS, the workbook of before 2007.
    #[error("the workbook is of the old kind")]
    OldExcel,
    /// Behind a password.
    #[error("the file is protected by a password")]
    Protected,
    /// Cut off or damaged.
    #[error("the file is damaged")]
    Broken,
    /// It unpacks to far more than it is.
    #[error("the file unpacks to far too much")]
    Bomb,
    /// More rows, columns, texts or files than are read.
    #[error("the file is too large")]
    TooLarge,
    /// XML that defines or uses entities of its own.
    #[error("the file uses XML entities")]
    Entities,
    /// XML nested beyond any sense.
    #[error("the file is nested too deep")]
    TooDeep,
    /// No row that could be a header.
    #[error("the file has no header")]
    NoHeader,
    /// The disk failed.
    #[error("the file cannot be read")]
    Unreadable,
}

impl Refusal {
    /// The message's key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "import-file-empty",
            Self::Unknown => "import-file-unknown",
            Self::OldExcel => "import-file-xls",
            Self::Protected => "import-file-protected",
            Self::Broken => "import-file-broken",
            Self::Bomb => "import-file-bomb",
            Self::TooLarge => "import-file-large",
            Self::Entities => "import-file-entities",
            Self::TooDeep => "import-file-deep",
            Self::NoHeader => "import-file-header",
            Self::Unreadable => "import-file-unreadable",
        }
    }
}

/// A refusal may travel through readers as an error of reading, and comes out again as itself.
impl From<Refusal> for io::Error {
    fn from(refusal: Refusal) -> Self {
        Self::other(refusal)
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::of(&error)
    }
}

impl Refusal {
    pub(super) fn of(error: &io::Error) -> Self {
        if let Some(refusal) = error.get_ref().and_then(|inner| inner.downcast_ref()) {
            return *refusal;
        }
        match error.kind() {
            io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => Self::Broken,
            _ => Self::Unreadable,
        }
    }
}

/// What fills a placeable of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A number.
    Number(i64),
    /// Text as it is.
    Text(String),
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Arg {
    /// Long texts are cut: a message is no place for them.
    fn from(text: &str) -> Self {
        Self::Text(text.chars().take(40).collect())
    }
}

/// One thing that is wrong, as a message key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// With which field; none when it is the row as a whole.
    pub field: Option<Field>,
    /// The message's key.
    pub key: &'static str,
    /// What fills its placeables.
    pub args: Vec<(&'static str, Arg)>,
}

impl Problem {
    /// A problem without arguments.
    pub const fn new(key: &'static str) -> Self {
        Self { field: None, key, args: Vec::new() }
    }

    /// Fills a placeable.
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Says which field it is about.
    pub fn at(mut self, field: Field) -> Self {
        self.field = Some(field);
        self
    }
}

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// What could be read of it, for the error file.
    pub row: Row,
    /// What is wrong.
    pub problem: Problem,
    /// Whether the file could not be read any further: no row comes after this error.
    pub stops: bool,
}

impl RowError {
    /// A row that is wrong; the next ones follow.
    pub(super) fn broken(row: Row, problem: Problem) -> Self {
        Self { row, problem, stops: false }
    }

    /// The end of a file that goes wrong in the middle.
    pub(super) fn end(line: u64, refusal: Refusal) -> Self {
        Self { row: Row { line, cells: Vec::new() }, problem: Problem::new(refusal.key()), stops: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_survives_the_way_through_a_reader() {
        assert_eq!(Refusal::of(&Refusal::Bomb.into()), Refusal::Bomb);
        assert_eq!(Refusal::of(&io::ErrorKind::UnexpectedEof.into()), Refusal::Broken);
        assert_eq!(Refusal::of(&io::ErrorKind::PermissionDenied.into()), Refusal::Unreadable);
    }
}
