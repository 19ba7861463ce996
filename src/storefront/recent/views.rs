//! Looks of signed-in people, buffered like the views of listings: reading a page writes nothing.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Timestamptz};

use crate::db::{Db, DbError};
use crate::kernel::{ProductId, UserId, now};

/// Looks since the last flush.
#[derive(Debug, Default)]
pub struct RecentViews(Mutex<HashMap<(UserId, ProductId), DateTime<Utc>>>);

/// Only for people who want it; products that are gone meanwhile are left out.
const WRITE: &str = "
INSERT INTO recent_views (user_id, product_id, at)
SELECT u.id, p.id, seen.at FROM unnest($1, $2, $3) AS seen (user_id, product_id, at)
JOIN users u ON u.id = seen.user_id AND u.keeps_recent AND u.deleted_at IS NULL JOIN products p ON p.id = seen.product_id
ORDER BY u.id, p.id
ON CONFLICT (user_id, product_id) DO UPDATE SET at = excluded.at";

/// Nobody's list grows without end.
const TRIM: &str = "
DELETE FROM recent_views v USING (
    SELECT user_id, product_id, row_number() OVER (PARTITION BY user_id ORDER BY at DESC, product_id) AS place
    FROM recent_views WHERE user_id = ANY($1)) old
WHERE old.place > 50 AND v.user_id = old.user_id AND v.product_id = old.product_id";

impl RecentViews {
    /// Somebody looks at a product.
    pub fn note(&self, user: UserId, product: ProductId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert((user, product), now());
    }

    /// What somebody looked at and is not written yet, with the moment, the latest first.
    pub fn waiting(&self, user: UserId) -> Vec<(ProductId, DateTime<Utc>)> {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut own: Vec<_> = seen.iter().filter(|((who, _), _)| *who == user).map(|((_, product), at)| (*product, *at)).collect();
        own.sort_unstable_by_key(|(product, at)| std::cmp::Reverse((*at, *product)));
        own
    }

    /// Forgets what somebody looked at and is not written yet.
    pub fn forget(&self, user: UserId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|(who, _), _| *who != user);
    }

    /// Writes them all; on failure they are kept for the next time.
    pub fn flush(&self, db: &Db) -> Result<(), DbError> {
        let seen = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if seen.is_empty() {
            return Ok(());
        }
        let users: Vec<UserId> = seen.keys().map(|(user, _)| *user).collect();
        let products: Vec<ProductId> = seen.keys().map(|(_, product)| *product).collect();
        let moments: Vec<DateTime<Utc>> = seen.values().copied().collect();
        let written = db.write_here(|tx| -> Result<(), DbError> {
            let write = diesel::sql_query(WRITE).bind::<Array<BigInt>, _>(&users).bind::<Array<BigInt>, _>(&products);
            write.bind::<Array<Timestamptz>, _>(&moments).execute(&mut **tx)?;
            diesel::sql_query(TRIM).bind::<Array<BigInt>, _>(&users).execute(&mut **tx)?;
            Ok(())
        });
        if written.is_err() {
            let mut again = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            for (look, at) in seen {
                again.entry(look).or_insert(at);
            }
        }
        written
    }
}
