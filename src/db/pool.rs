//! The pool, and the one hop from async handlers to blocking database work.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use diesel::connection::{InstrumentationEvent, SimpleConnection};
use diesel::prelude::*;
use diesel::r2d2::{ConnectionManager, CustomizeConnection, Pool, PooledConnection};
use diesel::result::DatabaseErrorKind;
use diesel::result::Error as DieselError;

use super::Tx;

/// What can go wrong between a room and its database.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// No connection became free in time, or the server is away.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// The statement failed.
    #[error(transparent)]
    Query(#[from] DieselError),
    /// The blocking task died.
    #[error("the database task was cut off")]
    CutOff,
}

/// The database, cheap to clone.
#[derive(Clone)]
pub struct Db {
    pool: Pool<ConnectionManager<PgConnection>>,
    statements: Arc<AtomicU64>,
}

impl Db {
    /// A pool of at most `size` connections; none is opened until it is needed.
    pub fn connect(url: &str, size: u32) -> Self {
        let statements = Arc::new(AtomicU64::new(0));
        let pool = Pool::builder()
            .max_size(size)
            .min_idle(Some(0))
            .test_on_check_out(false)
            .connection_timeout(Duration::from_secs(5))
            .connection_customizer(Box::new(Setup { statements: statements.clone() }))
            .build_unchecked(ConnectionManager::new(url));
        Self { pool, statements }
    }

    /// Reads on the blocking pool.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut PgConnection) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let db = self.clone();
        hop(move || db.read_here(work)).await
    }

    /// One transaction on the blocking pool. The closure runs again when PostgreSQL asks for it (40001, 40P01), so it must not act outside.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + From<DieselError> + Retry + Send + 'static,
    {
        let db = self.clone();
        hop(move || db.write_here(work)).await
    }

    /// Reads on the calling thread: for commands and tests.
    pub fn read_here<T, E: From<DbError>>(&self, work: impl FnOnce(&mut PgConnection) -> Result<T, E>) -> Result<T, E> {
        work(&mut *self.take()?)
    }

    /// One transaction on the calling thread: for commands, jobs and tests.
    pub fn write_here<T, E>(&self, mut work: impl FnMut(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E>
    where
        E: From<DbError> + From<DieselError> + Retry,
    {
        const TRIES: u32 = 5;
        let mut conn = self.take()?;
        let mut tries = 0;
        loop {
            tries += 1;
            match conn.transaction(|conn| work(&mut Tx::new(conn))) {
                Err(error) if tries < TRIES && error.asks_again() => {}
                outcome => return outcome,
            }
        }
    }

    /// How many statements ran since the start: tests hold pages to their budgets by it.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    fn take(&self) -> Result<PooledConnection<ConnectionManager<PgConnection>>, DbError> {
        self.pool.get().map_err(|error| DbError::Unavailable(error.to_string()))
    }
}

/// Hops to the blocking pool. The only other `web::block` of the house draws categories (`storefront/web/machines.rs`).
async fn hop<T, E>(work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<DbError> + Send + 'static,
{
    actix_web::web::block(work).await.unwrap_or_else(|_| Err(DbError::CutOff.into()))
}

/// Whether a failed transaction is worth running again.
pub trait Retry {
    /// True for serialization failures and deadlocks.
    fn asks_again(&self) -> bool;
}

const DEADLOCK: [&str; 2] = ["deadlock detected", "взаимоблокировка"];

impl Retry for DieselError {
    fn asks_again(&self) -> bool {
        match self {
            DieselError::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => true,
            // diesel does not tell 40P01 apart, and the server speaks the language it was made with.
            DieselError::DatabaseError(_, info) => DEADLOCK.iter().any(|words| info.message().contains(words)),
            _ => false,
        }
    }
}

impl Retry for DbError {
    fn asks_again(&self) -> bool {
        matches!(self, DbError::Query(error) if error.asks_again())
    }
}

#[derive(Debug)]
struct Setup {
    statements: Arc<AtomicU64>,
}

impl CustomizeConnection<PgConnection, diesel::r2d2::Error> for Setup {
    fn on_acquire(&self, conn: &mut PgConnection) -> Result<(), diesel::r2d2::Error> {
        // Every statement keeps its one plan: making a page's plans anew took longer than running them. A partial index is found only
        // where its condition stands in the text, and a LIMIT only where it is a number: what leans on them does not bind them.
        conn.batch_execute(
            "SET statement_timeout = '20s'; SET idle_in_transaction_session_timeout = '30s'; SET lock_timeout = '10s';
             SET plan_cache_mode = force_generic_plan",
        )
        .map_err(diesel::r2d2::Error::QueryError)?;
        // What the rooms ask counts. BEGIN, COMMIT and ROLLBACK come as queries too, each after an event of its own.
        let (statements, mut frame) = (self.statements.clone(), false);
        conn.set_instrumentation(move |event: InstrumentationEvent<'_>| match event {
            InstrumentationEvent::StartQuery { query, .. } if !std::mem::take(&mut frame) => {
                statements.fetch_add(1, Ordering::Relaxed);
                tracing::trace!(target: "samal::sql", "{query}");
            }
            InstrumentationEvent::BeginTransaction { .. }
            | InstrumentationEvent::CommitTransaction { .. }
            | InstrumentationEvent::RollbackTransaction { .. } => frame = true,
            _ => {}
        });
        Ok(())
    }
}
