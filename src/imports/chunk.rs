//! Some hundred rows carried out in one transaction.

use std::collections::HashMap;

use diesel::prelude::*;

use super::file::Problem;
use super::plan::{Act, Planned};
use super::tally::{Gap, Tally};
use super::work::Work;
use crate::db::Tx;
use crate::i18n::Lang;
use crate::kernel::{ImportId, ListingId, Money, PhotoId, ProductId};
use crate::listings::{Desk, Draft, Known, ListingState, LotChange, NewCard, NewLot, change_many, make_many, publish, publish_many};
use crate::photos::{self, Taken};
use crate::schema::import_rows;

/// Photos by the number of their row, and what was wrong with them.
pub type Pictures = HashMap<i64, (Vec<Taken>, Vec<Problem>)>;

/// What was done with a row, for undoing it.
#[derive(Debug, Insertable, Queryable, Selectable)]
#[diesel(table_name = import_rows, check_for_backend(diesel::pg::Pg))]
pub struct Done {
    /// By which import.
    pub import_id: ImportId,
    /// The row's number.
    pub row: i64,
    /// What it was about.
    pub listing_id: ListingId,
    /// Whether the row made it.
    pub made: bool,
    /// The price until then; nothing when it stayed.
    pub price_before: Option<Money>,
    /// The price since.
    pub price_after: Option<Money>,
    /// The pieces until then; nothing when they stayed.
    pub stock_before: Option<i32>,
    /// The pieces since.
    pub stock_after: Option<i32>,
    /// The shop's own number, where the listing got it from this row.
    pub sku: Option<String>,
    /// Photos that were hung up.
    pub photos: Vec<PhotoId>,
    /// Whether they put it on sale, or before the moderators.
    pub published: bool,
}

/// Carries a plan out; tells what was wrong, row by row.
pub fn carry_out(tx: &mut Tx<'_>, work: &Work, plan: &mut [Planned], pictures: &Pictures, tally: &mut Tally) -> QueryResult<()> {
    tx.acting(work.import.user_id, "")?;
    for planned in plan.iter_mut() {
        planned.problems.extend(pictures.get(&planned.number).into_iter().flat_map(|(_, problems)| problems.iter().cloned()));
    }
    let mut done = make(tx, work, plan, pictures, tally)?;
    done.extend(change(tx, work, plan, pictures, tally)?);
    for planned in plan.iter() {
        count_rest(planned, tally);
    }
    // a row of twelve columns, five hundred of them: within what one statement may bind
    diesel::insert_into(import_rows::table).values(done).execute(&mut **tx).map(drop)
}

/// Counts what is no new listing and no change.
pub fn count_rest(planned: &Planned, tally: &mut Tally) {
    match planned.act {
        Act::Same => tally.same += 1,
        Act::Wrong => tally.wrong += 1,
        _ => {}
    }
    if !planned.problems.is_empty() && !matches!(planned.act, Act::Wrong) {
        tally.remarks += 1;
    }
}

fn make(tx: &mut Tx<'_>, work: &Work, plan: &[Planned], pictures: &Pictures, tally: &mut Tally) -> QueryResult<Vec<Done>> {
    let fresh: Vec<(i64, &NewLot, &[Gap])> = plan
        .iter()
        .filter_map(|planned| match &planned.act {
            Act::Make(fresh) => Some((planned.number, &fresh.lot, fresh.gaps.as_slice())),
            _ => None,
        })
        .collect();
    if fresh.is_empty() {
        return Ok(Vec::new());
    }
    let lots: Vec<NewLot> = fresh.iter().map(|(_, lot, _)| (*lot).clone()).collect();
    let drafts = make_many(tx, &work.shop, &work.ways, &lots)?;
    let (mut complete, mut done) = (Vec::new(), Vec::new());
    for ((number, lot, gaps), Draft { listing, product }) in fresh.iter().zip(&drafts) {
        let shown = !hang(tx, work, *product, *number, pictures)?.is_empty();
        let photos = matches!(lot.card, NewCard::Shared(_)) || shown;
        let gaps: Vec<Gap> = gaps.iter().copied().chain((!photos).then_some(Gap::Photos)).collect();
        tally.make(&gaps);
        complete.extend((gaps.is_empty() && work.may_publish()).then_some(*listing));
        done.push(Done { made: true, ..unchanged(work, *number, *listing) });
    }
    publish_many(tx, &work.shop, &complete)?;
    Ok(done)
}

/// Hangs a row's photos up; tells those that are there now.
fn hang(tx: &mut Tx<'_>, work: &Work, product: ProductId, number: i64, pictures: &Pictures) -> QueryResult<Vec<PhotoId>> {
    let Some((taken, _)) = pictures.get(&number).filter(|(taken, _)| !taken.is_empty()) else { return Ok(Vec::new()) };
    let refused = photos::add(tx, product, work.shop.id, taken)?.refused;
    Ok(taken.iter().map(|photo| photo.id).filter(|id| refused.iter().all(|(tile, ..)| tile != id)).collect())
}

fn change(tx: &mut Tx<'_>, work: &Work, plan: &[Planned], pictures: &Pictures, tally: &mut Tally) -> QueryResult<Vec<Done>> {
    let changes: Vec<(i64, &Known, &LotChange)> = plan
        .iter()
        .filter_map(|planned| match &planned.act {
            Act::Change(known, change) => Some((planned.number, &**known, change)),
            _ => None,
        })
        .collect();
    if changes.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows: Vec<LotChange> = changes.iter().map(|(.., change)| (*change).clone()).collect();
    rows.sort_by_key(|change| change.listing);
    let refused = change_many(tx, &rows)?;
    let mut done = Vec::new();
    for (number, known, change) in &changes {
        let photos = hang(tx, work, known.product, *number, pictures)?;
        let published = !photos.is_empty() && publish_if_complete(tx, work, known.id)?;
        tally.changed += 1;
        done.push(Done {
            price_before: change.price.map(|_| known.price),
            price_after: change.price,
            stock_before: change.stock.map(|_| known.on_hand),
            stock_after: change.stock.filter(|_| !refused.contains(&known.id)),
            sku: change.sku.clone(),
            photos,
            published,
            ..unchanged(work, *number, known.id)
        });
    }
    Ok(done)
}

/// A draft that waited for its photos; whether it is one no more.
fn publish_if_complete(tx: &mut Tx<'_>, work: &Work, listing: ListingId) -> QueryResult<bool> {
    let desk = Desk::read(tx, listing, work.shop.id)?;
    let complete = work.may_publish() && desk.gaps(&work.catalog, Lang::Ru).is_empty();
    Ok(complete && publish(tx, listing, work.import.user_id)? != ListingState::Draft)
}

fn unchanged(work: &Work, row: i64, listing_id: ListingId) -> Done {
    Done {
        import_id: work.import.id,
        row,
        listing_id,
        made: false,
        price_before: None,
        price_after: None,
        stock_before: None,
        stock_after: None,
        sku: None,
        photos: Vec::new(),
        published: false,
    }
}
