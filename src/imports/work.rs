//! An import opened for work: its shop, its file, how its rows are read.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use super::file::{Kind, Limits, Photos, Refusal, Table, kind, open};
use super::goods::Goods;
use super::home::Home;
use super::import::Import;
use super::items::Items;
use crate::catalog::Catalog;
use crate::db::DbError;
use crate::kernel::ImportId;
use crate::shops::{Shop, ShopState, Terms, Way};

/// Rows that one transaction takes.
pub const CHUNK: usize = 500;

/// What stops an import's job.
#[derive(Debug, thiserror::Error)]
pub enum Stopped {
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The disk.
    #[error(transparent)]
    Disk(#[from] std::io::Error),
    /// The file cannot be read.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl From<diesel::result::Error> for Stopped {
    fn from(error: diesel::result::Error) -> Self {
        Self::Db(error.into())
    }
}

/// An import at work.
pub struct Work {
    /// The import.
    pub import: Import,
    /// Its shop.
    pub shop: Shop,
    /// How the shop delivers.
    pub ways: Vec<Way>,
    /// The reference data.
    pub catalog: Arc<Catalog>,
    /// How drafts become listings.
    pub goods: Goods,
    /// Its rows.
    pub items: Items,
    /// Its photos, where they came along.
    pub photos: Option<Photos>,
}

impl Work {
    /// Opens it.
    pub fn open(home: &Home, import: Import) -> Result<Self, Stopped> {
        let shop = import.shop_id;
        let (shop, ways) = home.db.read_here(|conn| -> Result<_, DbError> {
            home.shelf.refresh(conn)?;
            let shop = Shop::find(conn, shop)?;
            let ways: Vec<Way> = Terms::of_shops(conn, &[shop.id])?.into_iter().map(|terms| terms.way).collect();
            Ok((shop, ways))
        })?;
        let (catalog, matching) = (home.shelf.now(), import.matching());
        let table = list(&home.list(&import))?;
        let photos = home.photos(&import).map(|path| archive(&path)).transpose()?;
        Ok(Self {
            goods: Goods::new(catalog.clone(), &matching, &ways),
            items: Items::new(table.rows, matching.columns(&table.header)),
            import,
            shop,
            ways,
            catalog,
            photos,
        })
    }

    /// Whether the shop may publish at all.
    pub fn may_publish(&self) -> bool {
        self.shop.state == ShopState::Open
    }

    /// Skips rows that are done with; what they were about is remembered.
    pub fn skip(&mut self, rows: i64) {
        self.items.by_ref().take(usize::try_from(rows).unwrap_or(0)).for_each(drop);
    }
}

/// Reads an import.
pub fn import(home: &Home, id: ImportId) -> Result<Import, DbError> {
    home.db.read_here(|conn| -> Result<_, DbError> { Ok(Import::find(conn, id)?) })
}

/// Opens a list.
pub fn list(path: &Path) -> Result<Table, Refusal> {
    open(File::open(path)?, Limits::default())
}

/// What kind of list lies there.
pub fn kind_of(path: &Path) -> Result<Kind, Refusal> {
    kind(&mut File::open(path)?)
}

/// Opens an archive of photos.
pub fn archive(path: &Path) -> Result<Photos, Refusal> {
    Photos::open(File::open(path)?, Limits::photos())
}
