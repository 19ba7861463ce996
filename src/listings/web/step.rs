//! Steps of a listing: pause, on sale again, archive, copy, delete.

use actix_web::web::{Data, Path};
use diesel::QueryResult;

use crate::catalog::Shelf;
use crate::db::Tx;
use crate::kernel::ListingId;
use crate::listings::{self, Desk, Listing, page};
use crate::photos::{self, PhotoRef, PhotoState, Taken};
use crate::storage::Files;
use crate::web::{Ctx, Fault, Flash, Outcome};

/// Takes it off sale for a while.
pub async fn pause(ctx: Ctx, id: Path<ListingId>) -> Outcome {
    step(ctx, id.into_inner(), listings::pause, "listing-paused").await
}

/// Puts it on sale again; from the archive it comes back as a draft.
pub async fn activate(ctx: Ctx, id: Path<ListingId>) -> Outcome {
    step(ctx, id.into_inner(), listings::activate, "listing-activated").await
}

/// Puts it away.
pub async fn archive(ctx: Ctx, id: Path<ListingId>) -> Outcome {
    step(ctx, id.into_inner(), listings::archive, "listing-archived").await
}

type Verb = fn(&mut Tx<'_>, ListingId) -> QueryResult<bool>;

async fn step(ctx: Ctx, id: ListingId, verb: Verb, good: &'static str) -> Outcome {
    let (shop, user) = (ctx.shop()?, ctx.user()?);
    let done = ctx
        .write(move |tx| {
            tx.acting(Some(user), "")?;
            let listing = Listing::locked(tx, id, shop)?;
            Ok(verb(tx, listing.id)?)
        })
        .await?;
    let flash = if done { Flash::good(good) } else { Flash::warn("listing-step-late") };
    ctx.go_with(&format!("/sell/listings/{id}"), &flash)
}

/// The same again as a new draft, with its photos.
pub async fn copy(ctx: Ctx, id: Path<ListingId>, shelf: Data<Shelf>, files: Data<Files>) -> Outcome {
    let (shop, id, catalog) = (ctx.shop()?, id.into_inner(), shelf.now());
    let desk = ctx.read(move |conn| Ok(Desk::read(conn, id, shop)?)).await?;
    if !desk.is_own() {
        return ctx.go(&format!("/sell/listings/{id}"));
    }
    let taken = masters(&files, &desk).await?;
    let again = taken.clone();
    let made = ctx.write(move |tx| Ok(listings::copy(tx, &desk, &again, &catalog)?)).await;
    if made.is_err() {
        photos::forget(&files, &taken).await;
    }
    ctx.go_with(&format!("/sell/listings/{}/edit", made?.listing), &Flash::good("listing-copied"))
}

/// The photos that are ready, taken in anew: a copy's photos are its own.
async fn masters(files: &Files, desk: &Desk) -> Result<Vec<Taken>, Fault> {
    let mut taken = Vec::new();
    for photo in desk.photos.iter().filter(|photo| photo.state == PhotoState::Ready) {
        match files.get(PhotoRef::path(photo.id, "master.webp")).await {
            Ok(bytes) => taken.push(photos::take(files, &photo.file_name, bytes).await.map_err(Fault::unexpected)?),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(Fault::unexpected(error)),
        }
    }
    Ok(taken)
}

/// Asks before a draft goes.
pub async fn confirm_delete(ctx: Ctx, id: Path<ListingId>) -> Outcome {
    let (shop, id) = (ctx.shop()?, id.into_inner());
    let desk = ctx.read(move |conn| Ok(Desk::read(conn, id, shop)?)).await?;
    ctx.page(&page::Delete { desk })
}

/// Deletes a draft.
pub async fn delete(ctx: Ctx, id: Path<ListingId>) -> Outcome {
    let (shop, id) = (ctx.shop()?, id.into_inner());
    let gone = ctx
        .write(move |tx| {
            let listing = Listing::locked(tx, id, shop)?;
            Ok(listings::delete_draft(tx, &listing)?)
        })
        .await?;
    match gone {
        true => ctx.go_with("/sell/listings", &Flash::good("listing-deleted")),
        false => ctx.go_with(&format!("/sell/listings/{id}"), &Flash::warn("listing-step-late")),
    }
}
