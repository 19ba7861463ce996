//! An import is carried out, some hundred rows a transaction. Killed in the middle, it goes on behind the last one.

use tokio::runtime::Handle;

use super::chunk::{Pictures, carry_out};
use super::errors;
use super::file::{Field, Problem};
use super::home::Home;
use super::import::Import;
use super::items::Item;
use super::plan::{Planned, plan};
use super::state::ImportState;
use super::work::{CHUNK, Stopped, Work, import};
use crate::db::DbError;
use crate::kernel::ImportId;
use crate::photos::{self, MOST, Refusal, Taken};

/// Carries an import out, telling how many rows are done; safe to repeat.
pub fn run(home: &Home, id: ImportId, tell: impl Fn(i64)) -> Result<(), Stopped> {
    let import = import(home, id)?;
    if import.state != ImportState::Running {
        return Ok(());
    }
    let mut seen = import.seen;
    let mut work = Work::open(home, import)?;
    work.skip(seen);
    loop {
        let chunk = work.items.chunk(CHUNK);
        let Some(last) = chunk.last().map(|item| item.number) else { break };
        if !step(home, &work, &chunk, seen, last)? {
            return Ok(());
        }
        seen = last;
        tell(seen);
    }
    home.db.write_here(|tx| -> Result<_, DbError> { Ok(work.import.done(tx)?) })?;
    Ok(())
}

/// One chunk. False when the import was stopped, or another worker took it over.
fn step(home: &Home, work: &Work, chunk: &[Item], seen: i64, last: i64) -> Result<bool, Stopped> {
    let (shop, photos) = (work.shop.id, work.photos.is_some());
    let pictures = match photos {
        true => {
            let planned = home.db.read_here(|conn| -> Result<_, DbError> { Ok(plan(conn, shop, &work.goods, photos, chunk)?) })?;
            take(home, work, &planned)?
        }
        false => Pictures::new(),
    };
    let done = home.db.write_here(|tx| -> Result<bool, DbError> {
        let import = Import::locked(tx, work.import.id, shop)?;
        if import.state != ImportState::Running || import.seen != seen {
            return Ok(false);
        }
        let mut planned = plan(tx, shop, &work.goods, photos, chunk)?;
        let mut tally = import.tally();
        carry_out(tx, work, &mut planned, &pictures, &mut tally)?;
        errors::keep(tx, import.id, chunk, &planned)?;
        import.advance(tx, last, &tally)?;
        Ok(true)
    });
    if !matches!(done, Ok(true)) {
        let unused: Vec<Taken> = pictures.into_values().flat_map(|(taken, _)| taken).collect();
        Handle::current().block_on(photos::forget(&home.files, &unused));
    }
    Ok(done?)
}

/// Takes the photos that the plan names into the store, one at a time.
fn take(home: &Home, work: &Work, planned: &[Planned]) -> Result<Pictures, Stopped> {
    let mut pictures = Pictures::new();
    let Some(archive) = &work.photos else { return Ok(pictures) };
    for planned in planned.iter().filter(|planned| !planned.pictures.is_empty()) {
        let (taken, problems) = pictures.entry(planned.number).or_default();
        for name in planned.pictures.iter().take(MOST) {
            match archive.read(name) {
                Ok(bytes) => {
                    let photo = Handle::current().block_on(photos::take(&home.files, name, bytes.into()))?;
                    match photo.refusal {
                        Some(refusal) => problems.push(refused(name, refusal)),
                        None => taken.push(photo),
                    }
                }
                Err(problem) => problems.push(problem.at(Field::Pictures)),
            }
        }
    }
    Ok(pictures)
}

fn refused(name: &str, refusal: Refusal) -> Problem {
    Problem::new(refusal.key()).with("name", name).at(Field::Pictures)
}
