//! Cards: proposals, twins, sharing, variants.

use actix_web::web::{Data, Path};

use super::{Asked, keyed, keyed_by, number};
use crate::catalog::Shelf;
use crate::kernel::{ChangeId, ProductId};
use crate::listings::{Change, Decided, Linked, Shared};
use crate::moderation::card::{self, Match, Sheet};
use crate::moderation::card_page::{CardPage, Cards, ChangePage, MergePage};
use crate::moderation::desk::Desk;
use crate::moderation::form::{parse_maybe_note, parse_note};
use crate::web::{Ctx, Fault, FieldError, Flash, Form, Outcome};

/// Staff's hand stays off cards of their own shop.
const OWN: &str = "moderation-own-shop";
const ALL: &str = "/moderation/cards";

fn path(product: ProductId) -> String {
    format!("{ALL}/{product}")
}

/// Proposals that wait, and cards that may be one.
pub async fn list(ctx: Ctx, asked: Asked) -> Outcome {
    let (after, twins) = (number(&asked, "after"), number(&asked, "twins"));
    let read = ctx.read(move |conn| Ok((Desk::read(conn)?, Change::waiting(conn, after)?, Match::list(conn, twins)?)));
    let (desk, changes, matches) = read.await?;
    let pages = keyed(ALL, after.is_some(), changes.next);
    let twins = keyed_by(ALL, "twins", twins.is_some(), matches.next);
    ctx.page(&Cards { desk, changes, matches, pages, twins })
}

/// A card, its offers and its history.
pub async fn show(ctx: Ctx, shelf: Data<Shelf>, product: Path<i64>, asked: Asked) -> Outcome {
    let (product, before) = (ProductId(*product), number(&asked, "changes"));
    let (desk, sheet) = ctx.read(move |conn| Ok((Desk::read(conn)?, Sheet::read(conn, product, before)?))).await?;
    let changes = keyed_by(&path(product), "changes", before.is_some(), sheet.changes.next);
    let place = shelf.now().path(sheet.category).into_iter().map(|node| node.names.clone()).collect();
    ctx.page(&CardPage { desk, sheet, place, changes })
}

/// Makes it everybody's.
pub async fn share(ctx: Ctx, product: Path<i64>, _form: Form) -> Outcome {
    let (staff, product) = (ctx.user()?, ProductId(*product));
    match ctx.write(move |tx| Ok(card::share(tx, staff, product)?)).await? {
        None => ctx.go_with(&path(product), &Flash::warn(OWN)),
        Some(Shared::Done(_)) => ctx.go_with(&path(product), &Flash::good("card-shared")),
        Some(Shared::Already) => ctx.go_with(&path(product), &Flash::warn("moderation-said-already")),
        Some(Shared::Taken(into)) => ctx.go_with(&format!("{}/merge?into={into}", path(product)), &Flash::warn("card-taken")),
        Some(Shared::Used) => ctx.go_with(&path(product), &Flash::warn("card-used")),
    }
}

/// Two cards side by side: shall they be one?
pub async fn ask_merge(ctx: Ctx, product: Path<i64>, asked: Asked) -> Outcome {
    let from = ProductId(*product);
    let Some(into) = number(&asked, "into").map(ProductId) else { return ctx.go(&path(from)) };
    let (desk, from, into) =
        ctx.read(move |conn| Ok((Desk::read(conn)?, Sheet::read(conn, from, None)?, Sheet::read(conn, into, None)?))).await?;
    ctx.page(&MergePage { desk, from, into })
}

/// Makes them one.
pub async fn merge(ctx: Ctx, product: Path<i64>, form: Form) -> Outcome {
    let (staff, from) = (ctx.user()?, ProductId(*product));
    let into: ProductId = form.value("into").parse().map_err(|_| Fault::Invalid)?;
    match ctx.write(move |tx| Ok(card::merge(tx, staff, from, into)?)).await? {
        Some(true) => ctx.go_with(&path(into), &Flash::good("card-merged")),
        None => ctx.go_with(&path(from), &Flash::warn(OWN)),
        Some(false) => ctx.go_with(&path(from), &Flash::warn("card-not-merged")),
    }
}

/// Links a variant by its number, or takes the card out.
pub async fn variants(ctx: Ctx, product: Path<i64>, form: Form) -> Outcome {
    let (staff, product) = (ctx.user()?, ProductId(*product));
    if form.value("do") == "unlink" {
        let done = ctx.write(move |tx| Ok(card::unlink(tx, staff, product)?)).await?;
        return ctx.go_with(&path(product), &done.map_or(Flash::warn(OWN), |()| Flash::good("variants-unlinked")));
    }
    let Ok(other) = form.value("other").trim().parse::<ProductId>() else {
        return ctx.go_with(&path(product), &Flash::warn("variants-none"));
    };
    let flash = match ctx.write(move |tx| Ok(card::link(tx, staff, product, other)?)).await? {
        None => Flash::warn(OWN),
        Some(Linked::Done) => Flash::good("variants-linked"),
        Some(Linked::Unlike) => Flash::warn("variants-unlike"),
        Some(Linked::Full) => Flash::warn("variants-full"),
        Some(Linked::Others) => Flash::warn("variants-others"),
    };
    ctx.go_with(&path(product), &flash)
}

async fn read(ctx: &Ctx, shelf: &Shelf, id: ChangeId, form: Form) -> Result<ChangePage, Fault> {
    let (catalog, locale) = (shelf.now(), ctx.locale());
    let words = catalog.clone();
    let (desk, change, moved) = ctx
        .read(move |conn| {
            let change = Change::find(conn, id)?;
            let moved = change.moved(conn, &words)?;
            Ok((Desk::read(conn)?, change, moved))
        })
        .await?;
    let lines = change.turns().lines(&moved, &catalog, change.category, locale);
    Ok(ChangePage { desk, change, lines, form })
}

/// A proposal.
pub async fn change(ctx: Ctx, shelf: Data<Shelf>, id: Path<i64>) -> Outcome {
    ctx.page(&read(&ctx, &shelf, ChangeId(*id), Form::default()).await?)
}

/// Yes or no; a no needs words.
pub async fn decide(ctx: Ctx, shelf: Data<Shelf>, id: Path<i64>, mut form: Form) -> Outcome {
    let (staff, id, catalog) = (ctx.user()?, ChangeId(*id), shelf.now());
    let accept = form.value("decision") == "accept";
    let seen = form.value("seen").parse().unwrap_or_default();
    if !accept && form.value("decision") != "reject" {
        form.fail("", FieldError::new("moderation-no-decision"));
    }
    let note = if accept { parse_maybe_note(&mut form) } else { parse_note(&mut form) };
    let Some(note) = note.filter(|_| !form.has_errors()) else {
        return ctx.again(&read(&ctx, &shelf, id, form).await?);
    };
    let decided = ctx.write(move |tx| {
        let change = Change::find(tx, id)?;
        tx.acting(Some(staff), "proposal")?;
        Ok(card::decide_change(tx, staff, &change, (accept, &note, seen), &catalog)?)
    });
    match decided.await? {
        Some(Decided::Done) => ctx.go_with(ALL, &Flash::good(if accept { "card-change-done" } else { "card-change-refused" })),
        Some(Decided::Already) => ctx.go_with(ALL, &Flash::warn("moderation-said-already")),
        Some(Decided::Moved) => ctx.go_with(&format!("/moderation/changes/{id}"), &Flash::warn("card-change-look-again")),
        Some(Decided::Taken(other)) => ctx.go_with(&path(other), &Flash::warn("card-taken")),
        None => ctx.go_with(ALL, &Flash::warn("moderation-said-own")),
    }
}
