//! Background work. A job is enqueued inside the transaction that makes it true, by the queue's own SQL function;
//! `worker` on the roof runs it. Failed jobs come back with growing delays; after the last try they stay, dead, with their error.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text, Timestamptz};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::db::Tx;

/// A piece of background work: what it needs, as JSON. Every job is safe to repeat.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its name in the queue.
    const NAME: &'static str;
    /// Jobs of the same queue run one after another.
    const QUEUE: Option<&'static str> = None;
    /// How often it is tried before it counts as dead.
    const TRIES: i32 = 12;
    /// Of the jobs that are due, those with the lower number come first.
    const PRIORITY: i32 = 0;
}

/// Enqueues a job in this transaction: it runs if, and only if, the transaction commits.
pub fn enqueue<J: Job>(tx: &mut Tx<'_>, job: &J) -> QueryResult<()> {
    add(tx, job, None)
}

/// Enqueues a job for later.
pub fn enqueue_at<J: Job>(tx: &mut Tx<'_>, job: &J, at: DateTime<Utc>) -> QueryResult<()> {
    add(tx, job, Some(at))
}

fn add<J: Job>(tx: &mut Tx<'_>, job: &J, at: Option<DateTime<Utc>>) -> QueryResult<()> {
    let payload = serde_json::to_string(job).map_err(|error| diesel::result::Error::SerializationError(error.into()))?;
    diesel::sql_query(
        "SELECT 1 FROM graphile_worker.add_job($1, payload := $2::json, queue_name := $3, run_at := $4, max_attempts := $5, priority := $6)",
    )
    .bind::<Text, _>(J::NAME)
    .bind::<Text, _>(payload)
    .bind::<Nullable<Text>, _>(J::QUEUE)
    .bind::<Nullable<Timestamptz>, _>(at)
    .bind::<Integer, _>(J::TRIES)
    .bind::<Integer, _>(J::PRIORITY)
    .execute(&mut **tx)
    .map(drop)
}

/// How the queue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, QueryableByName)]
pub struct Standing {
    /// Waiting or running.
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    pub waiting: i64,
    /// Tried for the last time and failed.
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    pub dead: i64,
}

impl Standing {
    /// Counts the jobs now.
    pub fn read(conn: &mut PgConnection) -> QueryResult<Self> {
        diesel::sql_query(
            "SELECT count(*) FILTER (WHERE attempts < max_attempts) AS waiting, count(*) FILTER (WHERE attempts >= max_attempts) AS dead FROM graphile_worker._private_jobs",
        )
        .get_result(conn)
    }
}
