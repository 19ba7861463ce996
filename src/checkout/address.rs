//! The buyer's address book, as checkout offers it.

use diesel::prelude::*;

use crate::kernel::{AddressId, CityId, UserId};
use crate::orders::Destination;
use crate::schema::addresses;

/// Addresses that one person keeps at most.
pub const MOST: i64 = 20;

/// An entry of the address book.
#[derive(Debug, Clone)]
pub struct Saved {
    /// Which.
    pub id: AddressId,
    /// Where it is.
    pub to: Destination,
    /// The one that is chosen when nothing is said.
    pub is_default: bool,
}

type Row = (AddressId, CityId, String, String, String, String, String, bool);

impl Saved {
    /// A person's addresses, the default first.
    pub fn of(conn: &mut PgConnection, user: UserId) -> QueryResult<Vec<Self>> {
        let own = addresses::table.filter(addresses::user_id.eq(user)).order((addresses::is_default.desc(), addresses::id));
        let columns = (
            addresses::id,
            addresses::city_id,
            addresses::street,
            addresses::house,
            addresses::flat,
            addresses::entrance,
            addresses::comment,
            addresses::is_default,
        );
        let saved = |(id, city_id, street, house, flat, entrance, address_comment, is_default): Row| Self {
            id,
            to: Destination { city_id, street, house, flat, entrance, address_comment },
            is_default,
        };
        Ok(own.limit(MOST).select(columns).load::<Row>(conn)?.into_iter().map(saved).collect())
    }
}
