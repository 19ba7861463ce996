//! Secret links: making, renewing, switching off, and what they open.

use actix_web::web::{Data, Path, Query};
use secrecy::ExposeSecret;

use super::Asked;
use crate::catalog::Shelf;
use crate::favorites::page::Shared;
use crate::favorites::{FavoriteList, Goods, PAGE, share, unshare};
use crate::kernel::FavoriteListId;
use crate::web::{Ctx, Flash, Outcome, Pager};

/// Makes a link, or another one in its place.
pub async fn open(ctx: Ctx, id: Path<FavoriteListId>) -> Outcome {
    let (user, id, secret) = (ctx.user()?, *id, ctx.config().secret.clone());
    ctx.write(move |tx| Ok(share(tx, user, id, secret.expose_secret())?)).await?;
    ctx.go_with(&format!("/favorites/{id}/edit#sharing"), &Flash::good("favorite-shared"))
}

/// Switches the link off.
pub async fn close(ctx: Ctx, id: Path<FavoriteListId>) -> Outcome {
    let (user, id) = (ctx.user()?, *id);
    ctx.write(move |tx| Ok(unshare(tx, user, id)?)).await?;
    ctx.go_with(&format!("/favorites/{id}/edit#sharing"), &Flash::good("favorite-unshared"))
}

/// A list behind its link, for anybody who has it.
pub async fn look(ctx: Ctx, shelf: Data<Shelf>, token: Path<String>, asked: Query<Asked>) -> Outcome {
    let (page, token) = (asked.page()?, token.into_inner());
    let (catalog, marks) = (shelf.now(), ctx.marks().clone());
    let base = format!("/favorites/shared/{token}");
    let shared = ctx.read(move |conn| {
        let (list, total) = FavoriteList::shared(conn, &token)?;
        let goods = Goods::page(conn, (list.id, page), (&catalog, &marks))?;
        Ok(Shared { pager: Pager::new(base, page, total.unsigned_abs(), PAGE), list, total, goods })
    });
    let shared = shared.await?;
    if shared.pager.is_beyond() { ctx.go(&shared.pager.last_href()) } else { ctx.page(&shared) }
}
