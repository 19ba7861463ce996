//! The same thing in other colours and sizes: cards that are linked.

use diesel::dsl::{exists, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable};

use crate::db::Tx;
use crate::kernel::{CategoryId, ProductId, ShopId, VariantsId};
use crate::schema::{products, variant_groups};

/// So many cards may be linked.
const MOST: i64 = 50;

/// A card that is linked, or could be.
#[derive(Debug, Clone, Queryable)]
pub struct Variant {
    /// Which.
    pub product: ProductId,
    /// Its title.
    pub title: String,
    /// Its address words.
    pub slug: String,
}

/// What became of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Linked {
    /// They are variants of one thing now.
    Done,
    /// They stand in different categories, or one was merged away.
    Unlike,
    /// There are too many already.
    Full,
    /// Cards that are not the shop's own are among the variants: those are staff's to link.
    Others,
}

type Row = (ProductId, CategoryId, Option<VariantsId>);

/// Links two cards of one category, and with them all that were linked to either.
pub fn link(tx: &mut Tx<'_>, one: ProductId, other: ProductId) -> QueryResult<Linked> {
    let both = products::table.filter(products::id.eq_any([one, other])).filter(products::merged_into.is_null()).order(products::id);
    let rows: Vec<Row> = both.select((products::id, products::category_id, products::variant_group_id)).for_update().load(&mut **tx)?;
    let [(_, place, group), (_, other_place, other_group)] = rows.as_slice() else { return Ok(Linked::Unlike) };
    if place != other_place {
        return Ok(Linked::Unlike);
    }
    let into = match group.or(*other_group) {
        Some(group) => group,
        None => diesel::insert_into(variant_groups::table).default_values().returning(variant_groups::id).get_result(&mut **tx)?,
    };
    let groups: Vec<VariantsId> = [*group, *other_group].into_iter().flatten().collect();
    let linked = products::table.filter(products::variant_group_id.eq_any(&groups)).count().get_result::<i64>(&mut **tx)?;
    if linked + 2 > MOST {
        return Ok(Linked::Full);
    }
    diesel::update(products::table.filter(products::variant_group_id.eq_any(groups)))
        .set(products::variant_group_id.eq(into))
        .execute(&mut **tx)?;
    diesel::update(products::table.filter(products::id.eq_any([one, other])))
        .set(products::variant_group_id.eq(into))
        .execute(&mut **tx)?;
    Ok(Linked::Done)
}

/// Takes a card out of its group; the last one left is no group either.
pub fn unlink(tx: &mut Tx<'_>, product: ProductId) -> QueryResult<()> {
    let group: Option<VariantsId> = products::table.find(product).select(products::variant_group_id).for_update().first(&mut **tx)?;
    let Some(group) = group else { return Ok(()) };
    let none = products::variant_group_id.eq(None::<VariantsId>);
    diesel::update(products::table.find(product)).set(none).execute(&mut **tx)?;
    let rest = products::table.filter(products::variant_group_id.eq(group));
    if rest.count().get_result::<i64>(&mut **tx)? < 2 {
        diesel::update(rest).set(none).execute(&mut **tx)?;
        diesel::delete(variant_groups::table.find(group)).execute(&mut **tx)?;
    }
    Ok(())
}

/// Links cards of a shop's own. Nothing when they are not both the shop's. Whole groups are joined by a link, so neither may hold anybody else's card:
/// what stands on others' pages is not changed unseen.
pub fn link_own(tx: &mut Tx<'_>, shop: ShopId, one: ProductId, other: ProductId) -> QueryResult<Option<Linked>> {
    let own = products::table.filter(products::id.eq_any([one, other])).filter(products::owner_shop_id.eq(shop)).order(products::id);
    let groups: Vec<Option<VariantsId>> = own.select(products::variant_group_id).for_update().load(&mut **tx)?;
    if groups.len() < 2 {
        return Ok(None);
    }
    let theirs = products::table
        .filter(products::variant_group_id.eq_any(groups.into_iter().flatten().collect::<Vec<_>>()))
        .filter(products::owner_shop_id.is_distinct_from(Some(shop)));
    if diesel::select(exists(theirs)).get_result(&mut **tx)? {
        return Ok(Some(Linked::Others));
    }
    link(tx, one, other).map(Some)
}

impl Variant {
    /// The cards linked to this one.
    pub fn of(conn: &mut PgConnection, product: ProductId) -> QueryResult<Vec<Self>> {
        let group: Option<VariantsId> = products::table.find(product).select(products::variant_group_id).first(conn)?;
        let Some(group) = group else { return Ok(Vec::new()) };
        let linked = products::table.filter(products::variant_group_id.eq(group)).filter(products::id.ne(product));
        linked.select((products::id, products::title, products::slug)).order(products::title).limit(MOST).load(conn)
    }

    /// A shop's own cards that could be linked to this one: the same category, not linked to it yet, nobody else's among the variants of either.
    pub fn fitting(conn: &mut PgConnection, product: ProductId, shop: ShopId) -> QueryResult<Vec<Self>> {
        let (category, group): (CategoryId, Option<VariantsId>) =
            products::table.find(product).select((products::category_id, products::variant_group_id)).first(conn)?;
        let own = products::table
            .filter(products::owner_shop_id.eq(shop))
            .filter(products::category_id.eq(category))
            .filter(products::id.ne(product))
            .filter(products::title.ne(""))
            .filter(products::merged_into.is_null())
            .filter(products::variant_group_id.is_null().or(products::variant_group_id.is_distinct_from(group)))
            .filter(
                sql::<Bool>("NOT EXISTS (SELECT FROM products o WHERE o.variant_group_id IN (products.variant_group_id, ")
                    .bind::<Nullable<BigInt>, _>(group)
                    .sql(") AND o.owner_shop_id IS DISTINCT FROM ")
                    .bind::<BigInt, _>(shop)
                    .sql(")"),
            );
        own.select((products::id, products::title, products::slug)).order(products::title).limit(200).load(conn)
    }

    /// Its page.
    pub fn path(&self) -> String {
        format!("/p/{}-{}", self.product, self.slug)
    }
}
