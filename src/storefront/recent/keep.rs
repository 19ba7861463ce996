//! Where a look is remembered, and what is remembered.

use actix_web::HttpResponse;
use chrono::Duration;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt};

use super::RecentViews;
use crate::db::Tx;
use crate::kernel::{ProductId, UserId, now};
use crate::recommendations::Own;
use crate::web::{Ctx, Fault, MOST_RECENT};

/// What the visitor looked at, the latest first; nothing where it is switched off.
pub fn looked_at(ctx: &Ctx, views: &RecentViews) -> Vec<ProductId> {
    if !ctx.shell().keeps_recent {
        return Vec::new();
    }
    let waiting = ctx.viewer().map(|viewer| views.waiting(viewer.id)).unwrap_or_default();
    let mut all = Vec::new();
    for product in waiting.into_iter().map(|(product, _)| product).chain(ctx.kept().recent.iter().copied()) {
        if !all.contains(&product) {
            all.push(product);
        }
    }
    all.truncate(MOST_RECENT);
    all
}

/// What recommendations may be made from: of a person what stands in no table yet, of a guest what the browser keeps, a second apart.
pub fn own(ctx: &Ctx, views: &RecentViews) -> Own {
    match ctx.viewer() {
        Some(viewer) => Own { user: Some(viewer.id), looks: views.waiting(viewer.id) },
        None => {
            let moments = (0..).map(|place| now() - Duration::seconds(place));
            Own { user: None, looks: looked_at(ctx, views).into_iter().zip(moments).collect() }
        }
    }
}

/// Remembers a look at a product's page, with the answer that shows it: not when the browser only fetches ahead, nor where it is switched off.
pub fn note(ctx: &Ctx, views: &RecentViews, product: ProductId, answer: &mut HttpResponse) -> Result<(), Fault> {
    if ctx.is_prefetch() || !ctx.shell().keeps_recent {
        return Ok(());
    }
    if let Some(viewer) = ctx.viewer() {
        views.note(viewer.id, product);
        return Ok(());
    }
    let before = ctx.kept().recent.iter().copied().filter(|known| *known != product);
    let now: Vec<ProductId> = std::iter::once(product).chain(before).take(MOST_RECENT).collect();
    if now == ctx.kept().recent { Ok(()) } else { answer.add_cookie(&ctx.keep_recent(&now)).map_err(Fault::unexpected) }
}

/// At sign-in what the guest looked at becomes the user's, if they want it.
pub fn join(tx: &mut Tx<'_>, user: UserId, products: &[ProductId]) -> QueryResult<()> {
    if products.is_empty() {
        return Ok(());
    }
    diesel::sql_query(
        "INSERT INTO recent_views (user_id, product_id, at)
         SELECT u.id, p.id, now() - seen.place * interval '1 second' FROM unnest($2) WITH ORDINALITY AS seen (product_id, place)
         JOIN products p ON p.id = seen.product_id JOIN users u ON u.id = $1 AND u.keeps_recent
         ON CONFLICT (user_id, product_id) DO UPDATE SET at = excluded.at",
    )
    .bind::<BigInt, _>(user)
    .bind::<Array<BigInt>, _>(products)
    .execute(&mut **tx)
    .map(drop)
}
