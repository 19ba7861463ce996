//! Tags: shared by all products, known by their Latin word.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::db::Tx;
use crate::kernel::{ProductId, TagId, slugify};
use crate::schema::{product_tags, tags};

/// A product's tags by name.
pub(super) fn of_product(conn: &mut PgConnection, product: ProductId) -> QueryResult<Vec<String>> {
    let of = product_tags::table.inner_join(tags::table).filter(product_tags::product_id.eq(product));
    of.select(tags::name).order(tags::name).load(conn)
}

/// Makes these the product's tags; a name whose word is known already is the same tag.
pub(super) fn set(tx: &mut Tx<'_>, product: ProductId, names: &[String]) -> QueryResult<()> {
    // in the order of the words, so that two sellers never wait for each other in a circle
    let wanted: BTreeMap<String, &String> = names.iter().map(|name| (slugify(name), name)).filter(|(slug, _)| !slug.is_empty()).collect();
    let rows: Vec<_> = wanted.iter().map(|(slug, name)| (tags::slug.eq(slug), tags::name.eq(*name))).collect();
    diesel::insert_into(tags::table).values(rows).on_conflict_do_nothing().execute(&mut **tx)?;
    let ids: Vec<TagId> = tags::table.filter(tags::slug.eq_any(wanted.keys())).select(tags::id).load(&mut **tx)?;
    diesel::delete(product_tags::table.filter(product_tags::product_id.eq(product))).execute(&mut **tx)?;
    let rows: Vec<_> = ids.into_iter().map(|id| (product_tags::product_id.eq(product), product_tags::tag_id.eq(id))).collect();
    diesel::insert_into(product_tags::table).values(rows).execute(&mut **tx).map(drop)
}
