//! `GET` and `POST /recommendations`.

use actix_web::web::Data;

use super::page::Show;
use crate::recommendations::{Standing, Trace, Wish};
use crate::storefront::recent::{self, RecentViews};
use crate::web::{Ctx, Fault, Flash, Form, Outcome};

/// The page.
pub async fn show(ctx: Ctx, views: Data<RecentViews>) -> Outcome {
    let own = recent::own(&ctx, &views);
    let (mut standing, traces) = ctx
        .read(move |conn| {
            let traces = if own.is_empty() { Vec::new() } else { Trace::of(conn, &own)? };
            Ok((Standing::of(conn, own.user)?, traces))
        })
        .await?;
    if ctx.viewer().is_none() {
        standing.on = ctx.shell().keeps_recent;
    }
    ctx.page(&Show { standing, traces })
}

/// Does what the pressed button says: with a person's data in the database, with a guest's in their browser.
pub async fn change(ctx: Ctx, form: Form) -> Outcome {
    let wish: Wish = form.value("recommend").parse().map_err(|()| Fault::Invalid)?;
    let flash = Flash::good(match wish {
        Wish::Afresh => "recommend-afresh-done",
        Wish::Off => "recommend-off-done",
        Wish::On => "recommend-on-done",
    });
    let mut answer = ctx.go_with("/recommendations", &flash)?;
    match ctx.viewer().map(|viewer| viewer.id) {
        Some(user) => ctx.write(move |tx| Ok(wish.fulfil(tx, user)?)).await?,
        None => {
            let kept = if wish == Wish::Off { ctx.keep_recent_off() } else { ctx.keep_recent(&[]) };
            answer.add_cookie(&kept).map_err(Fault::unexpected)?;
        }
    }
    Ok(answer)
}
