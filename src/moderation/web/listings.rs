//! Taking a listing off, and letting it come back.

use actix_web::web::Path;

use super::told;
use crate::kernel::ListingId;
use crate::moderation::case::Case;
use crate::moderation::desk::Desk;
use crate::moderation::form::parse_why;
use crate::moderation::hide::{self, can_hide};
use crate::moderation::page::HidePage;
use crate::web::{Ctx, Fault, Form, Outcome};

fn path(listing: ListingId) -> String {
    format!("/moderation/listings/{listing}")
}

async fn read(ctx: &Ctx, listing: ListingId, form: Form) -> Result<HidePage, Fault> {
    ctx.read(move |conn| Ok(HidePage { desk: Desk::read(conn)?, case: Case::find(conn, listing)?, form })).await
}

/// Are you sure, and why?
pub async fn ask(ctx: Ctx, listing: Path<i64>) -> Outcome {
    let page = read(&ctx, ListingId(*listing), Form::default()).await?;
    match can_hide(page.case.state) {
        true => ctx.page(&page),
        false => ctx.go(&path(page.case.id)),
    }
}

/// Takes it off.
pub async fn hide(ctx: Ctx, listing: Path<i64>, mut form: Form) -> Outcome {
    let (staff, listing) = (ctx.user()?, ListingId(*listing));
    let Some((reason, note)) = parse_why(&mut form) else {
        return ctx.again(&read(&ctx, listing, form).await?);
    };
    let said = ctx.write(move |tx| Ok(hide::hide(tx, staff, listing, (reason, &note))?)).await?;
    told(&ctx, &path(listing), said, "moderation-done-hidden")
}

/// Puts it back into the queue.
pub async fn restore(ctx: Ctx, listing: Path<i64>, _form: Form) -> Outcome {
    let (staff, listing) = (ctx.user()?, ListingId(*listing));
    let said = ctx.write(move |tx| Ok(hide::restore(tx, staff, listing)?)).await?;
    told(&ctx, &path(listing), said, "moderation-done-restored")
}
