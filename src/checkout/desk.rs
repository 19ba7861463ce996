//! What checkout lays out: the goods, the address book, who buys.

use diesel::prelude::*;

use super::place::parcels;
use super::{Parcel, Quote};
use crate::accounts::Address;
use crate::cart::{Basket, Cart, Group, Owner};
use crate::kernel::{CityId, Phone, ShopId, UserId};
use crate::orders::Contact;
use crate::schema::users;
use crate::shops::{Terms, Way};
use crate::web::Form;

/// Everything the page shows.
#[derive(Debug, Clone)]
pub struct Desk {
    /// What can be bought now.
    pub basket: Basket,
    /// Whether the cart holds more than that.
    pub left_out: bool,
    /// The address book.
    pub saved: Vec<Address>,
    /// Who buys.
    pub contact: Contact,
}

impl Desk {
    /// Reads it all.
    pub fn read(conn: &mut PgConnection, user: UserId) -> QueryResult<Self> {
        let whole = match Cart::find(conn, &Owner::User(user))? {
            Some(cart) => Basket::read(conn, cart)?,
            None => Basket::default(),
        };
        let (name, phone): (String, Option<String>) = users::table.find(user).select((users::name, users::phone)).first(conn)?;
        let all = whole.lines().count();
        let basket = whole.buyable();
        Ok(Self {
            left_out: basket.lines().count() < all,
            basket,
            saved: Address::of_user(conn, user)?,
            contact: Contact { contact_name: name, contact_phone: phone.unwrap_or_default() },
        })
    }

    /// The form as it is first shown.
    pub fn form(&self, city: CityId) -> Form {
        let mut form = Form::default();
        form.set("name", &self.contact.contact_name);
        form.set("phone", Phone::pretty(&self.contact.contact_phone));
        form.set("city", self.saved.first().map_or(city, |saved| saved.city_id).to_string());
        form.set("address", self.saved.first().map_or("new".to_owned(), |saved| saved.id.to_string()));
        for group in &self.basket.groups {
            if let Some(terms) = group.terms.first() {
                form.set(&field(group.shop), terms.way.as_str());
            }
        }
        form
    }

    /// The town of the address that a form chose.
    pub fn town(&self, form: &Form) -> Option<CityId> {
        let saved = self.saved.iter().find(|saved| form.value("address") == saved.id.to_string());
        saved.map(|saved| saved.city_id).or_else(|| form.value("city").parse().ok())
    }

    /// The terms that a form chose, one a group: where nothing valid was chosen, the first that are offered.
    fn chosen(&self, form: &Form) -> Option<Vec<Terms>> {
        let of = |group: &Group| way(form, group.shop).and_then(|way| group.terms_of(way)).or(group.terms.first()).cloned();
        self.basket.groups.iter().map(of).collect()
    }

    /// What the chosen ways come to; nothing when some goods cannot be delivered at all.
    pub fn quote(&self, form: &Form) -> Option<Quote> {
        let parcels: Vec<Parcel> = parcels(&self.basket, &self.chosen(form)?);
        Quote::of(&parcels)
    }
}

/// The form's field for a shop's way of delivery.
pub fn field(shop: ShopId) -> String {
    format!("delivery[{shop}]")
}

/// The way that a form chose for a shop.
pub fn way(form: &Form, shop: ShopId) -> Option<Way> {
    form.value(&field(shop)).parse().ok()
}
