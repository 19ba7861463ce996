//! A seller changes what the shop says of itself.

use diesel::prelude::*;

use crate::db::Tx;
use crate::kernel::{CityId, ShopId};
use crate::schema::shops;

/// What can be changed after opening: neither the kind nor the taxpayer number.
#[derive(Debug, Clone)]
pub struct EditShop {
    /// The name on the sign; the address word stays, links to it live on.
    pub name: String,
    /// Where it is.
    pub city: CityId,
    /// What it says of itself.
    pub about: String,
}

impl EditShop {
    /// Saves it.
    pub fn save(&self, tx: &mut Tx<'_>, shop: ShopId) -> QueryResult<()> {
        let changes = (shops::name.eq(&self.name), shops::city_id.eq(self.city), shops::about.eq(&self.about));
        diesel::update(shops::table.find(shop)).set(changes).execute(&mut **tx).map(drop)
    }
}
