//! Loads the demo: people, shops, goods and sales in one transaction; photographs follow in the background.

use std::sync::Arc;

use diesel::prelude::*;

use super::data::Data;
use super::people::{PASSWORD, People, SELLERS_SHOP, owner_lives_here};
use super::photos::DemoCovers;
use super::sales::{Market, sell};
use super::{DemoError, dates, goods, reviews, sellers, stars, wishes};
use crate::accounts::hash_now;
use crate::catalog::Catalog;
use crate::config::Config;
use crate::db::{Db, DbError, Tx};
use crate::jobs;
use crate::schema::{listings, users};

/// What was loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loaded {
    /// Listings.
    pub goods: usize,
    /// Purchases.
    pub sales: usize,
}

/// Whether the demo was loaded into this database.
pub fn is_loaded(conn: &mut PgConnection) -> Result<bool, DbError> {
    Ok(owner_lives_here(conn)?)
}

/// Loads the demo into an empty marketplace, or nothing of it.
pub fn load(db: &Db, catalog: &Arc<Catalog>, config: &Config) -> Result<Loaded, DemoError> {
    let data = Data::read()?;
    let hash = hash_now(PASSWORD, config.bcrypt_cost).map_err(|error| DemoError::Story(error.to_string()))?;
    db.write_here(|tx| write(tx, &data, catalog, (&hash, config.accept_hours)))
}

fn write(tx: &mut Tx<'_>, data: &Data, catalog: &Catalog, (hash, accept_hours): (&str, i64)) -> Result<Loaded, DemoError> {
    // Two that start at once: the second waits here, then finds somebody living there.
    diesel::sql_query("SELECT pg_advisory_xact_lock(hashtext('samal demo'))").execute(&mut **tx)?;
    if !is_empty(tx)? {
        return Err(DemoError::NotEmpty);
    }
    let people = People::settle(tx, data, catalog, hash)?;
    let sellers = sellers::open_all(tx, data, catalog, hash)?;
    let goods = goods::put_up(tx, data, catalog, &sellers, people.moderator)?;
    let sales = sell(tx, &Market { people: &people, goods: &goods, sellers: &sellers, accept_hours })?;
    let complained = sellers.get("daniyar-k").or(sellers.get(SELLERS_SHOP)).ok_or_else(|| DemoError::Data("no shops".into()))?;
    reviews::complain(tx, &people, &goods, complained.shop.id)?;
    stars::rate_all(tx, people.buyers[0].id)?;
    dates::move_back(tx, &goods, &sales)?;
    wishes::wish(tx, &people, &goods, catalog)?;
    goods::photograph(tx, data, &goods)?;
    jobs::enqueue(tx, &DemoCovers {})?;
    Ok(Loaded { goods: goods.len(), sales: sales.len() })
}

fn is_empty(conn: &mut PgConnection) -> QueryResult<bool> {
    let people = diesel::select(diesel::dsl::exists(users::table.select(users::id))).get_result::<bool>(conn)?;
    let goods = diesel::select(diesel::dsl::exists(listings::table.select(listings::id))).get_result::<bool>(conn)?;
    Ok(!people && !goods)
}
