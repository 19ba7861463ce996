//! The first page.

use actix_web::web::Data;

use crate::catalog::Shelf;
use crate::listings::Condition;
use crate::search::{self, Newest};
use crate::storefront::list::cards;
use crate::storefront::marks::{Basket, mark};
use crate::storefront::page::{Group, Home};
use crate::web::{Ctx, Outcome};

const ARRIVALS: u32 = 20;
const USED: u32 = 12;

/// `GET /`
pub async fn show(ctx: Ctx, shelf: Data<Shelf>) -> Outcome {
    let (catalog, basket) = (shelf.now(), Basket::of(&ctx));
    let (fresh, used, quantities) = ctx
        .read(move |conn| {
            let of = |condition| Newest { condition: Some(condition), ..Newest::default() };
            let fresh = search::newest(conn, of(Condition::New), ARRIVALS)?;
            let used = search::newest(conn, of(Condition::Used), USED)?;
            let ids: Vec<_> = fresh.iter().chain(&used).map(|row| row.0).collect();
            let quantities = basket.quantities(conn, &ids)?;
            Ok((fresh, used, quantities))
        })
        .await?;
    let (mut fresh, mut used) = (cards(&catalog, fresh), cards(&catalog, used));
    mark(fresh.iter_mut().chain(&mut used), &quantities);
    let groups = catalog.groups().map(Group::of).collect();
    ctx.page(&Home { groups, fresh, used })
}
