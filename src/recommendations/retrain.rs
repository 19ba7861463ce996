//! A training from beginning to end: two short transactions, the work between them.

use std::collections::{BTreeMap, BTreeSet};

use super::events::{self, Row};
use super::model::{Event, Neighbour, NotPositive, Popular, Settings, Together, train};
use super::store::{self, Findings};
use crate::db::{Db, DbError};

/// So many neighbours of a good are kept.
pub const NEIGHBOURS: usize = 200;
/// So many of what was bought with it.
const BASKET: usize = 40;
/// So many popular goods of a town.
const POPULAR: usize = 48;
/// What is bought now counts half as much after so many days.
const TREND: f32 = 14.0;

/// What was learnt from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Learnt {
    /// Purchases, favourites and looks.
    pub events: usize,
    /// Of so many people.
    pub people: usize,
    /// With so many goods.
    pub goods: usize,
}

/// Why nothing was learnt.
#[derive(Debug, thiserror::Error)]
pub enum NotTrained {
    /// The numbers do not allow it.
    #[error(transparent)]
    Model(#[from] NotPositive),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Learns from everybody's events and replaces what the pages read, in one transaction: they never find it empty.
/// Nothing when nothing changed since the last time, unless it is to be done `anyway`.
///
/// # Errors
/// When the database fails; what was there stays.
pub fn retrain(db: &Db, dense_most: usize, anyway: bool) -> Result<Option<Learnt>, NotTrained> {
    let rows = db.write_here(|tx| -> Result<_, DbError> { Ok(events::read(tx)?) })?;
    let fingerprint = events::fingerprint(&rows);
    if !anyway && db.read_here(|conn| -> Result<_, DbError> { Ok(store::last(conn)?) })? == Some(fingerprint) {
        return Ok(None);
    }
    let settings = Settings { dense_most, ..Settings::default() };
    let similar = similar(&rows, &settings)?;
    let people: BTreeSet<i64> = rows.iter().map(|row| row.event().user).collect();
    let goods: BTreeSet<i64> = rows.iter().map(|row| row.product_id).collect();
    let learnt = Learnt { events: rows.len(), people: people.len(), goods: goods.len() };
    let findings = Findings { similar, together: together(&rows, &settings), popular: popular(&rows), learnt, fingerprint };
    db.write_here(|tx| -> Result<_, DbError> { Ok(store::replace(tx, &findings)?) })?;
    Ok(Some(learnt))
}

fn today(rows: &[Row]) -> i32 {
    rows.iter().map(|row| row.day).max().unwrap_or_default()
}

fn similar(rows: &[Row], settings: &Settings) -> Result<Vec<(i64, Vec<Neighbour>)>, NotPositive> {
    let events: Vec<Event> = rows.iter().map(Row::event).collect();
    let model = train(events, today(rows), settings)?;
    Ok(model.rows(NEIGHBOURS).collect())
}

fn together(rows: &[Row], settings: &Settings) -> Vec<(i64, Vec<Neighbour>)> {
    let mut baskets: BTreeMap<i64, (i32, Vec<i64>)> = BTreeMap::new();
    for row in rows {
        if let Some(purchase) = row.purchase_id {
            baskets.entry(purchase).or_insert_with(|| (row.day, Vec::new())).1.push(row.product_id);
        }
    }
    let mut together = Together::new(today(rows), settings.half_life);
    baskets.into_values().for_each(|(day, goods)| together.add(day, goods));
    together.rows(BASKET)
}

/// For the country (nothing) and for each town that bought something.
fn popular(rows: &[Row]) -> Vec<(Option<i32>, Vec<i64>)> {
    let (first, today) = (rows.iter().map(|row| row.day).min().unwrap_or_default(), today(rows));
    let mut popular = Popular::new(first, TREND);
    for row in rows {
        popular.add(row.city_id.map(i64::from), row.product_id, row.day, row.event().weight);
    }
    let towns: BTreeSet<Option<i32>> = rows.iter().map(|row| row.city_id).chain([None]).collect();
    towns.into_iter().map(|town| (town, popular.top(town.map(i64::from), today, POPULAR))).filter(|(_, goods)| !goods.is_empty()).collect()
}
