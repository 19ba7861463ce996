//! A card's characteristics together with those that set its variants apart: one statement.

use bigdecimal::BigDecimal;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Numeric, Text, Uuid};

use super::facts::ValueRow;
use crate::kernel::{AttributeId, OptionId, PhotoId, ProductId};

/// A linked card.
#[derive(Debug, Clone)]
pub struct Kin {
    pub id: ProductId,
    pub title: String,
    pub slug: String,
    pub cover: Option<PhotoId>,
    /// Somebody sells it now.
    pub on_sale: bool,
    /// What sets it apart.
    pub values: Vec<ValueRow>,
}

/// The card's characteristics and its linked cards.
#[derive(Debug, Default)]
pub struct Family {
    pub facts: Vec<ValueRow>,
    pub kin: Vec<Kin>,
}

type Row = (
    ProductId,
    String,
    String,
    Option<PhotoId>,
    bool,
    Option<AttributeId>,
    Option<String>,
    Option<BigDecimal>,
    Option<OptionId>,
    Option<bool>,
);

#[rustfmt::skip]
type RowSql = (
    BigInt, Text, Text, Nullable<Uuid>, Bool, Nullable<Integer>, Nullable<Text>, Nullable<Numeric>, Nullable<Integer>, Nullable<Bool>,
);

/// Linked cards count while somebody ever put them on sale: drafts are nobody's business.
struct All(ProductId);

impl QueryFragment<Pg> for All {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("SELECT p.id, p.title, p.slug, p.cover_id, k.own OR k.on_sale, v.attribute_id, v.text_value, v.number_value, v.option_id, v.bool_value FROM (SELECT ");
        out.push_bind_param::<BigInt, _>(&self.0)?;
        out.push_sql(
            " AS id, true AS own, true AS on_sale UNION ALL SELECT * FROM (
                SELECT s.id, false, EXISTS (SELECT FROM listings l JOIN shops h ON h.id = l.shop_id
                                            WHERE l.product_id = s.id AND l.state = 'active' AND l.in_stock AND h.state = 'open')
                FROM products s WHERE s.variant_group_id = (SELECT variant_group_id FROM products WHERE id = ",
        );
        out.push_bind_param::<BigInt, _>(&self.0)?;
        out.push_sql(") AND s.id <> ");
        out.push_bind_param::<BigInt, _>(&self.0)?;
        out.push_sql(
            " AND EXISTS (SELECT FROM listings l JOIN shops h ON h.id = l.shop_id WHERE l.product_id = s.id AND l.state = 'active' AND h.state = 'open')
                ORDER BY s.id LIMIT 60) s) k
             JOIN products p ON p.id = k.id
             LEFT JOIN product_values v ON v.product_id = k.id AND (k.own OR v.attribute_id IN (SELECT id FROM attributes WHERE is_axis))
             ORDER BY p.id, v.attribute_id",
        );
        Ok(())
    }
}

impl diesel::query_builder::Query for All {
    type SqlType = RowSql;
}
impl RunQueryDsl<PgConnection> for All {}
/// Always the same text.
impl QueryId for All {
    type QueryId = Self;
    const HAS_STATIC_QUERY_ID: bool = true;
}

/// Reads them.
pub fn family(conn: &mut PgConnection, product: ProductId) -> QueryResult<Family> {
    let rows: Vec<Row> = All(product).load(conn)?;
    let mut family = Family::default();
    for (id, title, slug, cover, on_sale, attribute, text, number, option, yes) in rows {
        let value = attribute.map(|attribute| (attribute, text, number, option, yes));
        if id == product {
            family.facts.extend(value);
            continue;
        }
        if family.kin.last().is_none_or(|kin| kin.id != id) {
            family.kin.push(Kin { id, title, slug, cover, on_sale, values: Vec::new() });
        }
        if let Some(kin) = family.kin.last_mut() {
            kin.values.extend(value);
        }
    }
    Ok(family)
}
