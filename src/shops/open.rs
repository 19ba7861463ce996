//! Someone becomes a seller.

use diesel::prelude::*;

use super::ShopKind;
use crate::db::Tx;
use crate::i18n::Lang;
use crate::kernel::{CityId, ShopId, Tin, UserId, slugify};
use crate::schema::{shop_members, shops};
use crate::web::Fault;

/// A shop to be opened.
#[derive(Debug, Clone)]
pub struct OpenShop {
    /// The name on its sign.
    pub name: String,
    /// Who stands behind it.
    pub kind: ShopKind,
    /// The taxpayer number, checked for this kind.
    pub tin: Tin,
    /// Where it is.
    pub city: CityId,
    /// What it says of itself.
    pub about: String,
    /// The language it says it in.
    pub lang: Lang,
}

/// Why a shop was not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// One cabinet a person.
    #[error("this person sells already")]
    AlreadySells,
    /// The database said no.
    #[error(transparent)]
    Db(#[from] diesel::result::Error),
}

impl From<OpenError> for Fault {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::AlreadySells => Self::Conflict,
            OpenError::Db(error) => error.into(),
        }
    }
}

impl OpenShop {
    /// Opens the shop; its owner can sell at once, its first listings are what staff look at.
    pub fn open(&self, tx: &mut Tx<'_>, owner: UserId) -> Result<ShopId, OpenError> {
        let shop = self.insert(tx)?;
        let member = (shop_members::shop_id.eq(shop), shop_members::user_id.eq(owner), shop_members::role.eq("owner"));
        match diesel::insert_into(shop_members::table).values(member).on_conflict_do_nothing().execute(&mut **tx)? {
            0 => Err(OpenError::AlreadySells),
            _ => Ok(shop),
        }
    }

    /// Under the first address word that is free: `orbit`, `orbit-2`, ….
    fn insert(&self, tx: &mut Tx<'_>) -> QueryResult<ShopId> {
        let word = Some(slugify(&self.name)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "shop".to_owned());
        let mut slug = word.clone();
        for n in 2.. {
            if let Some(id) = self.insert_as(tx, &slug)? {
                return Ok(id);
            }
            slug = format!("{word}-{n}");
        }
        Err(diesel::result::Error::NotFound)
    }

    fn insert_as(&self, tx: &mut Tx<'_>, slug: &str) -> QueryResult<Option<ShopId>> {
        let row = (
            shops::slug.eq(slug),
            shops::name.eq(&self.name),
            shops::kind.eq(self.kind),
            shops::tin.eq(self.tin.as_str()),
            shops::city_id.eq(self.city),
            shops::about.eq(&self.about),
            shops::lang.eq(self.lang),
        );
        let free = diesel::insert_into(shops::table).values(row).on_conflict(shops::slug).do_nothing();
        free.returning(shops::id).get_result(&mut **tx).optional()
    }
}
