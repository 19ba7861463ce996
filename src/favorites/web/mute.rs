//! `/favorites/mute/{token}`: letters about a list are called off from the letter itself.

use actix_web::web::Path;
use secrecy::ExposeSecret;

use crate::favorites::mute::list_of;
use crate::favorites::page::Mute;
use crate::kernel::FavoriteListId;
use crate::web::{Ctx, Fault, Outcome};

/// The button: looking changes nothing, so that mail scanners may follow the link.
pub async fn ask(ctx: Ctx, token: Path<String>) -> Outcome {
    list(&ctx, &token)?;
    ctx.page(&Mute { token: token.into_inner(), done: false })
}

/// Calls them off. Mail programs press the button too, with a body of their own and without following anywhere (RFC 8058): the answer is the page itself.
pub async fn confirm(ctx: Ctx, token: Path<String>) -> Outcome {
    let list = list(&ctx, &token)?;
    ctx.write(move |tx| Ok(super::super::mute(tx, list)?)).await?;
    ctx.page(&Mute { token: token.into_inner(), done: true })
}

fn list(ctx: &Ctx, token: &str) -> Result<FavoriteListId, Fault> {
    list_of(ctx.config().secret.expose_secret(), token).ok_or(Fault::NotFound)
}
