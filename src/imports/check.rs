//! What would come of an import: every row is read and planned, nothing is done.

use super::chunk::count_rest;
use super::errors;
use super::file::{Field, Problem};
use super::home::Home;
use super::items::Item;
use super::plan::{Act, Planned, plan};
use super::state::ImportState;
use super::tally::{Gap, Tally};
use super::work::{CHUNK, Stopped, Work, import};
use crate::db::DbError;
use crate::kernel::ImportId;
use crate::listings::NewCard;

/// Checks an import; safe to repeat. A file that cannot be read to its end is refused as a whole.
pub fn check(home: &Home, id: ImportId) -> Result<(), Stopped> {
    let import = import(home, id)?;
    if import.state != ImportState::Matched {
        return Ok(());
    }
    let refused = match Work::open(home, import.clone()) {
        Ok(mut work) => look(home, &mut work)?,
        Err(Stopped::Refused(refusal)) => Some(refusal.key()),
        Err(error) => return Err(error),
    };
    if let Some(refusal) = refused {
        home.db.write_here(|tx| -> Result<_, DbError> { Ok(import.failed(tx, refusal)?) })?;
    }
    Ok(())
}

/// Looks at every row; tells why the file cannot be read, if so.
fn look(home: &Home, work: &mut Work) -> Result<Option<&'static str>, Stopped> {
    let mut tally = Tally::default();
    loop {
        let chunk = work.items.chunk(CHUNK);
        if let Some(refusal) = chunk.iter().find_map(|item| item.stops) {
            return Ok(Some(refusal));
        }
        let Some(last) = chunk.last().map(|item| item.number) else { break };
        let (shop, photos) = (work.shop.id, work.photos.is_some());
        let mut planned = home.db.read_here(|conn| -> Result<_, DbError> { Ok(plan(conn, shop, &work.goods, photos, &chunk)?) })?;
        planned.iter_mut().zip(&chunk).for_each(|(planned, item)| count(work, planned, item, &mut tally));
        home.db.write_here(|tx| -> Result<(), DbError> {
            errors::keep(tx, work.import.id, &chunk, &planned)?;
            Ok(work.import.advance(tx, last, &tally)?)
        })?;
    }
    tally.total = tally.rows();
    home.db.write_here(|tx| -> Result<_, DbError> { Ok(work.import.checked(tx, &tally)?) })?;
    Ok(None)
}

fn count(work: &Work, planned: &mut Planned, item: &Item, tally: &mut Tally) {
    let missing = |name: &String| work.photos.as_ref().and_then(|photos| photos.find(name).err());
    let problems: Vec<Problem> = planned.pictures.iter().filter_map(missing).map(|problem| problem.at(Field::Pictures)).collect();
    let found = planned.pictures.len() > problems.len();
    planned.problems.extend(problems);
    match &planned.act {
        Act::Make(fresh) => {
            let photos = found || matches!(fresh.lot.card, NewCard::Shared(_));
            let gaps: Vec<Gap> = fresh.gaps.iter().copied().chain((!photos).then_some(Gap::Photos)).collect();
            tally.make(&gaps);
        }
        Act::Change(_, change) if found || Act::moves(change) => tally.changed += 1,
        Act::Change(..) => tally.same += 1,
        _ => {}
    }
    count_rest(planned, tally);
    if let Some(category) = item.draft.as_ref().ok().and_then(|draft| draft.category.as_deref())
        && planned.problems.iter().any(|problem| problem.key == "import-category-unknown")
        && !work.goods.knows(category)
    {
        tally.unknown(category);
    }
}
