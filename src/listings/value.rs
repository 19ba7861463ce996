//! A characteristic's value.

use bigdecimal::BigDecimal;
use diesel::prelude::*;

use crate::db::Tx;
use crate::kernel::{AttributeId, OptionId, ProductId};
use crate::schema::product_values;

/// What a product says for one characteristic.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Free text.
    Text(String),
    /// A number in the characteristic's unit.
    Number(BigDecimal),
    /// One of its options.
    Choice(OptionId),
    /// Yes or no.
    Bool(bool),
}

type Row = (AttributeId, Option<String>, Option<BigDecimal>, Option<OptionId>, Option<bool>);

impl Value {
    /// A product's values, in the order of the characteristics' ids.
    pub fn of_product(conn: &mut PgConnection, product: ProductId) -> QueryResult<Vec<(AttributeId, Self)>> {
        use product_values as v;
        let rows: Vec<Row> = v::table
            .filter(v::product_id.eq(product))
            .order(v::attribute_id)
            .select((v::attribute_id, v::text_value, v::number_value, v::option_id, v::bool_value))
            .load(conn)?;
        Ok(rows.into_iter().filter_map(|row| Some((row.0, Self::of_row(row)?))).collect())
    }

    fn of_row((_, text, number, option, yes): Row) -> Option<Self> {
        let value = text.map(Self::Text).or(number.map(Self::Number)).or(option.map(Self::Choice));
        value.or(yes.map(Self::Bool))
    }

    /// Writes one value of a product, or takes it away.
    pub(super) fn set(tx: &mut Tx<'_>, product: ProductId, attribute: AttributeId, value: Option<&Self>) -> QueryResult<()> {
        use product_values as v;
        diesel::delete(v::table.find((product, attribute))).execute(&mut **tx)?;
        let Some(value) = value else { return Ok(()) };
        let (mut text, mut number, mut option, mut yes) = (None, None, None, None);
        match value {
            Self::Text(value) => text = Some(value),
            Self::Number(value) => number = Some(value),
            Self::Choice(value) => option = Some(value),
            Self::Bool(value) => yes = Some(value),
        }
        let typed = (v::text_value.eq(text), v::number_value.eq(number), v::option_id.eq(option), v::bool_value.eq(yes));
        let row = (v::product_id.eq(product), v::attribute_id.eq(attribute), typed);
        diesel::insert_into(v::table).values(row).execute(&mut **tx).map(drop)
    }

    /// Takes away what the category does not ask for.
    pub(super) fn keep_only(tx: &mut Tx<'_>, product: ProductId, asked: &[AttributeId]) -> QueryResult<()> {
        use product_values as v;
        let strangers = v::table.filter(v::product_id.eq(product)).filter(v::attribute_id.ne_all(asked));
        diesel::delete(strangers).execute(&mut **tx).map(drop)
    }
}
