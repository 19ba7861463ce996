//! The index in its folder.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use tantivy::directory::MmapDirectory;
use tantivy::{IndexReader, ReloadPolicy};

use super::error::{Error, Result};
use super::formula::Parts;
use super::rarity::{self, Rarity};
use super::schema::{self, Fields, LAYOUT, LEVELS, Levels};
use super::view::View;
use super::words::synonyms::Synonyms;
use super::writer::{Payload, Writer};

/// The file that names the layout.
const LAYOUT_FILE: &str = "layout";
/// The file of [`super::latent::Latent`].
const LATENT_FILE: &str = "latent";
/// Memory of the writer before a part is written out, in bytes.
const WRITER_MEMORY: usize = 80_000_000;

/// An index: opened once, asked from any thread.
pub struct Index {
    folder: PathBuf,
    index: tantivy::Index,
    reader: IndexReader,
    pub(super) fields: Fields,
    view: RwLock<Arc<View>>,
    synonyms: RwLock<Arc<Synonyms>>,
    parts: Parts,
}

impl Index {
    /// Opens the index of a folder, or makes an empty one. An index of another layout is refused with [`Error::Schema`]:
    /// then the folder must be emptied and the index rebuilt.
    pub fn open(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        check(folder)?;
        let directory = MmapDirectory::open(folder).map_err(tantivy::TantivyError::from)?;
        let (schema, fields) = schema::schema();
        let index = tantivy::Index::open_or_create(directory, schema)?;
        std::fs::write(folder.join(LAYOUT_FILE), LAYOUT)?;
        index.tokenizers().register(LEVELS, Levels::default());
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let view = RwLock::new(Arc::new(View::open(reader.searcher(), &fields, folder)?));
        Ok(Self { folder: folder.to_owned(), index, reader, fields, view, synonyms: RwLock::default(), parts: Parts::default() })
    }

    /// The same index with some parts of the formula off, for measuring.
    pub fn with_parts(mut self, parts: Parts) -> Self {
        self.parts = parts;
        self.forget();
        self
    }

    pub(super) fn parts(&self) -> Parts {
        self.parts
    }

    /// The position that was committed last; 0 for an empty index.
    pub fn position(&self) -> Result<i64> {
        Ok(Payload::read(self.index.load_metas()?.payload.as_deref()).position)
    }

    /// Which commit this is: every commit has another.
    pub fn stamp(&self) -> Result<u64> {
        Ok(self.index.load_metas()?.opstamp)
    }

    /// The writer. There can be one; it holds a lock on the folder. What another one wrote before is seen, too.
    pub fn writer(&self) -> Result<Writer> {
        // another version may have made the folder anew meanwhile
        check(&self.folder)?;
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(4);
        let writer = self.index.writer_with_num_threads(threads, WRITER_MEMORY / threads)?;
        self.reload()?;
        let view = self.view();
        let newest = view.segments.iter().filter(|segment| segment.max > 0).map(|segment| segment.newest()).max().unwrap_or(i64::MIN);
        let payload = Payload::read(self.index.load_metas()?.payload.as_deref());
        Ok(Writer::new(writer, self.fields, payload, rarity(&view, &self.fields)?, newest, self.folder.join(LATENT_FILE)))
    }

    /// Sees what was committed since.
    pub fn reload(&self) -> Result<()> {
        self.reader.reload()?;
        let view = Arc::new(View::open(self.reader.searcher(), &self.fields, &self.folder)?);
        *self.view.write().unwrap_or_else(PoisonError::into_inner) = view;
        Ok(())
    }

    /// How many documents can be found.
    pub fn docs(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Takes staff's synonyms: groups of words or phrases that mean the same.
    pub fn set_synonyms(&self, groups: &[Vec<String>]) {
        let synonyms = Arc::new(Synonyms::new(groups));
        *self.synonyms.write().unwrap_or_else(PoisonError::into_inner) = synonyms;
        self.forget();
    }

    /// What was answered before is answered anew.
    fn forget(&self) {
        self.view().cache.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    pub(super) fn view(&self) -> Arc<View> {
        self.view.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn synonyms(&self) -> Arc<Synonyms> {
        self.synonyms.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Counts all terms; the writer counts on from there.
fn rarity(view: &View, fields: &Fields) -> Result<Rarity> {
    let rarity = Rarity::default();
    for segment in &view.segments {
        rarity.grow(segment.max);
        let Some(index) = segment.index(fields.all) else { continue };
        let mut stream = index.terms().stream()?;
        while let Some((term, info)) = stream.next() {
            rarity.add(rarity::part(rarity::hash(&String::from_utf8_lossy(term))), info.doc_freq);
        }
    }
    Ok(rarity)
}

fn check(folder: &Path) -> Result<()> {
    match std::fs::read_to_string(folder.join(LAYOUT_FILE)) {
        Ok(found) if found.trim() == LAYOUT => Ok(()),
        Ok(found) => Err(Error::Schema { found }),
        // an index without its layout is one of an unknown layout
        Err(_) if folder.join("meta.json").exists() => Err(Error::Schema { found: String::new() }),
        Err(_) => Ok(()),
    }
}
