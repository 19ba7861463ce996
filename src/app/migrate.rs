//! `samal migrate`: our tables, the queue's tables, the starter catalogue.

use anyhow::{Context, anyhow};
use diesel::prelude::*;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use graphile_worker::WorkerOptions;
use secrecy::ExposeSecret;

use crate::catalog;
use crate::config::Config;
use crate::db::{Db, DbError, Retry, Tx};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!();

/// Brings the database up to date. Safe to run again, and from several nodes at once: a lock lets one work at a time.
pub async fn migrate(config: &Config) -> anyhow::Result<()> {
    let url = config.database_url.expose_secret().to_owned();
    actix_web::rt::task::spawn_blocking(move || own_tables(&url)).await??;
    // The queue makes and upgrades its own schema when a worker is initialised.
    WorkerOptions::default().database_url(config.database_url.expose_secret()).max_pg_conn(1).init().await.context("the queue's tables")?;
    let db = Db::connect(config.database_url.expose_secret(), 1);
    actix_web::rt::task::spawn_blocking(move || db.write_here(starter)).await?.map_err(|Failed(error)| error)
}

/// How many migrations are waiting.
pub(super) fn pending_migrations(conn: &mut PgConnection) -> anyhow::Result<usize> {
    Ok(conn.pending_migrations(MIGRATIONS).map_err(|error| anyhow!(error))?.len())
}

fn own_tables(url: &str) -> anyhow::Result<()> {
    let mut conn = PgConnection::establish(url).context("cannot reach PostgreSQL at DATABASE_URL")?;
    diesel::sql_query("SELECT pg_advisory_lock(7263901)").execute(&mut conn)?;
    conn.run_pending_migrations(MIGRATIONS).map_err(|error| anyhow!(error))?;
    Ok(())
}

struct Failed(anyhow::Error);

impl From<DbError> for Failed {
    fn from(error: DbError) -> Self {
        Self(error.into())
    }
}
impl From<diesel::result::Error> for Failed {
    fn from(error: diesel::result::Error) -> Self {
        Self(error.into())
    }
}
impl Retry for Failed {
    fn asks_again(&self) -> bool {
        false
    }
}

fn starter(tx: &mut Tx<'_>) -> Result<(), Failed> {
    catalog::load_starter(tx).map_err(Failed)
}
