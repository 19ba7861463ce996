//! Who lives in the demo: four accounts to try, the owners of shops, buyers.

use diesel::prelude::*;

use super::data::BuyerData;
use super::{DemoError, data::Data};
use crate::accounts::{NewAddress, NewUser, sign_up};
use crate::catalog::Catalog;
use crate::db::Tx;
use crate::i18n::Lang;
use crate::kernel::{Email, Phone, UserId};
use crate::moderation::staff;

/// The password of everybody in the demo.
pub const PASSWORD: &str = "samal-demo-2026";
/// The accounts to try, by what they are for.
pub const ACCOUNTS: [(&str, &str); 4] =
    [("buyer", "buyer@samal.example"), ("seller", "seller@samal.example"), ("moderator", "moderator@samal.example"), ("owner", OWNER)];
/// Whoever finds this account finds the demo whole: it is written in the same transaction as all the rest.
pub const OWNER: &str = "owner@samal.example";
/// The shop of the account `seller`.
pub const SELLERS_SHOP: &str = "techno-dala";

/// Somebody who buys.
pub struct Buyer {
    pub id: UserId,
    pub name: String,
    pub phone: Phone,
    pub home: NewAddress,
}

/// Everybody but the owners of shops. The first buyer is the account `buyer`.
pub struct People {
    pub moderator: UserId,
    pub buyers: Vec<Buyer>,
}

impl People {
    /// Signs everybody up.
    pub fn settle(tx: &mut Tx<'_>, data: &Data, catalog: &Catalog, hash: &str) -> Result<Self, DemoError> {
        let moderator = join(tx, ("Салтанат Ибраева", "moderator@samal.example"), None, Lang::Ru, hash)?;
        join(tx, ("Арман Қуанышев", OWNER), None, Lang::Ru, hash)?;
        for (role, email) in [("moderator", "moderator@samal.example"), ("owner", OWNER)] {
            staff::grant(tx, email, role).map_err(|error| DemoError::Story(error.to_string()))?;
        }
        let mut buyers = vec![Buyer::move_in(tx, &first(), catalog, hash)?];
        let office =
            NewAddress { street: "пр. Аль-Фараби".into(), house: "77/8".into(), flat: "1204".into(), ..buyers[0].home.clone() };
        office.insert(tx, buyers[0].id)?;
        for buyer in &data.buyers {
            buyers.push(Buyer::move_in(tx, buyer, catalog, hash)?);
        }
        Ok(Self { moderator, buyers })
    }
}

impl Buyer {
    fn move_in(tx: &mut Tx<'_>, data: &BuyerData, catalog: &Catalog, hash: &str) -> Result<Self, DemoError> {
        let phone = Phone::parse(&data.phone).ok_or_else(|| DemoError::Data(format!("the phone {}", data.phone)))?;
        let city = catalog.city_by_slug(&data.city).ok_or_else(|| DemoError::Data(format!("the town {}", data.city)))?;
        let id = join(tx, (&data.name, &data.email), Some(phone.clone()), data.lang, hash)?;
        let home = NewAddress {
            city_id: city.id,
            street: data.street.clone(),
            house: data.house.clone(),
            flat: data.flat.clone(),
            entrance: String::new(),
            comment: String::new(),
        };
        home.insert(tx, id)?;
        Ok(Self { id, name: data.name.clone(), phone, home })
    }
}

/// The account `buyer`.
fn first() -> BuyerData {
    BuyerData {
        name: "Айдана Серикова".into(),
        email: "buyer@samal.example".into(),
        phone: "+7 701 555 00 11".into(),
        city: "almaty".into(),
        street: "ул. Жандосова".into(),
        house: "58".into(),
        flat: "31".into(),
        lang: Lang::Ru,
    }
}

/// A new account.
pub fn join(tx: &mut Tx<'_>, (name, email): (&str, &str), phone: Option<Phone>, lang: Lang, hash: &str) -> Result<UserId, DemoError> {
    let address = Email::parse(email).ok_or_else(|| DemoError::Data(format!("the e-mail {email}")))?;
    let user = NewUser { name: name.to_owned(), email: address, phone, password_hash: hash.to_owned(), lang };
    sign_up(tx, &user)?.ok_or_else(|| DemoError::Data(format!("{email} twice")))
}

/// Whether the demo was loaded here.
pub fn owner_lives_here(conn: &mut PgConnection) -> QueryResult<bool> {
    use crate::schema::users;
    diesel::select(diesel::dsl::exists(users::table.filter(users::email.eq(OWNER)))).get_result(conn)
}
