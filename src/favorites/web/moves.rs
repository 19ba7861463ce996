//! `POST /favorites/{id}/move`: what was marked goes to another list, or out.

use actix_web::web::Path;

use crate::favorites::{drop_from, move_to};
use crate::kernel::{FavoriteListId, ProductId};
use crate::web::{Ctx, Fault, Flash, Form, Outcome};

/// No page has more to mark.
const MOST: usize = 100;

/// Moves what was marked.
pub async fn go(ctx: Ctx, id: Path<FavoriteListId>, form: Form) -> Outcome {
    let (user, from) = (ctx.user()?, *id);
    let here = format!("/favorites/{from}");
    let products: Vec<ProductId> = form.values("product").filter_map(|id| id.parse().ok()).take(MOST).collect();
    if products.is_empty() {
        own(&ctx, from).await?;
        return ctx.go_with(&here, &Flash::warn("favorite-none-marked"));
    }
    if form.has("drop") {
        own(&ctx, from).await?;
        let n = ctx.write(move |tx| Ok(drop_from(tx, user, from, &products)?)).await?;
        return ctx.go_with(&here, &Flash::good("favorite-dropped").count(i64::try_from(n).unwrap_or_default()));
    }
    let to: FavoriteListId = form.value("to").parse().map_err(|_| Fault::NotFound)?;
    let n = ctx.write(move |tx| Ok(move_to(tx, user, (from, to), &products)?)).await?;
    let flash = Flash::good("favorite-moved").count(i64::try_from(n).unwrap_or_default());
    ctx.go_with(&here, &flash.link(&format!("/favorites/{to}"), "favorite-open-list"))
}

async fn own(ctx: &Ctx, id: FavoriteListId) -> Result<(), Fault> {
    let user = ctx.user()?;
    ctx.read(move |conn| Ok(crate::favorites::FavoriteList::own(conn, user, id).map(drop)?)).await
}
