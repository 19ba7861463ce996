//! Why the demo could not be loaded.

use crate::checkout::NotPlaced;
use crate::db::{DbError, Retry};
use crate::orders::Refusal;
use crate::shops::OpenError;

/// Why the demo could not be loaded; nothing of it stays then.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// Our own files disagree with the catalogue.
    #[error("the demo's data: {0}")]
    Data(String),
    /// Somebody lives here already.
    #[error("this marketplace has people or listings already: the demo is for an empty one")]
    NotEmpty,
    /// A verb said no.
    #[error("the demo's story: {0}")]
    Story(String),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<diesel::result::Error> for DemoError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Db(error.into())
    }
}

impl From<OpenError> for DemoError {
    fn from(error: OpenError) -> Self {
        Self::Story(error.to_string())
    }
}

impl From<NotPlaced> for DemoError {
    fn from(error: NotPlaced) -> Self {
        Self::Story(error.to_string())
    }
}

impl From<Refusal> for DemoError {
    fn from(error: Refusal) -> Self {
        Self::Story(error.to_string())
    }
}

impl Retry for DemoError {
    fn asks_again(&self) -> bool {
        matches!(self, Self::Db(error) if error.asks_again())
    }
}
