//! Staff's hand on cards: sharing, merging, linking variants, deciding about proposals. Each leaves a line in the log.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamptz};

use super::act::{Act, ActFilter};
use super::own::{is_own, owns_card};
use super::{ActKind, Subject, record};
use crate::catalog::Catalog;
use crate::db::{Keyed, Tx, cut_page};
use crate::events::{self, Event};
use crate::kernel::{CategoryId, Gtin, ListingId, Money, ProductId, ShopId, UserId};
use crate::listings::{self, Change, Condition, Decided, Linked, ListingState, Shared, Variant};
use crate::schema::{listings as offers, products, shops};

/// Makes a card everybody's; its shop gets a letter. Like the other verbs here: nothing when the card is of a shop of their own.
pub fn share(tx: &mut Tx<'_>, staff: UserId, product: ProductId) -> QueryResult<Option<Shared>> {
    if owns_card(tx, staff, &[product])? {
        return Ok(None);
    }
    tx.acting(Some(staff), "card shared")?;
    let shared = listings::share(tx, product)?;
    told(tx, staff, product, shared)?;
    Ok(Some(shared))
}

/// Before an offer on another shop's card goes on sale.
pub(super) fn share_borrowed(tx: &mut Tx<'_>, staff: UserId, listing: ListingId) -> QueryResult<Shared> {
    let product: ProductId = offers::table.find(listing).select(offers::product_id).first(&mut **tx)?;
    let shared = listings::share_borrowed(tx, listing)?;
    told(tx, staff, product, shared)?;
    Ok(shared)
}

fn told(tx: &mut Tx<'_>, staff: UserId, product: ProductId, shared: Shared) -> QueryResult<()> {
    let Shared::Done(shop) = shared else { return Ok(()) };
    record(tx, Some(staff), ActKind::Share, Subject::Card(product), "")?;
    events::publish(tx, &Event::CardShared { product, shop })
}

/// Moves one card's offers to another card of the same thing, which becomes everybody's if it is not yet. False when they cannot be one.
pub fn merge(tx: &mut Tx<'_>, staff: UserId, from: ProductId, into: ProductId) -> QueryResult<Option<bool>> {
    if owns_card(tx, staff, &[from, into])? {
        return Ok(None);
    }
    tx.acting(Some(staff), "cards merged")?;
    listings::hold_offers(tx, &[from, into])?;
    let shared = from != into && matches!(share(tx, staff, into)?, Some(Shared::Done(_) | Shared::Already));
    if !shared || !listings::merge(tx, from, into)? {
        return Ok(Some(false));
    }
    record(tx, Some(staff), ActKind::Merge, Subject::Card(from), &into.to_string())?;
    Ok(Some(true))
}

/// Links a card to another as its variant.
pub fn link(tx: &mut Tx<'_>, staff: UserId, one: ProductId, other: ProductId) -> QueryResult<Option<Linked>> {
    if owns_card(tx, staff, &[one, other])? {
        return Ok(None);
    }
    let linked = if one == other { Linked::Unlike } else { listings::link(tx, one, other)? };
    if linked == Linked::Done {
        record(tx, Some(staff), ActKind::Link, Subject::Card(one), &other.to_string())?;
    }
    Ok(Some(linked))
}

/// Takes a card out of its variants.
pub fn unlink(tx: &mut Tx<'_>, staff: UserId, product: ProductId) -> QueryResult<Option<()>> {
    if owns_card(tx, staff, &[product])? {
        return Ok(None);
    }
    listings::unlink(tx, product)?;
    record(tx, Some(staff), ActKind::Unlink, Subject::Card(product), "").map(Some)
}

/// Decides about a proposal; nothing when it is of the decider's own shop.
pub fn decide_change(
    tx: &mut Tx<'_>,
    staff: UserId,
    change: &Change,
    (accept, note, seen): (bool, &str, i64),
    catalog: &Catalog,
) -> QueryResult<Option<Decided>> {
    if is_own(tx, staff, change.shop)? {
        return Ok(None);
    }
    let decided = if accept { change.accept(tx, staff, (note, seen), catalog)? } else { change.reject(tx, staff, note)? };
    if decided == Decided::Done {
        let kind = if accept { ActKind::AcceptChange } else { ActKind::RejectChange };
        record(tx, Some(staff), kind, Subject::Card(change.product), note)?;
        events::publish(tx, &Event::CardChangeDecided { change: change.id })?;
    }
    Ok(Some(decided))
}

/// A card as staff see it.
#[derive(Debug)]
pub struct Sheet {
    /// Which.
    pub id: ProductId,
    /// Its title.
    pub title: String,
    /// Its address words.
    pub slug: String,
    /// Where it stands.
    pub category: CategoryId,
    /// The number under the bars.
    pub gtin: Option<Gtin>,
    /// Whose it is, and that shop's name; none: everybody's.
    pub owner: Option<(ShopId, String)>,
    /// Since when it is everybody's.
    pub shared_at: Option<DateTime<Utc>>,
    /// The card that took over its offers.
    pub merged: Option<ProductId>,
    /// Who offers it.
    pub offers: Vec<Offer>,
    /// What was proposed about it.
    pub changes: Keyed<Change>,
    /// What staff did with it.
    pub acts: Vec<Act>,
    /// Its variants.
    pub linked: Vec<Variant>,
    /// Other cards with its number.
    pub twins: Vec<(ProductId, String)>,
}

/// An offer of a card.
#[derive(Debug, Queryable)]
pub struct Offer {
    /// Which.
    pub id: ListingId,
    /// The shop's name.
    pub shop: String,
    /// The price.
    pub price: Money,
    /// New or used.
    pub condition: Condition,
    /// Its state.
    pub state: ListingState,
}

type Head = (String, String, CategoryId, Option<Gtin>, Option<ShopId>, Option<DateTime<Utc>>, Option<ProductId>);

impl Sheet {
    /// Reads it, with what was proposed before this.
    pub fn read(conn: &mut PgConnection, id: ProductId, before: Option<i64>) -> QueryResult<Self> {
        use products as p;
        let columns = (p::title, p::slug, p::category_id, p::gtin, p::owner_shop_id, p::shared_at, p::merged_into);
        let (title, slug, category, gtin, owner, shared_at, merged): Head = p::table.find(id).select(columns).first(conn)?;
        let owner = match owner {
            Some(shop) => Some((shop, shops::table.find(shop).select(shops::name).first(conn)?)),
            None => None,
        };
        let sold = offers::table.inner_join(shops::table).filter(offers::product_id.eq(id)).filter(offers::state.ne(ListingState::Draft));
        let twins = match &gtin {
            Some(gtin) => {
                let same = p::table.filter(p::gtin.eq(gtin)).filter(p::id.ne(id)).filter(p::merged_into.is_null());
                same.select((p::id, p::title)).order(p::id).limit(20).load(conn)?
            }
            None => Vec::new(),
        };
        Ok(Self {
            offers: sold
                .select((offers::id, shops::name, offers::price, offers::condition, offers::state))
                .order(offers::id)
                .limit(100)
                .load(conn)?,
            changes: Change::of_card(conn, id, before)?,
            acts: Act::list(conn, ActFilter { staff: None, subject: Some(Subject::Card(id)) }, None)?.rows,
            linked: Variant::of(conn, id)?,
            id,
            title,
            slug,
            category,
            gtin,
            owner,
            shared_at,
            merged,
            twins,
        })
    }

    /// Its page for buyers.
    pub fn path(&self) -> String {
        format!("/p/{}-{}", self.id, self.slug)
    }

    /// Whether it could be made everybody's.
    pub fn can_share(&self) -> bool {
        self.owner.is_some() && self.merged.is_none() && self.offers.iter().all(|offer| offer.condition == Condition::New)
    }
}

/// So many pairs of cards on a page.
const PAGE: usize = 20;

/// Two cards with one number.
#[derive(Debug, QueryableByName)]
pub struct Match {
    /// A shop's own card …
    #[diesel(sql_type = BigInt)]
    pub from: ProductId,
    /// … its title …
    #[diesel(sql_type = Text)]
    pub title: String,
    /// … and its shop.
    #[diesel(sql_type = Text)]
    pub shop: String,
    /// The other card …
    #[diesel(sql_type = BigInt)]
    pub into: ProductId,
    /// … and its title.
    #[diesel(sql_type = Text)]
    pub into_title: String,
    /// The other card's shop; none when it is everybody's.
    #[diesel(sql_type = Nullable<Text>)]
    pub into_shop: Option<String>,
    /// The number.
    #[diesel(sql_type = Text)]
    pub gtin: Gtin,
    /// Since when there are two.
    #[diesel(sql_type = Timestamptz)]
    pub since: DateTime<Utc>,
}

impl Match {
    /// New goods that two shops describe each on a card of its own, the oldest first, after this one: each with the card that it would best go over to.
    pub fn list(conn: &mut PgConnection, after: Option<i64>) -> QueryResult<Keyed<Self>> {
        let rows = diesel::sql_query(
            "SELECT DISTINCT ON (p.id) p.id AS from, p.title, s.name AS shop, q.id AS into, q.title AS into_title, t.name AS into_shop, p.gtin, p.created_at AS since
             FROM products p JOIN shops s ON s.id = p.owner_shop_id
             JOIN products q ON q.gtin = p.gtin AND q.id <> p.id AND q.merged_into IS NULL LEFT JOIN shops t ON t.id = q.owner_shop_id
             WHERE p.gtin IS NOT NULL AND p.merged_into IS NULL AND p.id > $1
               AND (q.owner_shop_id IS NULL OR q.owner_shop_id <> p.owner_shop_id AND q.id < p.id)
               AND EXISTS (SELECT FROM listings l WHERE l.product_id = p.id AND l.state = 'active' AND l.condition = 'new')
               AND (q.owner_shop_id IS NULL OR EXISTS (SELECT FROM listings l WHERE l.product_id = q.id AND l.state = 'active' AND l.condition = 'new'))
             ORDER BY p.id, q.owner_shop_id IS NOT NULL, q.id LIMIT 21",
        );
        let rows = rows.bind::<BigInt, _>(after.unwrap_or(0)).load(conn)?;
        Ok(cut_page(rows, PAGE, |one: &Self| one.from.0))
    }
}
