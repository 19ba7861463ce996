//! A shop's own card becomes everybody's, and two cards of one thing become one.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::{Condition, Listing, ListingState, Stock, Twin, review};
use crate::db::Tx;
use crate::i18n::Lang;
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

/// Moves the offers of a shop's own card to the shared card of the same thing; its address leads there. Of a shop that has an offer
/// there already the one nearer to a sale stays, the other is put away; the caller holds the stock of both cards ([`hold_offers`]). False when
/// the one is not a shop's own or the other not everybody's, or when second-hand goods stand on it.
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

/// Holds the stock of all offers of these cards, as buyers take it: nobody orders what is put away meanwhile.
pub fn hold_offers(tx: &mut Tx<'_>, cards: &[ProductId]) -> QueryResult<()> {
    let offers: Vec<ListingId> = listings::table.filter(listings::product_id.eq_any(cards)).select(listings::id).load(&mut **tx)?;
    Stock::lock(tx, &offers)
}

/// How near to a sale an offer is: of two offers of one shop the nearer one stays.
const fn nearness(state: ListingState) -> u8 {
    match state {
        ListingState::Active => 5,
        ListingState::PendingReview => 4,
        ListingState::Paused | ListingState::Expired => 3,
        ListingState::Rejected => 2,
        ListingState::Draft => 1,
        ListingState::Archived | ListingState::Removed => 0,
    }
}

fn move_offer(tx: &mut Tx<'_>, listing: &Listing, into: ProductId, category: CategoryId) -> QueryResult<()> {
    let there = listings::table.filter(listings::product_id.eq(into)).filter(listings::shop_id.eq(listing.shop_id));
    let there: Option<Listing> = there.select(Listing::as_select()).for_update().first(&mut **tx).optional()?;
    let Some(there) = there else { return stand(tx, listing.id, into, category) };
    // what staff took off this card gives way only to what is on sale, and that does not come back to it unseen
    let removed = there.state == ListingState::Removed;
    let least = if removed { ListingState::Paused } else { there.state };
    if nearness(listing.state) <= nearness(least) {
        return put_away(tx, listing, there.id);
    }
    put_away(tx, &there, listing.id)?;
    swap(tx, listing, &there, category)?;
    if removed && listing.state == ListingState::Active { review::submit(tx, listing.id) } else { Ok(()) }
}

fn stand(tx: &mut Tx<'_>, listing: ListingId, product: ProductId, category: CategoryId) -> QueryResult<()> {
    let place = (listings::product_id.eq(product), listings::category_id.eq(category));
    diesel::update(listings::table.find(listing)).set(place).execute(&mut **tx).map(drop)
}

/// One of two offers ends. The shop's own number goes along to the one that stays, unless that has its own: the other is never sold again.
fn put_away(tx: &mut Tx<'_>, listing: &Listing, stays: ListingId) -> QueryResult<()> {
    let number: Option<String> = listings::table.find(listing.id).select(listings::sku).first(&mut **tx)?;
    if number.is_some() {
        diesel::update(listings::table.find(listing.id)).set(listings::sku.eq(None::<String>)).execute(&mut **tx)?;
        let nameless = listings::table.find(stays).filter(listings::sku.is_null());
        diesel::update(nameless).set(listings::sku.eq(number)).execute(&mut **tx)?;
    }
    match listing.state {
        ListingState::Archived | ListingState::Removed => Ok(()),
        _ => diesel::update(listings::table.find(listing.id)).set(listings::state.eq(ListingState::Archived)).execute(&mut **tx).map(drop),
    }
}

/// Two offers of one shop change places, each with its orders, carts, prices and verdicts. A card holds one offer of a shop at every moment,
/// so one of them waits on a card that is there only for that.
fn swap(tx: &mut Tx<'_>, coming: &Listing, going: &Listing, category: CategoryId) -> QueryResult<()> {
    let between: ProductId = diesel::insert_into(products::table)
        .values((products::category_id.eq(category), products::title.eq(""), products::lang.eq(Lang::Ru)))
        .returning(products::id)
        .get_result(&mut **tx)?;
    stand(tx, going.id, between, category)?;
    stand(tx, coming.id, going.product_id, category)?;
    stand(tx, going.id, coming.product_id, coming.category_id)?;
    diesel::delete(products::table.find(between)).execute(&mut **tx).map(drop)
}
