//! What a shop said about its lists before: the next one is matched already.

use std::collections::BTreeMap;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::file::tidy;
use super::matching::Matching;
use crate::db::Tx;
use crate::kernel::{CategoryId, ShopId};
use crate::schema::import_habits;

/// No more names of a kind are remembered.
const MOST: usize = 500;

/// A shop's habits: tidied names of columns and categories, and what they are.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Habits {
    /// Columns' codes.
    pub columns: BTreeMap<String, String>,
    /// Categories.
    pub categories: BTreeMap<String, CategoryId>,
}

impl Habits {
    /// What is remembered of a shop.
    pub fn of(conn: &mut PgConnection, shop: ShopId) -> QueryResult<Self> {
        let stored: Option<serde_json::Value> = import_habits::table.find(shop).select(import_habits::habits).first(conn).optional()?;
        Ok(stored.and_then(|habits| serde_json::from_value(habits).ok()).unwrap_or_default())
    }

    /// Remembers what was said about a list.
    pub fn keep(tx: &mut Tx<'_>, shop: ShopId, header: &[String], matching: &Matching) -> QueryResult<()> {
        let mut habits = Self::of(tx, shop)?;
        for (name, code) in header.iter().zip(&matching.columns).filter(|(name, _)| !name.is_empty()) {
            if habits.columns.len() < MOST {
                habits.columns.insert(tidy(name), code.clone());
            }
        }
        habits.categories.extend(matching.categories.clone());
        while habits.categories.len() > MOST {
            habits.categories.pop_first();
        }
        let stored = serde_json::to_value(&habits).unwrap_or_default();
        let row = diesel::insert_into(import_habits::table).values((import_habits::shop_id.eq(shop), import_habits::habits.eq(&stored)));
        let upsert = row.on_conflict(import_habits::shop_id).do_update();
        upsert.set(import_habits::habits.eq(&stored)).execute(&mut **tx).map(drop)
    }
}
