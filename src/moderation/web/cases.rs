//! One case: look, take, decide.

use actix_web::web::{Data, Path};

use crate::catalog::Shelf;
use crate::kernel::{ListingId, UserId};
use crate::moderation::case::{Case, File};
use crate::moderation::decide::{Ruling, Said, decide as verdict};
use crate::moderation::desk::Desk;
use crate::moderation::page::CasePage;
use crate::moderation::queue;
use crate::shops::Shop;
use crate::web::{Ctx, Fault, Flash, Form, Outcome};

const QUEUE: &str = "/moderation/queue";

fn path(listing: ListingId) -> String {
    format!("/moderation/listings/{listing}")
}

/// A case with all around it.
pub async fn show(ctx: Ctx, shelf: Data<Shelf>, listing: Path<i64>) -> Outcome {
    ctx.page(&read(&ctx, &shelf, ListingId(*listing), Form::default()).await?)
}

async fn read(ctx: &Ctx, shelf: &Shelf, listing: ListingId, form: Form) -> Result<CasePage, Fault> {
    let (staff, catalog) = (ctx.user()?, shelf.now());
    ctx.read(move |conn| {
        let (desk, case) = (Desk::read(conn)?, Case::find(conn, listing)?);
        let (file, shop) = (File::of(conn, &case)?, Shop::find(conn, case.shop)?);
        Ok(CasePage::new(desk, case, file, shop, &catalog, staff, form))
    })
    .await
}

/// Takes the oldest free case, or the one that is named.
pub async fn next(ctx: Ctx, form: Form) -> Outcome {
    let (staff, wanted) = (ctx.user()?, form.value("listing").parse().ok().map(ListingId));
    let Some(listing) = wanted else {
        let found = ctx.write(move |tx| Ok(queue::next(tx, staff, None)?)).await?;
        return go_on(&ctx, found, None);
    };
    match ctx.write(move |tx| Ok(queue::take(tx, staff, listing)?)).await? {
        Said::Done => ctx.go(&path(listing)),
        Said::Own => ctx.go_with(QUEUE, &Flash::warn("moderation-said-own")),
        _ => ctx.go_with(QUEUE, &Flash::warn("moderation-said-taken")),
    }
}

/// A verdict, and on to the next case.
pub async fn decide(ctx: Ctx, shelf: Data<Shelf>, listing: Path<i64>, mut form: Form) -> Outcome {
    let (staff, listing) = (ctx.user()?, ListingId(*listing));
    let Some(ruling) = Ruling::parse(&mut form) else {
        return ctx.again(&read(&ctx, &shelf, listing, form).await?);
    };
    let (seen, asked) = (form.value("version").parse().unwrap_or_default(), ruling.clone());
    let (said, found) = ctx.write(move |tx| judge(tx, staff, listing, &asked, seen)).await?;
    match said {
        Said::Done => go_on(&ctx, found, Some(&ruling)),
        Said::Changed => ctx.go_with(&path(listing), &Flash::warn("moderation-said-changed")),
        Said::Already => ctx.go_with(&path(listing), &Flash::warn("moderation-said-already")),
        Said::Taken => ctx.go_with(QUEUE, &Flash::warn("moderation-said-taken")),
        Said::Own => ctx.go_with(QUEUE, &Flash::warn("moderation-said-own")),
        Said::Unpriced => ctx.go_with(&path(listing), &Flash::warn("moderation-said-unpriced")),
        Said::CardTaken => ctx.go_with(&path(listing), &Flash::warn("card-taken")),
        Said::ShopStopped => ctx.go_with(&path(listing), &Flash::warn("moderation-said-stopped")),
    }
}

/// The verdict and the next case in one transaction: a moderator who decides never waits for a second answer.
fn judge(
    tx: &mut crate::db::Tx<'_>,
    staff: UserId,
    listing: ListingId,
    ruling: &Ruling,
    seen: i64,
) -> Result<(Said, Option<ListingId>), Fault> {
    let said = verdict(tx, staff, listing, ruling, seen)?;
    let found = if said == Said::Done { queue::next(tx, staff, Some(listing))? } else { None };
    Ok((said, found))
}

fn go_on(ctx: &Ctx, found: Option<ListingId>, ruling: Option<&Ruling>) -> Outcome {
    let path = found.map_or_else(|| QUEUE.to_owned(), path);
    match (ruling, found) {
        (Some(Ruling::Approve), _) => ctx.go_with(&path, &Flash::good("moderation-done-approved")),
        (Some(Ruling::Reject(..)), _) => ctx.go_with(&path, &Flash::good("moderation-done-rejected")),
        (Some(Ruling::Skip), Some(_)) => ctx.go(&path),
        (_, None) => ctx.go_with(&path, &Flash::warn("moderation-nothing-free")),
        (None, Some(_)) => ctx.go(&path),
    }
}
