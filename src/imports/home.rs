//! What imports work with: the database, the stores, and the folder where price lists lie, out of reach of any address.

use std::path::PathBuf;
use std::sync::Arc;

use actix_web::web::Data;
use secrecy::ExposeSecret;

use super::import::Import;
use crate::catalog::Shelf;
use crate::config::Config;
use crate::db::Db;
use crate::storage::{Files, LocalDisk};
use crate::web::Ctx;

/// What imports work with, cheap to clone.
#[derive(Clone)]
pub struct Home {
    /// The database.
    pub db: Db,
    /// Where photos go.
    pub files: Files,
    /// The reference data.
    pub shelf: Arc<Shelf>,
    /// The program's own folder.
    pub var: PathBuf,
}

impl Home {
    /// A command's, with two connections.
    pub fn new(config: &Config) -> Self {
        let db = Db::connect(config.database_url.expose_secret(), 2);
        Self { db, files: Arc::new(LocalDisk::new(&config.uploads)), shelf: Arc::default(), var: config.var.clone() }
    }

    /// A request's.
    pub fn of(ctx: &Ctx, shelf: Data<Shelf>, files: &Data<Files>) -> Self {
        Self { db: ctx.db().clone(), files: Files::clone(files), shelf: shelf.into_inner(), var: ctx.config().var.clone() }
    }

    /// Where all price lists lie.
    pub fn root(&self) -> PathBuf {
        self.var.join("imports")
    }

    /// Where one import's files lie.
    pub fn folder(&self, folder: uuid::Uuid) -> PathBuf {
        self.root().join(folder.simple().to_string())
    }

    /// An import's list.
    pub fn list(&self, import: &Import) -> PathBuf {
        self.folder(import.folder).join("list")
    }

    /// An import's archive of photos, where there is one.
    pub fn photos(&self, import: &Import) -> Option<PathBuf> {
        (!import.photos_name.is_empty()).then(|| self.folder(import.folder).join("photos"))
    }
}
