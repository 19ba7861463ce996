//! An order: one shop's share of a purchase.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::{Item, OrderState, Refusal, Step};
use crate::db::Tx;
use crate::kernel::{ListingId, Money, Number, OrderId, PurchaseId, ShopId, UserId, now};
use crate::listings::Stock;
use crate::schema::{order_items, orders, purchases};
use crate::shops::Way;

/// One shop's share of a purchase.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = orders, check_for_backend(diesel::pg::Pg))]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// Its public number.
    pub number: String,
    /// Part of what.
    pub purchase_id: PurchaseId,
    /// Who sells.
    pub shop_id: ShopId,
    /// Where it stands.
    pub state: OrderState,
    /// How it reaches the buyer.
    pub way: Way,
    /// Where to fetch it; empty for other ways.
    pub pickup_place: String,
    /// What the goods come to.
    pub goods_total: Money,
    /// What the delivery costs.
    pub delivery_price: Money,
    /// Promised from this day.
    pub promised_from: NaiveDate,
    /// Promised to this day.
    pub promised_to: NaiveDate,
    /// Until when the shop has to answer.
    pub accept_by: DateTime<Utc>,
    /// What the buyer shows.
    pub issue_code: String,
    /// Grows with every change: pages send back the one they showed.
    pub version: i32,
    /// How often another code was tried.
    pub wrong_codes: i32,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
}

impl Order {
    /// An order.
    pub fn find(conn: &mut PgConnection, id: OrderId) -> QueryResult<Self> {
        orders::table.find(id).select(Self::as_select()).first(conn)
    }

    /// An order of this buyer; somebody else's is not found.
    pub fn of_buyer(conn: &mut PgConnection, number: &Number, buyer: UserId) -> QueryResult<Self> {
        let own = orders::table.inner_join(purchases::table).filter(purchases::buyer_id.eq(buyer));
        own.filter(orders::number.eq(number.as_str())).select(Self::as_select()).first(conn)
    }

    /// An order of this shop; another shop's is not found.
    pub fn of_shop(conn: &mut PgConnection, number: &Number, shop: ShopId) -> QueryResult<Self> {
        let own = orders::table.filter(orders::shop_id.eq(shop)).filter(orders::number.eq(number.as_str()));
        own.select(Self::as_select()).first(conn)
    }

    /// The orders of these purchases.
    pub fn of_purchases(conn: &mut PgConnection, purchases: &[PurchaseId]) -> QueryResult<Vec<Self>> {
        orders::table.filter(orders::purchase_id.eq_any(purchases)).order(orders::id).select(Self::as_select()).load(conn)
    }

    /// What the buyer pays for it.
    pub fn total(&self) -> Money {
        self.goods_total.plus(self.delivery_price).unwrap_or(self.goods_total)
    }

    /// The promised days.
    pub fn promised(&self) -> (NaiveDate, NaiveDate) {
        (self.promised_from, self.promised_to)
    }

    /// The fourth of the named locks (cart, stock, listing, order, payment): nobody else moves this order until the transaction ends.
    /// A page that showed another version is told so.
    pub fn lock(tx: &mut Tx<'_>, step: Step) -> Result<Self, Refusal> {
        let order: Self = orders::table.find(step.order).select(Self::as_select()).for_update().first(&mut **tx)?;
        match step.seen {
            Some(seen) if seen != order.version => Err(Refusal::Stale),
            _ => Ok(order),
        }
    }

    /// Locks the stock of its goods first, then the order: for the steps that move both.
    pub(super) fn lock_with_stock(tx: &mut Tx<'_>, step: Step) -> Result<(Self, Vec<Item>), Refusal> {
        let goods = order_items::table.filter(order_items::order_id.eq(step.order)).select(order_items::listing_id);
        let goods: Vec<ListingId> = goods.load(&mut **tx)?;
        Stock::lock(tx, &goods)?;
        let order = Self::lock(tx, step)?;
        let items = Item::of(tx, &[step.order])?;
        Ok((order, items))
    }

    /// Moves it and writes who and why; an illegal step is refused by the database.
    pub(super) fn step(&self, tx: &mut Tx<'_>, actor: Option<UserId>, reason: &str, to: OrderState) -> QueryResult<()> {
        tx.acting(actor, reason)?;
        let moved = (orders::state.eq(to), orders::version.eq(orders::version + 1), orders::updated_at.eq(now()));
        diesel::update(orders::table.find(self.id)).set(moved).execute(&mut **tx).map(drop)
    }

    /// Marks that something of it changed, so that pages which showed it before are told.
    pub(super) fn touch(tx: &mut Tx<'_>, id: OrderId) -> QueryResult<()> {
        let touched = (orders::version.eq(orders::version + 1), orders::updated_at.eq(now()));
        diesel::update(orders::table.find(id)).set(touched).execute(&mut **tx).map(drop)
    }
}
