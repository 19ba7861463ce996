//! A buyer rates what an order brought, or changes their mind.

use diesel::prelude::*;
use diesel::upsert::excluded;

use super::sums::{self, Shift};
use super::{Hindrance, Opinion, Stars};
use crate::db::{DbError, Retry, Tx};
use crate::kernel::{OrderId, ProductId, UserId, now};
use crate::orders::{self, Given, Item, Order, Purchase, Step};
use crate::schema::{reviews, shop_reviews};

/// Why an order was not rated; nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// They may not.
    #[error("may not rate: {0:?}")]
    Hindered(Hindrance),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Rates every line of an order and its shop; whoever has done so before changes their stars. Two at once stand in line at the order: there is
/// one review a line, and every sum moves by what has changed.
pub fn rate(tx: &mut Tx<'_>, id: OrderId, author: UserId, opinion: &Opinion) -> Result<(), Refusal> {
    let order = Order::lock(tx, Step::of(id, author))?;
    if Purchase::find(tx, order.purchase_id)?.buyer_id != author {
        return Err(diesel::result::Error::NotFound.into());
    }
    if let Some(why) = Hindrance::of(tx, &order, author)? {
        return Err(Refusal::Hindered(why));
    }
    let before = Given::of(tx, id)?;
    rate_goods(tx, id, author, opinion, &before)?;
    Ok(rate_shop(tx, &order, author, opinion.shop, before.shop)?)
}

fn rate_goods(tx: &mut Tx<'_>, id: OrderId, author: UserId, opinion: &Opinion, before: &Given) -> QueryResult<()> {
    let items = Item::of(tx, &[id])?;
    let cards = sums::cards(tx, &items)?;
    let stars = |item: &Item| opinion.items.iter().find(|(line, _)| *line == item.id).map(|(_, stars)| *stars);
    let new = items.iter().zip(cards).filter_map(|(item, card)| Some((item, card, stars(item)?)));
    let changed: Vec<(&Item, ProductId, Stars)> = new.filter(|(item, _, stars)| before.stars(item) != Some(stars.get())).collect();
    let row = |(item, card, stars): &(&Item, ProductId, Stars)| {
        let whose = (reviews::order_item_id.eq(item.id), reviews::product_id.eq(*card), reviews::author_id.eq(author));
        (whose, reviews::stars.eq(stars.get()))
    };
    let insert = diesel::insert_into(reviews::table).values(changed.iter().map(row).collect::<Vec<_>>());
    let again = insert.on_conflict(reviews::order_item_id).do_update();
    again.set((reviews::stars.eq(excluded(reviews::stars)), reviews::changed_at.eq(now()))).execute(&mut **tx)?;
    sums::of_products(tx, changed.iter().map(|(item, card, stars)| (*card, Shift::of(before.stars(item), *stars))))
}

/// Once an order: a full basket is still one voice.
fn rate_shop(tx: &mut Tx<'_>, order: &Order, author: UserId, stars: Stars, before: Option<i16>) -> QueryResult<()> {
    if before == Some(stars.get()) {
        return Ok(());
    }
    let whose = (shop_reviews::order_id.eq(order.id), shop_reviews::shop_id.eq(order.shop_id), shop_reviews::author_id.eq(author));
    let insert = diesel::insert_into(shop_reviews::table).values((whose, shop_reviews::stars.eq(stars.get())));
    let again = insert.on_conflict(shop_reviews::order_id).do_update();
    again.set((shop_reviews::stars.eq(stars.get()), shop_reviews::changed_at.eq(now()))).execute(&mut **tx)?;
    sums::of_shop(tx, order.shop_id, Shift::of(before, stars))
}

impl From<diesel::result::Error> for Refusal {
    fn from(error: diesel::result::Error) -> Self {
        Self::Db(error.into())
    }
}

impl From<orders::Refusal> for Refusal {
    fn from(refusal: orders::Refusal) -> Self {
        match refusal {
            orders::Refusal::Db(error) => Self::Db(error),
            _ => Self::Hindered(Hindrance::NotReceived),
        }
    }
}

impl Retry for Refusal {
    fn asks_again(&self) -> bool {
        matches!(self, Self::Db(error) if error.asks_again())
    }
}
