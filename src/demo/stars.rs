//! What the demo's buyers think of what they received: most of them say so.

use diesel::prelude::*;

use super::DemoError;
use super::dice::Dice;
use crate::db::Tx;
use crate::kernel::{OrderId, ShopId, UserId};
use crate::orders::{Item, OrderState};
use crate::reviews::{Opinion, Stars, rate};
use crate::schema::{orders, purchases};

/// Rates the orders that were handed out. Of `guest`, the account to try, the last one waits for whoever tries it.
pub fn rate_all(tx: &mut Tx<'_>, guest: UserId) -> Result<(), DemoError> {
    let issued = orders::table.inner_join(purchases::table).filter(orders::state.eq(OrderState::Completed)).order(orders::id);
    let issued: Vec<(OrderId, ShopId, UserId)> = issued.select((orders::id, orders::shop_id, purchases::buyer_id)).load(&mut **tx)?;
    let waits = issued.iter().rev().find(|(_, _, buyer)| *buyer == guest).map(|(id, ..)| *id);
    let mut dice = Dice::of("stars");
    for (id, shop, buyer) in &issued {
        if Some(*id) == waits || !dice.chance(85) {
            continue;
        }
        let items = Item::of(tx, &[*id])?;
        let items = items.iter().map(|item| Ok((item.id, liking(&item.title, &mut dice)?))).collect::<Result<_, DemoError>>()?;
        let opinion = Opinion { items, shop: liking(&format!("shop {shop}"), &mut dice)? };
        rate(tx, *id, *buyer, &opinion).map_err(|error| DemoError::Story(error.to_string()))?;
    }
    Ok(())
}

/// Most things are good, some divide people, a few disappoint: the same thing the same way for everybody.
fn liking(what: &str, dice: &mut Dice) -> Result<Stars, DemoError> {
    let n = match Dice::of(what).between(1, 10) {
        1 => dice.between(2, 4),
        2..=4 => dice.between(3, 5),
        _ if dice.chance(70) => 5,
        _ => 4,
    };
    i16::try_from(n).ok().and_then(Stars::new).ok_or_else(|| DemoError::Data(format!("{n} stars")))
}
