//! The first page.

use actix_web::web::Data;

use crate::catalog::Shelf;
use crate::recommendations::{Asked, Pleasing};
use crate::search;
use crate::storefront::home::Home;
use crate::storefront::recent::{self, RecentViews, looked_at};
use crate::web::{Ctx, Outcome};

/// New goods, and some more for those that stand in another block.
const ARRIVALS: u32 = 20;
const USED: u32 = 12;

/// `GET /`
pub async fn show(ctx: Ctx, shelf: Data<Shelf>, views: Data<RecentViews>) -> Outcome {
    let (own, looked_at) = (recent::own(&ctx, &views), looked_at(&ctx, &views));
    let asked = Asked { own, looked_at, in_cart: ctx.marks().in_the_cart(), town: ctx.town(), recommends: ctx.shell().recommends };
    let read = ctx.read(move |conn| Ok((search::arrivals(conn, ARRIVALS, USED)?, Pleasing::read(conn, asked)?)));
    let (arrivals, pleasing) = read.await?;
    ctx.page(&Home::of(&shelf.now(), arrivals, pleasing, (ctx.marks(), ctx.town())))
}
