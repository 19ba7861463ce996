//! A saved search.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{Frequency, SearchInput};
use crate::db::Tx;
use crate::kernel::{CityId, SavedSearchId, UserId, now};
use crate::schema::saved_searches as rows;

/// So many searches a person saves at most.
pub const MOST: i64 = 30;

/// A search that somebody wants to hear of.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = rows, check_for_backend(diesel::pg::Pg))]
pub struct SavedSearch {
    /// Its id.
    pub id: SavedSearchId,
    /// Whose.
    pub user_id: UserId,
    /// Its name.
    pub name: String,
    /// Its address, without language.
    pub path: String,
    /// How often it writes.
    pub frequency: Frequency,
    /// Nothing is looked for and nobody is written to.
    pub paused: bool,
    /// What was put on sale later is new to its owner's eyes.
    pub seen_at: DateTime<Utc>,
    /// What was put on sale later was in no letter.
    pub told_at: DateTime<Utc>,
    /// When the last letter left.
    pub lettered_at: Option<DateTime<Utc>>,
    /// How many new ones there were at the last look.
    pub fresh: i32,
    /// Where to days of delivery are counted; nothing: shops' own days.
    pub city_id: Option<CityId>,
}

/// What became of a wish to save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// It is saved.
    Saved(SavedSearchId),
    /// The same address was saved before.
    Known(SavedSearchId),
    /// There are too many already.
    Full,
}

impl SavedSearch {
    /// A person's searches, those with news first.
    pub fn all(conn: &mut PgConnection, user: UserId) -> QueryResult<Vec<Self>> {
        let own = rows::table.filter(rows::user_id.eq(user));
        own.order((rows::paused, rows::fresh.desc(), rows::id.desc())).select(Self::as_select()).load(conn)
    }

    /// A person's own search; somebody else's is not found.
    pub fn own(conn: &mut PgConnection, user: UserId, id: SavedSearchId) -> QueryResult<Self> {
        rows::table.find(id).filter(rows::user_id.eq(user)).select(Self::as_select()).first(conn)
    }

    /// Saves an address: what is on sale now is not news.
    pub fn create(tx: &mut Tx<'_>, user: UserId, path: &str, input: &SearchInput) -> QueryResult<Saving> {
        let own = rows::table.filter(rows::user_id.eq(user));
        let known = own.filter(rows::path.eq(path)).select(rows::id).first(&mut **tx).optional()?;
        if let Some(known) = known {
            return Ok(Saving::Known(known));
        }
        if own.count().get_result::<i64>(&mut **tx)? >= MOST {
            return Ok(Saving::Full);
        }
        let wish = (rows::name.eq(&input.name), rows::frequency.eq(input.frequency), rows::city_id.eq(input.town));
        let values = (rows::user_id.eq(user), rows::path.eq(path), wish);
        let insert = diesel::insert_into(rows::table).values(values).on_conflict((rows::user_id, rows::path));
        // two who save the same at once save one
        let id = insert.do_update().set(rows::name.eq(&input.name)).returning(rows::id).get_result(&mut **tx)?;
        Ok(Saving::Saved(id))
    }

    /// Writes name, frequency and town anew.
    pub fn save(tx: &mut Tx<'_>, user: UserId, id: SavedSearchId, input: &SearchInput) -> QueryResult<()> {
        let changes = (rows::name.eq(&input.name), rows::frequency.eq(input.frequency), rows::city_id.eq(input.town));
        let own = rows::table.find(id).filter(rows::user_id.eq(user));
        diesel::update(own).set(changes).returning(rows::id).get_result::<SavedSearchId>(&mut **tx).map(drop)
    }

    /// Pauses, or goes on: what came during the pause is not told afterwards.
    pub fn set_paused(tx: &mut Tx<'_>, user: UserId, id: SavedSearchId, paused: bool) -> QueryResult<()> {
        let own = rows::table.find(id).filter(rows::user_id.eq(user)).filter(rows::paused.ne(paused));
        if paused {
            return diesel::update(own).set(rows::paused.eq(true)).execute(&mut **tx).map(drop);
        }
        let afresh = (rows::paused.eq(false), rows::seen_at.eq(now()), rows::told_at.eq(now()), rows::fresh.eq(0));
        diesel::update(own).set(afresh).execute(&mut **tx).map(drop)
    }

    /// Its owner looks at what is new now.
    pub fn see(tx: &mut Tx<'_>, user: UserId, id: SavedSearchId) -> QueryResult<()> {
        let own = rows::table.find(id).filter(rows::user_id.eq(user));
        diesel::update(own).set((rows::seen_at.eq(now()), rows::fresh.eq(0))).execute(&mut **tx).map(drop)
    }

    /// Forgets it.
    pub fn delete(tx: &mut Tx<'_>, user: UserId, id: SavedSearchId) -> QueryResult<()> {
        diesel::delete(rows::table.find(id).filter(rows::user_id.eq(user))).execute(&mut **tx).map(drop)
    }
}
