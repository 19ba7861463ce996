//! The few ways a request can fail. Rendered once, by the gate.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use chrono::{DateTime, Utc};

use crate::db::{DbError, Retry};

/// Why a request got no page of its own.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Fault {
    /// No such page, or somebody else's.
    #[error("not found")]
    NotFound,
    /// The page was there once.
    #[error("gone")]
    Gone,
    /// Only for people who are signed in; the gate leads there and back.
    #[error("sign in first")]
    SignIn,
    /// Only for people who sell; the gate leads to becoming one.
    #[error("open a shop first")]
    NoShop,
    /// Signed in, but not allowed.
    #[error("forbidden")]
    Forbidden,
    /// The request makes no sense.
    #[error("invalid request")]
    Invalid,
    /// The thing changed meanwhile.
    #[error("conflict")]
    Conflict,
    /// The body is over the limit.
    #[error("too large")]
    TooLarge,
    /// This method means nothing here.
    #[error("method not allowed")]
    MethodNotAllowed,
    /// Too often; when to come again.
    #[error("too many requests")]
    TooMany(DateTime<Utc>),
    /// The database is away.
    #[error("unavailable")]
    Unavailable,
    /// Our own mistake; the details go to the log only.
    #[error("unexpected: {0}")]
    Unexpected(String),
}

impl Fault {
    /// Anything that should not have happened.
    pub fn unexpected(error: impl std::fmt::Display) -> Self {
        Self::Unexpected(error.to_string())
    }

    /// The message key of the page's heading.
    pub const fn heading(&self) -> &'static str {
        match self {
            Self::NotFound => "fault-not-found",
            Self::Gone => "fault-gone",
            Self::SignIn => "fault-sign-in",
            Self::Forbidden | Self::NoShop => "fault-forbidden",
            Self::Invalid => "fault-invalid",
            Self::Conflict => "fault-conflict",
            Self::TooLarge => "fault-too-large",
            Self::MethodNotAllowed => "fault-method",
            Self::TooMany(_) => "fault-too-many",
            Self::Unavailable => "fault-unavailable",
            Self::Unexpected(_) => "fault-unexpected",
        }
    }

    /// The message key of what to do now.
    pub const fn advice(&self) -> &'static str {
        match self {
            Self::NotFound => "fault-not-found-advice",
            Self::Gone => "fault-gone-advice",
            Self::SignIn => "fault-sign-in-advice",
            Self::Forbidden | Self::NoShop => "fault-forbidden-advice",
            Self::Invalid | Self::MethodNotAllowed => "fault-invalid-advice",
            Self::Conflict => "fault-conflict-advice",
            Self::TooLarge => "fault-too-large-advice",
            Self::TooMany(_) => "fault-too-many-advice",
            Self::Unavailable => "fault-unavailable-advice",
            Self::Unexpected(_) => "fault-unexpected-advice",
        }
    }
}

impl ResponseError for Fault {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::NoShop => StatusCode::FORBIDDEN,
            Self::Invalid => StatusCode::BAD_REQUEST,
            Self::Conflict => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unexpected(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

impl From<DbError> for Fault {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Query(diesel::result::Error::NotFound) => Self::NotFound,
            DbError::Unavailable(why) => {
                tracing::error!(%why, "the database is not available");
                Self::Unavailable
            }
            error => Self::unexpected(error),
        }
    }
}

impl From<diesel::result::Error> for Fault {
    fn from(error: diesel::result::Error) -> Self {
        DbError::from(error).into()
    }
}

impl From<askama::Error> for Fault {
    fn from(error: askama::Error) -> Self {
        Self::unexpected(error)
    }
}

impl Retry for Fault {
    fn asks_again(&self) -> bool {
        matches!(self, Self::Unexpected(why) if why.contains("deadlock detected") || why.contains("could not serialize"))
    }
}
