//! Where a purchase goes, and who receives it.

use diesel::prelude::*;

use crate::accounts::{Address, NewAddress};
use crate::catalog::Catalog;
use crate::kernel::{CityId, Phone};
use crate::schema::purchases;
use crate::web::{FieldError, Form};

/// An address as a purchase keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = purchases, check_for_backend(diesel::pg::Pg))]
pub struct Destination {
    /// The town.
    pub city_id: CityId,
    /// The street; empty when everything is fetched at the shops.
    pub street: String,
    /// The house.
    pub house: String,
    /// The flat.
    pub flat: String,
    /// The entrance and its code.
    pub entrance: String,
    /// How to find it.
    pub address_comment: String,
}

/// Who receives it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = purchases, check_for_backend(diesel::pg::Pg))]
pub struct Contact {
    /// Their name.
    pub contact_name: String,
    /// Their phone, as `+7XXXXXXXXXX`.
    pub contact_phone: String,
}

impl Destination {
    /// From the fields of an address, as the address book reads them; `comment` is the buyer's word to the shops here.
    /// What is `fetched` at the shops needs no street.
    pub fn parse(form: &mut Form, catalog: &Catalog, fetched: bool) -> Option<Self> {
        if fetched && ["street", "house"].iter().all(|name| form.value(name).trim().is_empty()) {
            return NewAddress::parse_city(form, catalog).map(Self::nowhere);
        }
        NewAddress::parse_with(form, catalog, "address_comment").map(Self::from)
    }

    fn nowhere(city_id: CityId) -> Self {
        let none = String::new;
        Self { city_id, street: none(), house: none(), flat: none(), entrance: none(), address_comment: none() }
    }

    /// `ул. Абая, 52, 14`: street, house, flat; empty when there is none.
    pub fn line(&self) -> String {
        [&self.street, &self.house, &self.flat].into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    }

    /// Fills a form with it.
    pub fn fill(&self, form: &mut Form) {
        form.set("city", self.city_id.to_string());
        let fields = [&self.street, &self.house, &self.flat, &self.entrance, &self.address_comment];
        for (name, value) in ["street", "house", "flat", "entrance", "address_comment"].into_iter().zip(fields) {
            form.set(name, value);
        }
    }
}

impl From<&Address> for Destination {
    fn from(address: &Address) -> Self {
        let Address { city_id, street, house, flat, entrance, comment, .. } = address.clone();
        Self { city_id, street, house, flat, entrance, address_comment: comment }
    }
}

impl From<NewAddress> for Destination {
    fn from(address: NewAddress) -> Self {
        let NewAddress { city_id, street, house, flat, entrance, comment } = address;
        Self { city_id, street, house, flat, entrance, address_comment: comment }
    }
}

impl From<&Destination> for NewAddress {
    fn from(to: &Destination) -> Self {
        let Destination { city_id, street, house, flat, entrance, address_comment } = to.clone();
        Self { city_id, street, house, flat, entrance, comment: address_comment }
    }
}

impl Contact {
    /// From the fields `name` and `phone`.
    pub fn parse(form: &mut Form) -> Option<Self> {
        let name = form.line("name", 1, 100, "order-name-empty");
        let phone = form.parse("phone", |text| Phone::parse(text).ok_or(FieldError::new("order-phone-wrong")));
        Some(Self { contact_name: name?, contact_phone: phone?.as_str().to_owned() })
    }

    /// Fills a form with it.
    pub fn fill(&self, form: &mut Form) {
        form.set("name", &self.contact_name);
        form.set("phone", Phone::pretty(&self.contact_phone));
    }
}
