//! How often listings were looked at: counted in memory, written in one statement by the node's timer.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt};

use crate::db::{Db, DbError};
use crate::kernel::ListingId;

/// Views since the last flush.
#[derive(Debug, Default)]
pub struct Views(Mutex<HashMap<ListingId, i64>>);

/// Listings that are gone meanwhile are not counted any more.
const WRITE: &str = "
INSERT INTO listing_views (listing_id, views)
SELECT l.id, seen.views FROM unnest($1, $2) AS seen (id, views) JOIN listings l ON l.id = seen.id ORDER BY l.id
ON CONFLICT (listing_id) DO UPDATE SET views = listing_views.views + excluded.views";

impl Views {
    /// Somebody looks at a listing. Prefetching browsers and its own seller are the caller's to leave out.
    pub fn note(&self, listing: ListingId) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(listing).or_default() += 1;
    }

    /// Writes them all in one statement; on failure they are kept for the next time.
    pub fn flush(&self, db: &Db) -> Result<(), DbError> {
        let seen = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if seen.is_empty() {
            return Ok(());
        }
        let (ids, counts): (Vec<ListingId>, Vec<i64>) = seen.iter().unzip();
        let written = db.write_here(|tx| -> Result<(), DbError> {
            let statement = diesel::sql_query(WRITE).bind::<Array<BigInt>, _>(&ids).bind::<Array<BigInt>, _>(&counts);
            statement.execute(&mut **tx)?;
            Ok(())
        });
        if written.is_err() {
            let mut again = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            seen.into_iter().for_each(|(listing, n)| *again.entry(listing).or_default() += n);
        }
        written
    }
}
