//! An import's row.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use uuid::Uuid;

use super::matching::Matching;
use super::state::{ImportState, ListKind};
use super::tally::Tally;
use crate::db::Tx;
use crate::kernel::{ImportId, ShopId, UserId, now};
use crate::schema::{import_errors, imports};

/// So long what an import did can be undone.
pub const UNDO_HOURS: i64 = 24;
/// Imports that a shop's page shows.
const RECENT: i64 = 20;
/// Lists that a shop may bring within a day: their files are kept for a week.
const DAILY: i64 = 40;

/// A price list that a shop brought.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = imports, check_for_backend(diesel::pg::Pg))]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// Whose.
    pub shop_id: ShopId,
    /// Who brought it; nobody: the command line.
    pub user_id: Option<UserId>,
    /// How far it is.
    pub state: ImportState,
    /// Where its files lie.
    pub folder: Uuid,
    /// What kind of list.
    pub kind: ListKind,
    /// What the file was called.
    pub file_name: String,
    /// What the archive of photos was called; empty: there is none.
    pub photos_name: String,
    matching: serde_json::Value,
    tally: serde_json::Value,
    /// Why the file cannot be read: a message key.
    pub refusal: Option<String>,
    /// Rows that the present step is done with.
    pub seen: i64,
    /// When it was brought.
    pub created_at: DateTime<Utc>,
    /// Until when it can be undone.
    pub undo_until: Option<DateTime<Utc>>,
}

/// A new one.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = imports)]
pub struct NewImport {
    /// Whose.
    pub shop_id: ShopId,
    /// Who brings it.
    pub user_id: Option<UserId>,
    /// Where its files lie.
    pub folder: Uuid,
    /// What kind of list.
    pub kind: ListKind,
    /// What the file is called.
    pub file_name: String,
    /// What the archive of photos is called.
    pub photos_name: String,
}

impl NewImport {
    /// Writes it.
    pub fn save(&self, tx: &mut Tx<'_>) -> QueryResult<ImportId> {
        diesel::insert_into(imports::table).values(self).returning(imports::id).get_result(&mut **tx)
    }
}

impl Import {
    /// One.
    pub fn find(conn: &mut PgConnection, id: ImportId) -> QueryResult<Self> {
        imports::table.find(id).select(Self::as_select()).first(conn)
    }

    /// A shop's own; somebody else's is not found.
    pub fn of_shop(conn: &mut PgConnection, id: ImportId, shop: ShopId) -> QueryResult<Self> {
        imports::table.find(id).filter(imports::shop_id.eq(shop)).select(Self::as_select()).first(conn)
    }

    /// A shop's own, held until the transaction ends.
    pub fn locked(tx: &mut Tx<'_>, id: ImportId, shop: ShopId) -> QueryResult<Self> {
        imports::table.find(id).filter(imports::shop_id.eq(shop)).select(Self::as_select()).for_update().first(&mut **tx)
    }

    /// The last ones of a shop.
    pub fn recent(conn: &mut PgConnection, shop: ShopId) -> QueryResult<Vec<Self>> {
        let own = imports::table.filter(imports::shop_id.eq(shop)).order(imports::id.desc());
        own.select(Self::as_select()).limit(RECENT).load(conn)
    }

    /// Whether a shop may bring one more today.
    pub fn may_bring(conn: &mut PgConnection, shop: ShopId) -> QueryResult<bool> {
        let today = imports::table.filter(imports::shop_id.eq(shop)).filter(imports::created_at.gt(now() - Duration::days(1)));
        Ok(today.count().get_result::<i64>(conn)? < DAILY)
    }

    /// What its columns are.
    pub fn matching(&self) -> Matching {
        serde_json::from_value(self.matching.clone()).unwrap_or_default()
    }

    /// What came of it, or would.
    pub fn tally(&self) -> Tally {
        serde_json::from_value(self.tally.clone()).unwrap_or_default()
    }

    /// Its page.
    pub fn path(&self) -> String {
        format!("/sell/import/{}", self.id)
    }

    /// Whether its shop may still say what its columns are.
    pub fn is_open(&self) -> bool {
        matches!(self.state, ImportState::Uploaded | ImportState::Checked)
    }

    /// Whether it can be undone now.
    pub fn can_undo(&self) -> bool {
        self.state == ImportState::Done && self.undo_until.is_some_and(|until| until > now())
    }

    /// Keeps what its columns are, and begins (again) to check.
    pub fn begin_check(&self, tx: &mut Tx<'_>, matching: &Matching) -> QueryResult<()> {
        diesel::delete(import_errors::table.filter(import_errors::import_id.eq(self.id))).execute(&mut **tx)?;
        let changes = (
            imports::state.eq(ImportState::Matched),
            imports::matching.eq(json(matching)),
            imports::tally.eq(json(&Tally::default())),
            imports::seen.eq(0),
        );
        diesel::update(imports::table.find(self.id)).set(changes).execute(&mut **tx).map(drop)
    }

    /// What the check found out.
    pub fn checked(&self, tx: &mut Tx<'_>, tally: &Tally) -> QueryResult<()> {
        let there = imports::table.find(self.id).filter(imports::state.eq(ImportState::Matched));
        let changes = (imports::state.eq(ImportState::Checked), imports::tally.eq(json(tally)), imports::seen.eq(0));
        diesel::update(there).set(changes).execute(&mut **tx).map(drop)
    }

    /// The file cannot be read.
    pub fn failed(&self, tx: &mut Tx<'_>, refusal: &str) -> QueryResult<()> {
        let there = imports::table.find(self.id).filter(imports::state.eq(ImportState::Matched));
        diesel::update(there).set((imports::state.eq(ImportState::Failed), imports::refusal.eq(refusal))).execute(&mut **tx).map(drop)
    }

    /// Begins to carry it out. False when another of the shop's is at it, or it is at another step.
    pub fn begin_run(&self, tx: &mut Tx<'_>) -> QueryResult<bool> {
        self.begin(tx, ImportState::Checked, ImportState::Running)
    }

    /// Begins to undo it. False when another of the shop's is at it, or it is at another step.
    pub fn begin_undo(&self, tx: &mut Tx<'_>) -> QueryResult<bool> {
        self.begin(tx, ImportState::Done, ImportState::Undoing)
    }

    fn begin(&self, tx: &mut Tx<'_>, from: ImportState, to: ImportState) -> QueryResult<bool> {
        // one after another: the second sees what the first has begun
        let shop = crate::schema::shops::table.find(self.shop_id).select(crate::schema::shops::id);
        shop.for_no_key_update().first::<ShopId>(&mut **tx)?;
        let busy = imports::table.filter(imports::shop_id.eq(self.shop_id));
        let busy = busy.filter(imports::state.eq_any([ImportState::Running, ImportState::Undoing]));
        if self.state != from || diesel::select(diesel::dsl::exists(busy)).get_result(&mut **tx)? {
            return Ok(false);
        }
        let there = imports::table.find(self.id).filter(imports::state.eq(from));
        if to == ImportState::Running {
            diesel::delete(import_errors::table.filter(import_errors::import_id.eq(self.id))).execute(&mut **tx)?;
            diesel::update(imports::table.find(self.id)).set(imports::tally.eq(json(&self.tally().fresh()))).execute(&mut **tx)?;
        }
        Ok(diesel::update(there).set((imports::state.eq(to), imports::seen.eq(0))).execute(&mut **tx)? > 0)
    }

    /// Keeps how far the present step is.
    pub fn advance(&self, tx: &mut Tx<'_>, seen: i64, tally: &Tally) -> QueryResult<()> {
        let changes = (imports::seen.eq(seen), imports::tally.eq(json(tally)));
        diesel::update(imports::table.find(self.id)).set(changes).execute(&mut **tx).map(drop)
    }

    /// It is carried out, or its shop stopped it: from now on it can be undone for a day.
    pub fn done(&self, tx: &mut Tx<'_>) -> QueryResult<()> {
        let there = imports::table.find(self.id).filter(imports::state.eq(ImportState::Running));
        let until = now() + Duration::hours(UNDO_HOURS);
        diesel::update(there).set((imports::state.eq(ImportState::Done), imports::undo_until.eq(until))).execute(&mut **tx).map(drop)
    }

    /// It is undone.
    pub fn undone(&self, tx: &mut Tx<'_>) -> QueryResult<()> {
        let there = imports::table.find(self.id).filter(imports::state.eq(ImportState::Undoing));
        diesel::update(there).set(imports::state.eq(ImportState::Undone)).execute(&mut **tx).map(drop)
    }
}

fn json(value: &impl serde::Serialize) -> serde_json::Value {
    serde_json::to_value(value).unwrap_or_default()
}
