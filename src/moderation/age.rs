//! How long something has lasted, in words: minutes, hours or days.

use chrono::{DateTime, Utc};

use crate::kernel::now;

/// A span in its fitting unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    /// The message key; takes `{$n}`.
    pub key: &'static str,
    /// How many.
    pub n: i64,
}

impl Age {
    /// From then until now.
    pub fn since(then: DateTime<Utc>) -> Self {
        let minutes = (now() - then).num_minutes().max(0);
        match minutes {
            0..60 => Self { key: "moderation-age-minutes", n: minutes },
            60..1440 => Self { key: "moderation-age-hours", n: minutes / 60 },
            _ => Self { key: "moderation-age-days", n: minutes / 1440 },
        }
    }
}
