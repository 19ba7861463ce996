//! A node's own index: a cache of what is on sale, in a folder that may be deleted at any time.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::mpsc::sync_channel;
use std::sync::{Mutex, PoisonError};

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};

use super::changes::{Changes, identity};
use super::documents::documents;
use super::engine::{self, Ask, Change, Doc, Error, Found, Index, Writer};
use super::synonyms;
use crate::catalog::Catalog;
use crate::kernel::{CategoryId, ProductId};
use crate::schema::products;

/// So many products are read at once.
const BATCH: usize = 1_000;
/// The index learns from about so many.
const SAMPLE: i64 = engine::latent::SAMPLE as i64;

/// Why an index could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The folder or the index in it.
    #[error(transparent)]
    Index(#[from] Error),
    /// The database.
    #[error("the change log: {0}")]
    Database(#[from] diesel::result::Error),
    /// Another process of this machine writes into the folder.
    #[error("another process keeps this index")]
    Kept,
}

/// How an index stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Products that can be found.
    pub products: u64,
    /// Entries of the change log that are not in it yet.
    pub behind: usize,
    /// The transaction it has come to; 0: never built.
    pub position: i64,
}

/// The index of this node.
pub struct Search {
    index: Index,
    keeper: Mutex<Keeper>,
    ready: AtomicBool,
    /// The number in the log of the synonyms that the index has.
    synonyms: AtomicI64,
}

/// How far the index is.
#[derive(Default)]
struct Keeper {
    /// One process of a machine has it, from its first change on: until then a node needs not hold a writer's memory.
    writer: Option<Writer>,
    /// The commit that another process could have made last; none was looked at yet.
    seen: Option<u64>,
    /// The log is read from this transaction on.
    from: i64,
    /// Entries from there on that are in the index already.
    applied: HashSet<i64>,
}

impl Keeper {
    fn writer(&mut self, index: &Index) -> Result<&mut Writer, SearchError> {
        match &mut self.writer {
            Some(writer) => Ok(writer),
            none => match index.writer() {
                Ok(writer) => Ok(none.insert(writer)),
                Err(error) if error.is_locked() => Err(SearchError::Kept),
                Err(error) => Err(error.into()),
            },
        }
    }
}

impl Search {
    /// Opens this database's index below a folder. One that cannot be read, or that another version made, is thrown away: it is a cache.
    pub fn open(folder: &Path, conn: &mut PgConnection) -> Result<Self, SearchError> {
        let place = folder.join(identity(conn)?.simple().to_string());
        let index = Index::open(&place).or_else(|error| {
            tracing::warn!(%error, "the search index is built anew");
            std::fs::remove_dir_all(&place).map_err(Error::from)?;
            Index::open(&place)
        })?;
        let ready = index.position()? > 0;
        Ok(Self { index, keeper: Mutex::default(), ready: AtomicBool::new(ready), synonyms: AtomicI64::new(0) })
    }

    /// Whether it was ever built: until then nothing can be found.
    pub fn is_ready(&self) -> bool {
        self.ready.load(Ordering::Relaxed)
    }

    pub(super) fn ask(&self, ask: &Ask) -> Found {
        self.index.find(ask)
    }

    /// Takes in what changed since, and tells how many products did. An index that is too old is built anew.
    pub fn catch_up(&self, conn: &mut PgConnection, catalog: &Catalog) -> Result<usize, SearchError> {
        self.take_synonyms(conn)?;
        let mut keeper = self.keeper.lock().unwrap_or_else(PoisonError::into_inner);
        match self.follow(&mut keeper, conn, catalog) {
            // It is seen as soon as that process has written it.
            Err(SearchError::Kept) => Ok(0),
            Err(error) => {
                // What was not committed is let go of with the writer.
                *keeper = Keeper::default();
                Err(error)
            }
            done => done,
        }
    }

    /// Synonyms are part of a question: what is indexed does not change with them.
    fn take_synonyms(&self, conn: &mut PgConnection) -> QueryResult<()> {
        let version = synonyms::version(conn)?;
        if version != self.synonyms.load(Ordering::Relaxed) {
            self.index.set_synonyms(&synonyms::groups(conn)?);
            self.synonyms.store(version, Ordering::Relaxed);
        }
        Ok(())
    }

    /// Throws everything away and reads all products. Until it is done the old index answers.
    pub fn rebuild(&self, conn: &mut PgConnection, catalog: &Catalog, tell: impl Fn(usize)) -> Result<usize, SearchError> {
        let mut keeper = self.keeper.lock().unwrap_or_else(PoisonError::into_inner);
        let done = self.build(&mut keeper, conn, catalog, tell);
        if done.is_err() {
            *keeper = Keeper::default();
        }
        done
    }

    /// How it stands.
    pub fn standing(&self, conn: &mut PgConnection) -> Result<Standing, SearchError> {
        self.index.reload()?;
        let position = self.index.position()?;
        Ok(Standing { products: self.index.docs(), behind: Changes::since(conn, position)?.entries.len(), position })
    }

    /// Sees what another process of this machine wrote.
    fn look(&self, keeper: &mut Keeper) -> Result<(), SearchError> {
        let stamp = self.index.stamp()?;
        if keeper.seen != Some(stamp) {
            self.index.reload()?;
            let position = self.index.position()?;
            self.ready.store(position > 0, Ordering::Relaxed);
            *keeper = Keeper { seen: Some(stamp), from: position, ..Keeper::default() };
        }
        Ok(())
    }

    fn follow(&self, keeper: &mut Keeper, conn: &mut PgConnection, catalog: &Catalog) -> Result<usize, SearchError> {
        if keeper.writer.is_none() {
            self.look(keeper)?;
        }
        let changes = Changes::since(conn, keeper.from)?;
        if keeper.from == 0 || keeper.from < changes.pruned || keeper.from > changes.horizon {
            return self.build(keeper, conn, catalog, |_| ());
        }
        let fresh = changes.entries.iter().filter(|(entry, ..)| !keeper.applied.contains(entry));
        let products: Vec<ProductId> = fresh.map(|(_, product, _)| *product).collect::<BTreeSet<_>>().into_iter().collect();
        let still: HashSet<i64> = changes.entries.iter().filter(|(.., txid)| *txid >= changes.horizon).map(|(entry, ..)| *entry).collect();
        // What was taken in early is settled when nothing can come before it any more.
        let settled = still.is_empty() && !keeper.applied.is_empty();
        if settled || !products.is_empty() {
            let writer = keeper.writer(&self.index)?;
            for some in products.chunks(BATCH) {
                writer.apply(&changed(conn, catalog, some)?)?;
            }
            self.commit(writer, changes.horizon)?;
        }
        keeper.from = changes.horizon;
        keeper.applied = still;
        Ok(products.len())
    }

    fn build(&self, keeper: &mut Keeper, conn: &mut PgConnection, catalog: &Catalog, tell: impl Fn(usize)) -> Result<usize, SearchError> {
        let horizon = Changes::horizon(conn)?;
        let writer = keeper.writer(&self.index)?;
        writer.clear()?;
        learn(writer, conn, catalog)?;
        let read = std::thread::scope(|scope| {
            // One thread reads while the others write.
            let (batches, ready) = sync_channel::<Vec<Doc>>(2);
            let reading = scope.spawn(move || all(conn, |conn, ids| Ok(batches.send(documents(conn, catalog, ids)?).is_ok())));
            let mut done = 0;
            for batch in ready {
                writer.fill(&batch)?;
                done += batch.len();
                tell(done);
            }
            reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
            Ok::<_, SearchError>(done)
        })?;
        // Position 0 says "never built".
        self.commit(writer, horizon.max(1))?;
        (keeper.from, keeper.applied) = (horizon.max(1), HashSet::new());
        Ok(read)
    }

    fn commit(&self, writer: &mut Writer, position: i64) -> Result<(), SearchError> {
        writer.commit(position)?;
        self.index.reload()?;
        self.ready.store(true, Ordering::Relaxed);
        Ok(())
    }
}

/// What became of these products.
fn changed(conn: &mut PgConnection, catalog: &Catalog, ids: &[ProductId]) -> QueryResult<Vec<Change>> {
    let docs = documents(conn, catalog, ids)?;
    let there: HashSet<i64> = docs.iter().map(|doc| doc.product).collect();
    let gone = ids.iter().filter(|id| !there.contains(&id.0)).map(|id| Change::Drop(id.0)).collect::<Vec<_>>();
    Ok(docs.into_iter().map(|doc| Change::Put(Box::new(doc))).chain(gone).collect())
}

fn learn(writer: &mut Writer, conn: &mut PgConnection, catalog: &Catalog) -> Result<(), SearchError> {
    let ids = sample(conn)?;
    let docs = documents(conn, catalog, &ids)?;
    Ok(writer.learn(&docs.iter().collect::<Vec<_>>())?)
}

/// Some thousand products from all over the catalogue: what the index learns from.
fn sample(conn: &mut PgConnection) -> QueryResult<Vec<ProductId>> {
    let count: i64 = products::table.count().get_result(conn)?;
    let every = count / SAMPLE + 1;
    let one = sql::<Bool>("products.id % ").bind::<BigInt, _>(every).sql(" = 0");
    products::table.filter(one).select(products::id).load(conn)
}

/// Hands on the ids of all products by category, some at a time, until nobody wants more: what lies together in the index is found sooner.
fn all(conn: &mut PgConnection, mut take: impl FnMut(&mut PgConnection, &[ProductId]) -> QueryResult<bool>) -> QueryResult<()> {
    let (mut category, mut last) = (CategoryId(0), ProductId(0));
    loop {
        let after = products::category_id.gt(category).or(products::category_id.eq(category).and(products::id.gt(last)));
        let next = products::table
            .filter(products::category_id.ge(category).and(after))
            .select((products::category_id, products::id))
            .order((products::category_id, products::id))
            .limit(BATCH as i64);
        let rows: Vec<(CategoryId, ProductId)> = next.load(conn)?;
        match rows.last() {
            Some(row) => (category, last) = *row,
            None => return Ok(()),
        }
        let ids: Vec<ProductId> = rows.into_iter().map(|(_, id)| id).collect();
        if !take(conn, &ids)? {
            return Ok(());
        }
    }
}
