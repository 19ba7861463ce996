//! Looks for new listings of saved searches, through the same door that the lists use.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};

use super::{Place, SavedSearch, mails};
use crate::catalog::Catalog;
use crate::config::Config;
use crate::db::Tx;
use crate::jobs::Job;
use crate::kernel::{ListingId, ProductId, SavedSearchId, now};
use crate::listings::CardRow;
use crate::schema::{listings, saved_searches as rows};
use crate::search::{self, Query, Search};

/// Runs every few minutes.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct WatchSearches {}

impl Job for WatchSearches {
    const NAME: &'static str = "watch_searches";
}

/// Those who were looked after longest ago come first, a bounded number at a time. Where nothing at all was put on sale since the last look, with
/// a while for what was on its way then, there is nothing to look for.
const DUE: &str = "
SELECT q.id FROM saved_searches q,
     (SELECT max(published_at) AS at FROM (SELECT published_at FROM listings WHERE state = 'active' AND in_stock ORDER BY published_at DESC, id DESC LIMIT 1) l) newest
WHERE NOT q.paused AND (q.seen_at < newest.at OR q.told_at < newest.at)
  AND (q.looked_at < newest.at + interval '10 minutes'
       OR q.told_at < newest.at AND q.fresh > 0 AND q.lettered_at < now() - CASE q.frequency WHEN 'weekly' THEN interval '7 days' ELSE interval '1 day' END)
ORDER BY q.looked_at, q.id LIMIT 500";

#[derive(QueryableByName)]
struct Due {
    #[diesel(sql_type = BigInt)]
    id: SavedSearchId,
}

/// The searches whose turn it is.
pub fn due(conn: &mut PgConnection) -> QueryResult<Vec<SavedSearchId>> {
    Ok(diesel::sql_query(DUE).load::<Due>(conn)?.into_iter().map(|due| due.id).collect())
}

/// A card, and since when the newest of its offers that fit is on sale.
pub(super) type Found = (CardRow, DateTime<Utc>);

/// Looks after one search: counts what is new to its owner, and writes a letter when one is due.
pub fn look(tx: &mut Tx<'_>, (config, catalog, index): (&Config, &Catalog, &Search), id: SavedSearchId) -> QueryResult<()> {
    let waiting = rows::table.find(id).filter(rows::paused.eq(false)).select(SavedSearch::as_select());
    let Some(search) = waiting.for_update().skip_locked().first(&mut **tx).optional()? else { return Ok(()) };
    let looked = rows::looked_at.eq(now());
    // a category that is gone has nothing new
    let Some(place) = Place::parse(&search.path, catalog) else {
        return diesel::update(rows::table.find(id)).set((looked, rows::fresh.eq(0))).execute(&mut **tx).map(drop);
    };
    let found = newest(tx, index, &place.query(catalog, search.city_id))?;
    let fresh = found.iter().filter(|(_, at)| *at > search.seen_at).count();
    diesel::update(rows::table.find(id)).set((looked, rows::fresh.eq(i32::try_from(fresh).unwrap_or(i32::MAX)))).execute(&mut **tx)?;
    let untold: Vec<&Found> = found.iter().filter(|(_, at)| *at > search.told_at).collect();
    let rested = search.lettered_at.is_none_or(|at| at <= now() - Duration::hours(search.frequency.hours()));
    let Some(upto) = untold.iter().map(|(_, at)| *at).max().filter(|_| rested) else { return Ok(()) };
    mails::found(tx, (&config.base_url, config.secret.expose_secret()), (&search, &place), &untold)?;
    let told = (rows::told_at.eq(upto), rows::lettered_at.eq(now()));
    diesel::update(rows::table.find(id)).set(told).execute(&mut **tx).map(drop)
}

/// The first page of the newest, with their moments: a second shop's offer that fits is news too, though a cheaper one is shown.
fn newest(tx: &mut Tx<'_>, index: &Search, query: &Query) -> QueryResult<Vec<Found>> {
    let found = search::find(tx, index, query)?;
    let ids: Vec<ListingId> = found.hits.iter().flat_map(|hit| hit.fitting.iter().copied().map(ListingId)).collect();
    let on_sale = listings::table.filter(listings::id.eq_any(ids)).select((listings::product_id, listings::published_at.assume_not_null()));
    let moments: Vec<(ProductId, DateTime<Utc>)> = on_sale.filter(listings::published_at.is_not_null()).load(&mut **tx)?;
    let newest = |id: ProductId| moments.iter().filter(|(known, _)| *known == id).map(|(_, at)| *at).max();
    Ok(found.rows.into_iter().filter_map(|row| newest(row.1).map(|at| (row, at))).collect())
}
