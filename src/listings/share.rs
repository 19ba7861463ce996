//! A shop's own card becomes everybody's, and two cards of one thing become one.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::{Condition, Listing, ListingState, Twin};
use crate::db::Tx;
use crate::kernel::{CategoryId, Gtin, ListingId, ProductId, ShopId, VariantsId};
use crate::schema::{listings, products};

/// What became of a card that was to be shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// It is everybody's now; it was this shop's.
    Done(ShopId),
    /// It was already.
    Already,
    /// Another shared card has its number: offers belong there.
    Taken(ProductId),
    /// Second-hand goods stand on it: those are one of a kind.
    Used,
}

type Row = (Option<ShopId>, Option<Gtin>, Option<ProductId>);

/// Makes a card everybody's. From now on its words change by proposals that staff confirm.
pub fn share(tx: &mut Tx<'_>, product: ProductId) -> QueryResult<Shared> {
    let columns = (products::owner_shop_id, products::gtin, products::merged_into);
    let (owner, gtin, merged): Row = products::table.find(product).select(columns).for_update().first(&mut **tx)?;
    if let Some(into) = merged {
        return Ok(Shared::Taken(into));
    }
    let Some(owner) = owner else { return Ok(Shared::Already) };
    if let Some(gtin) = gtin
        && let Some(twin) = Twin::find(tx, &gtin)?
    {
        return Ok(Shared::Taken(twin.product));
    }
    let used = listings::table.filter(listings::product_id.eq(product)).filter(listings::condition.eq(Condition::Used));
    if diesel::select(exists(used)).get_result(&mut **tx)? {
        return Ok(Shared::Used);
    }
    let everybodys =
        (products::owner_shop_id.eq(None::<ShopId>), products::shared_at.eq(diesel::dsl::now), products::updated_at.eq(diesel::dsl::now));
    diesel::update(products::table.find(product)).set(everybodys).execute(&mut **tx)?;
    Ok(Shared::Done(owner))
}

/// Before an offer on another shop's card goes on sale: the card becomes everybody's.
pub fn share_borrowed(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<Shared> {
    let listing = Listing::find(tx, listing)?;
    let owner: Option<ShopId> = products::table.find(listing.product_id).select(products::owner_shop_id).first(&mut **tx)?;
    match owner {
        Some(owner) if owner != listing.shop_id => share(tx, listing.product_id),
        _ => Ok(Shared::Already),
    }
}

/// Moves the offers of a shop's own card to the shared card of the same thing; its address leads there. A shop that has an offer there already keeps
/// that one. False when the one is not a shop's own or the other not everybody's, or when second-hand goods stand on it.
pub fn merge(tx: &mut Tx<'_>, from: ProductId, into: ProductId) -> QueryResult<bool> {
    let both = products::table.filter(products::id.eq_any([from, into])).filter(products::merged_into.is_null()).order(products::id);
    let rows: Vec<(ProductId, Option<ShopId>, CategoryId)> =
        both.select((products::id, products::owner_shop_id, products::category_id)).for_update().load(&mut **tx)?;
    let find = |id| rows.iter().find(|row| row.0 == id);
    let (Some((_, Some(_), _)), Some((_, None, category))) = (find(from), find(into)) else { return Ok(false) };
    let moving: Vec<Listing> = listings::table
        .filter(listings::product_id.eq(from))
        .order(listings::id)
        .select(Listing::as_select())
        .for_update()
        .load(&mut **tx)?;
    if moving.iter().any(|listing| listing.condition == Condition::Used) {
        return Ok(false);
    }
    for listing in moving {
        move_offer(tx, &listing, into, *category)?;
    }
    let gone =
        (products::merged_into.eq(into), products::variant_group_id.eq(None::<VariantsId>), products::updated_at.eq(diesel::dsl::now));
    diesel::update(products::table.find(from)).set(gone).execute(&mut **tx)?;
    Ok(true)
}

fn move_offer(tx: &mut Tx<'_>, listing: &Listing, into: ProductId, category: CategoryId) -> QueryResult<()> {
    let there = listings::table.filter(listings::product_id.eq(into)).filter(listings::shop_id.eq(listing.shop_id));
    let row = diesel::update(listings::table.find(listing.id));
    if !diesel::select(exists(there)).get_result::<bool>(&mut **tx)? {
        return row.set((listings::product_id.eq(into), listings::category_id.eq(category))).execute(&mut **tx).map(drop);
    }
    match listing.state {
        ListingState::Archived | ListingState::Removed => Ok(()),
        _ => row.set(listings::state.eq(ListingState::Archived)).execute(&mut **tx).map(drop),
    }
}
