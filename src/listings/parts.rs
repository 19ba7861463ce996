//! What hangs on many cards: characteristics, tags, photos; three statements for as many cards as one likes.

use std::collections::HashMap;

use bigdecimal::BigDecimal;
use diesel::prelude::*;

use super::{PhotoRef, Value};
use crate::kernel::{AttributeId, OptionId, PhotoId, ProductId};
use crate::photos::PhotoState;
use crate::schema::{photos, product_tags, product_values, tags};

/// What hangs on one card.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// Characteristics.
    pub values: Vec<(AttributeId, Value)>,
    /// Tags by name.
    pub tags: Vec<String>,
    /// Photos that are ready, in order.
    pub photos: Vec<PhotoId>,
}

type Row = (ProductId, AttributeId, Option<String>, Option<BigDecimal>, Option<OptionId>, Option<bool>);

impl Parts {
    /// Reads them; a card that has nothing is not among them.
    pub fn of(conn: &mut PgConnection, products: &[ProductId]) -> QueryResult<HashMap<ProductId, Self>> {
        use {photos as f, product_values as v};
        let mut all: HashMap<ProductId, Self> = HashMap::new();
        let columns = (v::product_id, v::attribute_id, v::text_value, v::number_value, v::option_id, v::bool_value);
        let of_these = v::table.filter(v::product_id.eq_any(products)).order((v::product_id, v::attribute_id));
        for (product, attribute, text, number, option, yes) in of_these.select(columns).load::<Row>(conn)? {
            let value = text.map(Value::Text).or(number.map(Value::Number)).or(option.map(Value::Choice)).or(yes.map(Value::Bool));
            all.entry(product).or_default().values.extend(value.map(|value| (attribute, value)));
        }
        let of_these = product_tags::table.inner_join(tags::table).filter(product_tags::product_id.eq_any(products));
        for (product, tag) in of_these.select((product_tags::product_id, tags::name)).order(tags::name).load(conn)? {
            all.entry(product).or_default().tags.push(tag);
        }
        let of_these = f::table.filter(f::product_id.eq_any(products)).filter(f::state.eq(PhotoState::Ready));
        let of_these = of_these.order((f::position, f::created_at, f::id)).select((f::product_id.assume_not_null(), f::id));
        for (product, photo) in of_these.load(conn)? {
            all.entry(product).or_default().photos.push(photo);
        }
        Ok(all)
    }

    /// Full addresses of the photos.
    pub fn pictures(&self, base_url: &str) -> Vec<String> {
        self.photos.iter().map(|photo| format!("{base_url}{}", PhotoRef::ready(*photo).src(1200))).collect()
    }
}
