//! Looks after favourites whose price or stock moved: news are marked, and lists with news get a letter, at most one a day each.

use diesel::prelude::*;
use diesel::sql_types::BigInt;
use serde::{Deserialize, Serialize};

use crate::db::Tx;
use crate::events::{self, Event};
use crate::jobs::Job;
use crate::kernel::FavoriteListId;

/// Runs every few minutes.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct WatchFavorites {}

impl Job for WatchFavorites {
    const NAME: &'static str = "watch_favorites";
}

/// What is cheaper than its owner knows, or can be had again, is news; what went up or away again is none.
const MARK: &str = "
WITH moved AS (DELETE FROM favorite_moves RETURNING product_id),
     now AS (SELECT product_id, best_price(product_id) AS price FROM (SELECT DISTINCT product_id FROM moved) m)
UPDATE favorites f SET
    stirred = now.price IS NOT NULL AND (NOT f.available OR now.price < f.price_told),
    available = f.available AND now.price IS NOT NULL
FROM now WHERE f.product_id = now.product_id";

/// Lists with news whose last letter is a day old. Their turn is written down before the letter, so that no second event comes.
const DUE: &str = "
UPDATE favorite_lists SET told_at = now() WHERE id IN (
    SELECT l.id FROM favorite_lists l WHERE l.notify AND (l.told_at IS NULL OR l.told_at <= now() - interval '1 day')
    AND EXISTS (SELECT FROM favorites f WHERE f.list_id = l.id AND f.stirred) ORDER BY l.id LIMIT 1000)
RETURNING id";

#[derive(QueryableByName)]
struct Due {
    #[diesel(sql_type = BigInt)]
    id: FavoriteListId,
}

/// Marks the news and publishes which lists have some to tell.
pub fn watch(tx: &mut Tx<'_>) -> QueryResult<()> {
    diesel::sql_query(MARK).execute(&mut **tx)?;
    let due: Vec<Due> = diesel::sql_query(DUE).load(&mut **tx)?;
    due.iter().try_for_each(|due| events::publish(tx, &Event::FavoritesStirred { list: due.id }))
}
