//! `/sell/listings/new` and `/sell/listings/{id}/edit`.

use actix_web::web::{Data, Path};

use crate::catalog::Shelf;
use crate::kernel::ListingId;
use crate::listings::{Button, Desk, ListingState, Submit, Submitted, draft, page};
use crate::photos;
use crate::shops::Shop;
use crate::storage::Files;
use crate::web::{Ctx, Fault, Flash, Outcome, Upload};

/// A new draft; its category is chosen next.
pub async fn create(ctx: Ctx, shelf: Data<Shelf>) -> Outcome {
    let (shop, catalog) = (ctx.shop()?, shelf.now());
    let draft = ctx
        .write(move |tx| {
            let shop = Shop::find(tx, shop)?;
            Ok(draft(tx, &shop, &catalog)?)
        })
        .await?;
    ctx.go(&format!("/sell/listings/{}/category", draft.listing))
}

/// The form.
pub async fn edit(ctx: Ctx, id: Path<ListingId>, shelf: Data<Shelf>) -> Outcome {
    let (shop, id) = (ctx.shop()?, id.into_inner());
    let desk = ctx.read(move |conn| Ok(Desk::read(conn, id, shop)?)).await?;
    if !desk.is_editable() {
        return ctx.go(&format!("/sell/listings/{id}"));
    }
    let catalog = shelf.now();
    let form = page::filled(&desk, &catalog, ctx.lang());
    ctx.page(&page::Edit::new(form, desk, catalog, ctx.lang()))
}

/// Any submit of the form.
pub async fn save(ctx: Ctx, id: Path<ListingId>, shelf: Data<Shelf>, files: Data<Files>, upload: Upload) -> Outcome {
    let (shop, user) = (ctx.shop()?, ctx.user()?);
    let taken = photos::take_all(&files, upload.files, "photos").await.map_err(Fault::unexpected)?;
    let submit =
        Submit { listing: id.into_inner(), shop, user, form: upload.form, files: taken.clone(), catalog: shelf.now(), lang: ctx.lang() };
    let done = run(&ctx, submit).await;
    if done.is_err() {
        photos::forget(&files, &taken).await;
    }
    done
}

/// `POST /sell/listings/{id}/publish`: as if the form, as it is stored, were sent by its button.
pub async fn publish(ctx: Ctx, id: Path<ListingId>, shelf: Data<Shelf>) -> Outcome {
    let (shop, user, id, catalog, lang) = (ctx.shop()?, ctx.user()?, id.into_inner(), shelf.now(), ctx.lang());
    let desk = ctx.read(move |conn| Ok(Desk::read(conn, id, shop)?)).await?;
    let mut form = page::filled(&desk, &catalog, lang);
    form.set("do", "publish");
    run(&ctx, Submit { listing: id, shop, user, form, files: Vec::new(), catalog, lang }).await
}

async fn run(ctx: &Ctx, submit: Submit) -> Outcome {
    let (id, catalog, lang) = (submit.listing, submit.catalog.clone(), submit.lang);
    let done = ctx.write(move |tx| Ok(submit.clone().run(tx)?)).await?;
    let (button, state) = match done {
        Submitted::Again(form, desk) => return ctx.again(&page::Edit::new(form, *desk, catalog, lang)),
        Submitted::Closed => return ctx.go_with(&format!("/sell/listings/{id}"), &Flash::warn("listing-closed")),
        Submitted::Done(button, state) => (button, state),
    };
    match button {
        Button::Move(..) | Button::Drop(_) | Button::Upload => ctx.go(&format!("/sell/listings/{id}/edit#photos")),
        Button::Preview => ctx.go(&format!("/sell/listings/{id}")),
        Button::Category => ctx.go(&format!("/sell/listings/{id}/category")),
        Button::Publish => ctx.go_with(&format!("/sell/listings/{id}"), &Flash::good(published(state))),
        Button::Save => ctx.go_with(&format!("/sell/listings/{id}/edit"), &Flash::good(saved(state))),
    }
}

fn published(state: ListingState) -> &'static str {
    if state == ListingState::Active { "listing-published" } else { "listing-submitted" }
}

fn saved(state: ListingState) -> &'static str {
    match state {
        ListingState::Draft | ListingState::Rejected => "listing-draft-saved",
        ListingState::PendingReview => "listing-saved-review",
        _ => "listing-saved",
    }
}
