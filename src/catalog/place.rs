//! Regions and towns.

use diesel::prelude::*;

use crate::i18n::{Lang, Named, Names};
use crate::kernel::{CityId, RegionId};
use crate::schema::{cities, regions};

/// A region of the country.
#[derive(Debug, Clone)]
pub struct Region {
    /// Its id.
    pub id: RegionId,
    /// Its name.
    pub names: Names,
}

/// A town.
#[derive(Debug, Clone)]
pub struct City {
    /// Its id.
    pub id: CityId,
    /// Its region.
    pub region: RegionId,
    /// Its address word.
    pub slug: String,
    /// Its name.
    pub names: Names,
    /// Inhabitants, in thousands: big towns come first.
    pub people: i32,
}

type RegionRow = (RegionId, String, String, String);
type CityRow = (CityId, RegionId, String, String, String, String, i32);

impl Region {
    pub(super) fn all(conn: &mut PgConnection) -> QueryResult<Vec<Self>> {
        let columns = (regions::id, regions::name_ru, regions::name_kk, regions::name_en);
        let rows: Vec<RegionRow> = regions::table.select(columns).order(regions::id).load(conn)?;
        Ok(rows.into_iter().map(|(id, ru, kk, en)| Self { id, names: Names::new(&ru, &kk, &en) }).collect())
    }
}

impl City {
    pub(super) fn all(conn: &mut PgConnection) -> QueryResult<Vec<Self>> {
        let columns = (cities::id, cities::region_id, cities::slug, cities::name_ru, cities::name_kk, cities::name_en, cities::people);
        let rows: Vec<CityRow> = cities::table.select(columns).order((cities::people.desc(), cities::id)).load(conn)?;
        let city = |(id, region, slug, ru, kk, en, people): CityRow| Self { id, region, slug, names: Names::new(&ru, &kk, &en), people };
        Ok(rows.into_iter().map(city).collect())
    }
}

impl Named for City {
    fn name(&self, lang: Lang) -> &str {
        self.names.name(lang)
    }
}

impl Named for Region {
    fn name(&self, lang: Lang) -> &str {
        self.names.name(lang)
    }
}
