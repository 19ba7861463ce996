//! What a moderator looks at, and what buyers read: everything of a product but its photos.

use diesel::prelude::*;

use super::{Value, tags};
use crate::i18n::Lang;
use crate::kernel::{AttributeId, CategoryId, Gtin, ProductId, ShopId};
use crate::schema::{product_texts, products};

/// The words of a product. Two readings that differ mean that a moderator has to look again.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// Where it stands.
    pub category: CategoryId,
    /// Whose card it is; none for a shared one.
    pub owner: Option<ShopId>,
    /// The title.
    pub title: String,
    /// Its address words.
    pub slug: String,
    /// The maker.
    pub brand: String,
    /// The number under its bar code.
    pub gtin: Option<Gtin>,
    /// The language of the words.
    pub lang: Lang,
    /// The description, in small Markdown.
    pub description: String,
    /// The characteristics that are given.
    pub values: Vec<(AttributeId, Value)>,
    /// The tags by name.
    pub tags: Vec<String>,
}

type Row = (CategoryId, Option<ShopId>, String, String, String, Option<Gtin>, Lang, Option<String>);

impl Content {
    /// Reads a product's words.
    pub fn of_product(conn: &mut PgConnection, product: ProductId) -> QueryResult<Self> {
        let columns = (
            products::category_id,
            products::owner_shop_id,
            products::title,
            products::slug,
            products::brand,
            products::gtin,
            products::lang,
            product_texts::description.nullable(),
        );
        let found = products::table.left_join(product_texts::table).filter(products::id.eq(product));
        let (category, owner, title, slug, brand, gtin, lang, description): Row = found.select(columns).first(conn)?;
        Ok(Self {
            category,
            owner,
            title,
            slug,
            brand,
            gtin,
            lang,
            description: description.unwrap_or_default(),
            values: Value::of_product(conn, product)?,
            tags: tags::of_product(conn, product)?,
        })
    }

    /// The value of one characteristic.
    pub fn value(&self, attribute: AttributeId) -> Option<&Value> {
        self.values.iter().find(|(id, _)| *id == attribute).map(|(_, value)| value)
    }
}
