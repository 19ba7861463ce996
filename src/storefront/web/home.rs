//! The first page.

use actix_web::web::Data;

use crate::catalog::Shelf;
use crate::listings::{Condition, ListingCard};
use crate::search::{self, Newest};
use crate::storefront::list::cards;
use crate::storefront::marks::{mark, promise};
use crate::storefront::page::{Group, Home};
use crate::storefront::recent::{RecentViews, looked_at};
use crate::web::{Ctx, Outcome};

const ARRIVALS: u32 = 20;
const USED: u32 = 12;

/// `GET /`
pub async fn show(ctx: Ctx, shelf: Data<Shelf>, views: Data<RecentViews>) -> Outcome {
    let (catalog, looked_at) = (shelf.now(), looked_at(&ctx, &views));
    let (fresh, used, recent) = ctx
        .read(move |conn| {
            let of = |condition| Newest { condition: Some(condition), ..Newest::default() };
            let fresh = search::newest(conn, of(Condition::New), ARRIVALS)?;
            let used = search::newest(conn, of(Condition::Used), USED)?;
            Ok((fresh, used, ListingCard::best(conn, &looked_at)?))
        })
        .await?;
    let (mut fresh, mut used) = (cards(&catalog, fresh), cards(&catalog, used));
    mark(fresh.iter_mut().chain(&mut used), ctx.marks());
    promise(fresh.iter_mut().chain(&mut used), &catalog, ctx.town());
    let groups = catalog.groups().map(Group::of).collect();
    ctx.page(&Home { groups, fresh, used, recent: cards(&catalog, recent) })
}
