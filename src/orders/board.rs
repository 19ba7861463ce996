//! The shop's board: what waits for an answer, what is to be handed over, what is on its way, what is done.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::list::Card;
use super::{Order, OrderState, Purchase};
use crate::kernel::{OrderId, PurchaseId, ShopId};
use crate::schema::{orders, purchases};

const PAGE: usize = 20;

/// One tab of the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Wait for an answer.
    New,
    /// Accepted: to be packed and handed over.
    Pack,
    /// Handed over.
    Transit,
    /// Done, or came to nothing.
    Done,
}

impl Tab {
    /// In the order of the work.
    pub const ALL: [Self; 4] = [Self::New, Self::Pack, Self::Transit, Self::Done];

    /// From the address; the first when it says nothing known.
    pub fn parse(text: &str) -> Self {
        Self::ALL.into_iter().find(|tab| tab.slug() == text).unwrap_or(Self::New)
    }

    /// Its word in the address.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Pack => "pack",
            Self::Transit => "transit",
            Self::Done => "done",
        }
    }

    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::New => "order-tab-new",
            Self::Pack => "order-tab-pack",
            Self::Transit => "order-tab-transit",
            Self::Done => "order-tab-done",
        }
    }

    const fn states(self) -> &'static [OrderState] {
        match self {
            Self::New => &[OrderState::Placed],
            Self::Pack => &[OrderState::Accepted],
            Self::Transit => &[OrderState::HandedOver],
            Self::Done => &[OrderState::Completed, OrderState::Declined, OrderState::Cancelled, OrderState::Expired],
        }
    }
}

/// Where a page of the board begins: the deadline and the id of the last row before it, as `deadline.id`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    at: i64,
    id: i64,
}

impl Mark {
    /// From the address.
    pub fn parse(text: &str) -> Option<Self> {
        let (at, id) = text.split_once('.')?;
        Some(Self { at: at.parse().ok()?, id: id.parse().ok()? })
    }

    fn of(tab: Tab, order: &Order) -> Self {
        let at = match tab {
            Tab::New => order.accept_by.timestamp_micros(),
            Tab::Pack => days(order.promised_from),
            Tab::Transit => days(order.promised_to),
            Tab::Done => 0,
        };
        Self { at, id: order.id.0 }
    }
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.at, self.id)
    }
}

fn days(date: NaiveDate) -> i64 {
    i64::from(chrono::Datelike::num_days_from_ce(&date))
}

fn date(mark: Mark) -> NaiveDate {
    i32::try_from(mark.at).ok().and_then(NaiveDate::from_num_days_from_ce_opt).unwrap_or_default()
}

/// A row of the board.
#[derive(Debug, Clone)]
pub struct Row {
    /// The order.
    pub card: Card,
    /// What it is part of.
    pub purchase: Purchase,
}

/// The shop's board, one page of one tab.
#[derive(Debug, Clone)]
pub struct Board {
    /// Which tab.
    pub tab: Tab,
    /// How many orders each tab holds.
    pub counts: [i64; 4],
    /// The rows, the nearest deadline first.
    pub rows: Vec<Row>,
    /// Where the next page begins.
    pub next: Option<Mark>,
}

impl Board {
    /// Reads one page of one tab: six statements.
    pub fn read(conn: &mut PgConnection, shop: ShopId, tab: Tab, after: Option<Mark>) -> QueryResult<Self> {
        let counts = counts(conn, shop)?;
        let mut found = page(conn, shop, tab, after)?;
        let more = found.len() > PAGE;
        found.truncate(PAGE);
        let next = if more { found.last().map(|order| Mark::of(tab, order)) } else { None };
        let ids: Vec<PurchaseId> = found.iter().map(|order| order.purchase_id).collect();
        let purchases: Vec<Purchase> = purchases::table.filter(purchases::id.eq_any(ids)).select(Purchase::as_select()).load(conn)?;
        let row = |card: Card| {
            let purchase = purchases.iter().find(|purchase| purchase.id == card.order.purchase_id)?.clone();
            Some(Row { card, purchase })
        };
        Ok(Self { tab, counts, rows: Card::of(conn, found)?.into_iter().filter_map(row).collect(), next })
    }
}

fn counts(conn: &mut PgConnection, shop: ShopId) -> QueryResult<[i64; 4]> {
    let by_state: Vec<(OrderState, i64)> =
        orders::table.filter(orders::shop_id.eq(shop)).group_by(orders::state).select((orders::state, count_star())).load(conn)?;
    Ok(Tab::ALL.map(|tab| by_state.iter().filter(|(state, _)| tab.states().contains(state)).map(|(_, n)| n).sum()))
}

/// The tab's orders by their deadline, one more than a page.
fn page(conn: &mut PgConnection, shop: ShopId, tab: Tab, after: Option<Mark>) -> QueryResult<Vec<Order>> {
    let own = orders::table.filter(orders::shop_id.eq(shop)).filter(orders::state.eq_any(tab.states()));
    let own = own.select(Order::as_select()).limit(PAGE as i64 + 1);
    let id = OrderId(after.map_or(0, |mark| mark.id));
    macro_rules! by {
        ($column:expr, $from:expr) => {
            match after {
                Some(mark) => own
                    .filter($column.gt($from(mark)).or($column.eq($from(mark)).and(orders::id.gt(id))))
                    .order(($column, orders::id))
                    .load(conn),
                None => own.order(($column, orders::id)).load(conn),
            }
        };
    }
    match tab {
        Tab::New => by!(orders::accept_by, |mark: Mark| DateTime::<Utc>::from_timestamp_micros(mark.at).unwrap_or_default()),
        Tab::Pack => by!(orders::promised_from, date),
        Tab::Transit => by!(orders::promised_to, date),
        Tab::Done => match after {
            Some(_) => own.filter(orders::id.lt(id)).order(orders::id.desc()).load(conn),
            None => own.order(orders::id.desc()).load(conn),
        },
    }
}
