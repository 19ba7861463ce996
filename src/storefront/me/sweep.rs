//! The nightly sweep: what has had its time goes.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::db::Tx;
use crate::jobs::Job;

/// Removes expired sessions and links, old form tokens, guest carts that nobody came back to, and letters long sent.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Sweep {}

impl Job for Sweep {
    const NAME: &'static str = "sweep";
}

impl Sweep {
    /// Does the work; safe to repeat.
    pub fn run(tx: &mut Tx<'_>) -> QueryResult<()> {
        for statement in [
            "DELETE FROM sessions WHERE expires_at < now()",
            "DELETE FROM mailed_links WHERE expires_at < now()",
            "DELETE FROM form_tokens WHERE created_at < now() - interval '30 days'",
            "DELETE FROM carts WHERE user_id IS NULL AND updated_at < now() - interval '60 days'",
            "DELETE FROM asked_words WHERE day < current_date - 90",
            "DELETE FROM events WHERE handled_at < now() - interval '60 days'",
            "DELETE FROM mails WHERE sent_at < now() - interval '60 days'",
            // An index that stood still so long is built anew.
            "WITH gone AS (DELETE FROM search_changes WHERE at < now() - interval '7 days' RETURNING txid)
             UPDATE search_log SET pruned = greatest(pruned, (SELECT coalesce(max(txid) + 1, 0) FROM gone))",
        ] {
            diesel::sql_query(statement).execute(&mut **tx)?;
        }
        Ok(())
    }
}
