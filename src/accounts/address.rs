//! The address book's entries.

use diesel::prelude::*;

use crate::catalog::{Catalog, City, Region};
use crate::kernel::{AddressId, CityId, UserId};
use crate::schema::addresses;
use crate::web::{FieldError, Form};

/// An entry of somebody's address book.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = addresses, check_for_backend(diesel::pg::Pg))]
pub struct Address {
    /// Its id.
    pub id: AddressId,
    /// The town.
    pub city_id: CityId,
    /// Street or district.
    pub street: String,
    /// House number.
    pub house: String,
    /// Flat or office; may be empty.
    pub flat: String,
    /// Entrance, floor, door code; may be empty.
    pub entrance: String,
    /// What the courier should know; may be empty.
    pub comment: String,
    /// Whether it is the one that is offered first.
    pub is_default: bool,
}

impl Address {
    /// A user's addresses, the default first.
    pub fn of_user(conn: &mut PgConnection, user: UserId) -> QueryResult<Vec<Self>> {
        let own = addresses::table.filter(addresses::user_id.eq(user)).select(Self::as_select());
        own.order((addresses::is_default.desc(), addresses::id.desc())).load(conn)
    }

    /// An address of this user's; somebody else's is not found.
    pub fn find(conn: &mut PgConnection, user: UserId, id: AddressId) -> QueryResult<Self> {
        addresses::table.find(id).filter(addresses::user_id.eq(user)).select(Self::as_select()).first(conn)
    }

    /// Its town.
    pub fn city<'a>(&self, catalog: &'a Catalog) -> Option<&'a City> {
        catalog.city(self.city_id)
    }

    /// Street, house, flat in one line.
    pub fn line(&self) -> String {
        let parts = [&self.street, &self.house, &self.flat];
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    /// The form filled with it.
    pub fn form(&self) -> Form {
        Form::of([
            ("city", self.city_id.to_string()),
            ("street", self.street.clone()),
            ("house", self.house.clone()),
            ("flat", self.flat.clone()),
            ("entrance", self.entrance.clone()),
            ("comment", self.comment.clone()),
        ])
    }
}

/// An address as it was typed, in the address book or at the checkout.
#[derive(Debug, Clone, PartialEq, Eq, Insertable, AsChangeset)]
#[diesel(table_name = addresses)]
pub struct NewAddress {
    /// The town.
    pub city_id: CityId,
    /// Street or district.
    pub street: String,
    /// House number.
    pub house: String,
    /// Flat or office; may be empty.
    pub flat: String,
    /// Entrance, floor, door code; may be empty.
    pub entrance: String,
    /// What the courier should know; may be empty.
    pub comment: String,
}

impl NewAddress {
    /// Reads the fields `city`, `street`, `house`, `flat`, `entrance`, `comment`.
    pub fn parse(form: &mut Form, catalog: &Catalog) -> Option<Self> {
        Self::parse_with(form, catalog, "comment")
    }

    /// The same, where what the courier should know stands in another field.
    pub fn parse_with(form: &mut Form, catalog: &Catalog, comment: &str) -> Option<Self> {
        let city_id = Self::parse_city(form, catalog);
        let street = form.text("street", 1, 120, "accounts-street-empty").map(one_line);
        let house = form.text("house", 1, 20, "accounts-house-empty").map(one_line);
        let flat = form.text("flat", 0, 20, "").map(one_line);
        let entrance = form.text("entrance", 0, 40, "").map(one_line);
        let comment = form.text(comment, 0, 300, "");
        Some(Self { city_id: city_id?, street: street?, house: house?, flat: flat?, entrance: entrance?, comment: comment? })
    }

    /// The town alone.
    pub fn parse_city(form: &mut Form, catalog: &Catalog) -> Option<CityId> {
        let known = |text: &str| text.parse().ok().filter(|id| catalog.city(*id).is_some());
        form.parse("city", |text| known(text).ok_or(FieldError::new("accounts-city-empty")))
    }
}

/// Text of one line, with single spaces.
pub(super) fn one_line(text: String) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The towns of a region, big ones first.
#[derive(Debug)]
pub struct CityGroup<'a> {
    /// The region.
    pub region: &'a Region,
    /// Its towns.
    pub cities: Vec<&'a City>,
}

/// All towns by region, for a select: regions with the biggest town first.
pub fn city_groups(catalog: &Catalog) -> Vec<CityGroup<'_>> {
    let towns = |region: &Region| catalog.cities.iter().filter(|city| city.region == region.id).collect::<Vec<_>>();
    let groups = catalog.regions.iter().map(|region| CityGroup { region, cities: towns(region) });
    let mut groups: Vec<CityGroup<'_>> = groups.filter(|group| !group.cities.is_empty()).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.cities[0].people));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_missing_is_told_at_once() {
        let mut form = Form::of([("city", "99999999999999"), ("street", "  "), ("comment", "x".repeat(301).as_str())]);
        assert_eq!(NewAddress::parse(&mut form, &Catalog::default()), None);
        let wrong: Vec<&str> = form.summary().iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(wrong, ["city", "street", "house", "comment"]);
    }
}
