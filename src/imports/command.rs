//! `samal import`: the same work without the wizard, for operators.

use std::fs;
use std::path::{Path, PathBuf};

use diesel::prelude::*;
use uuid::Uuid;

use super::check::check;
use super::errors;
use super::habits::Habits;
use super::home::Home;
use super::import::{Import, NewImport};
use super::matching::Matching;
use super::receive::look_at_list;
use super::run::run;
use super::state::{ImportState, ListKind};
use super::tally::Tally;
use super::work::{archive, list};
use crate::db::DbError;
use crate::i18n::{Lang, Locale};
use crate::kernel::{CategoryId, ImportId, ShopId};
use crate::schema::shops;

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Order {
    /// The list.
    pub file: PathBuf,
    /// An archive of photos.
    pub photos: Option<PathBuf>,
    /// The shop's address word.
    pub shop: String,
    /// The address word of the category for rows without one.
    pub category: Option<String>,
}

/// What came of it.
#[derive(Debug)]
pub struct Outcome {
    /// The counts.
    pub tally: Tally,
    /// The file of errors, beside the list; nothing when no row was wrong.
    pub errors: Option<PathBuf>,
}

/// Imports a file, telling how many rows of how many are done.
pub fn command(home: &Home, order: &Order, tell: impl Fn(i64, i64)) -> anyhow::Result<Outcome> {
    let shop = shop(home, &order.shop)?;
    let catalog = home.shelf.now();
    let category = order.category.as_deref().map(|slug| {
        let found = catalog.category_by_slug(slug).map(|node| node.id).filter(|id| catalog.is_leaf(*id));
        found.ok_or_else(|| anyhow::anyhow!("no category {slug} where goods may stand"))
    });
    let id = begin(home, order, shop, category.transpose()?)?;
    check(home, id)?;
    let total = start(home, id)?;
    run(home, id, |done| tell(done, total))?;
    let import = home.db.read_here(|conn| -> Result<_, DbError> { Ok(Import::find(conn, id)?) })?;
    let tally = import.tally();
    let errors = if tally.errors() > 0 { Some(write_errors(home, &import, &order.file)?) } else { None };
    Ok(Outcome { tally, errors })
}

fn shop(home: &Home, slug: &str) -> anyhow::Result<ShopId> {
    let found = home.db.read_here(|conn| -> Result<_, DbError> {
        home.shelf.refresh(conn)?;
        Ok(shops::table.filter(shops::slug.eq(slug)).select(shops::id).first(conn).optional()?)
    })?;
    found.ok_or_else(|| anyhow::anyhow!("no shop {slug}"))
}

/// Copies the files, guesses the columns, and begins to check.
fn begin(home: &Home, order: &Order, shop: ShopId, category: Option<CategoryId>) -> anyhow::Result<ImportId> {
    let folder = Uuid::new_v4();
    let place = home.folder(folder);
    fs::create_dir_all(&place)?;
    fs::copy(&order.file, place.join("list"))?;
    if let Some(photos) = &order.photos {
        fs::copy(photos, place.join("photos"))?;
        archive(&place.join("photos"))?;
    }
    let kind = look_at_list(&place.join("list")).map_err(said)?;
    let header = list(&place.join("list"))?.header;
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let photos_name = order.photos.as_deref().map(name).unwrap_or_default();
    let new = NewImport { shop_id: shop, user_id: None, folder, kind, file_name: name(&order.file), photos_name };
    let catalog = home.shelf.now();
    let id = home.db.write_here(|tx| -> Result<_, DbError> {
        let id = new.save(tx)?;
        let mut matching = Matching::guess(&header, &catalog, &Habits::of(tx, shop)?);
        matching.category = category;
        Import::find(tx, id)?.begin_check(tx, &matching)?;
        Ok(id)
    })?;
    Ok(id)
}

/// Begins to carry out what is checked; tells how many rows there are.
fn start(home: &Home, id: ImportId) -> anyhow::Result<i64> {
    let (import, begun) = home.db.write_here(|tx| -> Result<_, DbError> {
        let import = Import::find(tx, id)?;
        let begun = import.state == ImportState::Checked && import.begin_run(tx)?;
        Ok((import, begun))
    })?;
    match (import.refusal.as_deref(), begun) {
        (Some(refusal), _) => Err(said(refusal)),
        (None, false) => anyhow::bail!("another import of this shop is under way"),
        (None, true) => Ok(import.tally().total),
    }
}

fn said(refusal: &str) -> anyhow::Error {
    anyhow::anyhow!("{}", Locale::new(Lang::En).t(refusal))
}

fn write_errors(home: &Home, import: &Import, beside: &Path) -> anyhow::Result<PathBuf> {
    let ending = if import.kind == ListKind::Xlsx { "errors.xlsx" } else { "errors.csv" };
    let path = beside.with_extension(ending);
    let mut file = errors::file(home, import, Locale::new(Lang::En))?;
    std::io::Seek::rewind(&mut file)?;
    std::io::copy(&mut file, &mut fs::File::create(&path)?)?;
    Ok(path)
}
