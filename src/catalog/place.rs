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
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

type RegionRow = (RegionId, String, String, String);
type CityRow = (CityId, RegionId, String, String, String, String, i32, f64, f64);

impl Region {
    pub(super) fn all(conn: &mut PgConnection) -> QueryResult<Vec<Self>> {
        let columns = (regions::id, regions::name_ru, regions::name_kk, regions::name_en);
        let rows: Vec<RegionRow> = regions::table.select(columns).order(regions::id).load(conn)?;
        Ok(rows.into_iter().map(|(id, ru, kk, en)| Self { id, names: Names::new(&ru, &kk, &en) }).collect())
    }
}

impl City {
    pub(super) fn all(conn: &mut PgConnection) -> QueryResult<Vec<Self>> {
        let names = (cities::name_ru, cities::name_kk, cities::name_en);
        let columns = (cities::id, cities::region_id, cities::slug, names.0, names.1, names.2, cities::people, cities::lat, cities::lon);
        let rows: Vec<CityRow> = cities::table.select(columns).order((cities::people.desc(), cities::id)).load(conn)?;
        let city = |(id, region, slug, ru, kk, en, people, lat, lon): CityRow| Self {
            id,
            region,
            slug,
            names: Names::new(&ru, &kk, &en),
            people,
            lat,
            lon,
        };
        Ok(rows.into_iter().map(city).collect())
    }

    /// As the crow flies, in kilometres.
    pub fn kilometres_to(&self, other: &Self) -> f64 {
        const EARTH: f64 = 6_371.0;
        let (lat, lon) = ((other.lat - self.lat).to_radians(), (other.lon - self.lon).to_radians());
        let bow = (lat / 2.0).sin().powi(2) + self.lat.to_radians().cos() * other.lat.to_radians().cos() * (lon / 2.0).sin().powi(2);
        2.0 * EARTH * bow.sqrt().min(1.0).asin()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn almaty_and_astana_are_a_thousand_kilometres_apart() {
        let town =
            |lat, lon| City { id: CityId(1), region: RegionId(1), slug: String::new(), names: Names::new("", "", ""), people: 0, lat, lon };
        let (almaty, astana) = (town(43.238, 76.945), town(51.128, 71.430));
        assert!((950.0..1_000.0).contains(&almaty.kilometres_to(&astana)), "{}", almaty.kilometres_to(&astana));
        assert!(almaty.kilometres_to(&almaty) < 0.001);
    }
}
