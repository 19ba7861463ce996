//! What can go wrong with an index.

use std::fmt;

/// Why the index could not do it.
#[derive(Debug)]
pub enum Error {
    /// The folder holds an index of another layout; delete it and build it anew.
    Schema {
        /// What the folder says.
        found: String,
    },
    /// The index library failed: a full disk, a broken file, a lock held by another writer.
    Store(tantivy::TantivyError),
    /// The folder could not be read or written.
    Folder(std::io::Error),
}

/// A result of the engine.
pub type Result<T> = std::result::Result<T, Error>;

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Schema { found } => write!(out, "the index has layout {found:?}, not {:?}: it must be rebuilt", super::schema::LAYOUT),
            Self::Store(error) => write!(out, "index: {error}"),
            Self::Folder(error) => write!(out, "index folder: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Schema { .. } => None,
            Self::Store(error) => Some(error),
            Self::Folder(error) => Some(error),
        }
    }
}

impl From<tantivy::TantivyError> for Error {
    fn from(error: tantivy::TantivyError) -> Self {
        Self::Store(error)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Folder(error)
    }
}
