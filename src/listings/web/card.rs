//! `/sell/listings/{id}/card`: what a shop proposes to change about a shared card. `/sell/listings/{id}/variants`: links between a shop's own cards.

use actix_web::web::{Data, Path};

use crate::catalog::Shelf;
use crate::kernel::{ListingId, ProductId, ShopId};
use crate::listings::{Change, Desk, Linked, Listing, Proposal, link_own, page, unlink};
use crate::web::{Ctx, Fault, Flash, Form, Outcome};

async fn read(ctx: &Ctx, id: ListingId, shop: ShopId) -> Result<(Desk, Option<Change>), Fault> {
    ctx.read(move |conn| {
        let desk = Desk::read(conn, id, shop)?;
        let last = Change::of_shop(conn, desk.listing.product_id, shop)?;
        Ok((desk, last))
    })
    .await
}

/// The form over the card's words.
pub async fn show(ctx: Ctx, id: Path<ListingId>, shelf: Data<Shelf>) -> Outcome {
    let (shop, id, catalog) = (ctx.shop()?, id.into_inner(), shelf.now());
    let (desk, last) = read(&ctx, id, shop).await?;
    if desk.content.owner.is_some() {
        return ctx.go(&format!("/sell/listings/{id}/edit"));
    }
    let form = page::filled(&desk, &catalog, ctx.lang());
    ctx.page(&page::Propose { form, desk, catalog, last })
}

/// Puts the proposal before staff.
pub async fn propose(ctx: Ctx, id: Path<ListingId>, shelf: Data<Shelf>, mut form: Form) -> Outcome {
    let (shop, user, id, catalog) = (ctx.shop()?, ctx.user()?, id.into_inner(), shelf.now());
    let (desk, last) = read(&ctx, id, shop).await?;
    if desk.content.owner.is_some() {
        return ctx.go(&format!("/sell/listings/{id}/edit"));
    }
    let Some(proposal) = Proposal::parse(&mut form, &desk, &catalog, ctx.lang()) else {
        return ctx.again(&page::Propose { form, desk, catalog, last });
    };
    let product = desk.listing.product_id;
    let flash = match ctx.write(move |tx| Ok(proposal.file(tx, product, shop, user)?)).await? {
        true => Flash::good("card-change-sent"),
        false => Flash::warn("card-change-waits"),
    };
    ctx.go_with(&format!("/sell/listings/{id}/card"), &flash)
}

/// Links another own card to this one, or takes this one out.
pub async fn variants(ctx: Ctx, id: Path<ListingId>, form: Form) -> Outcome {
    let (shop, id) = (ctx.shop()?, id.into_inner());
    let other: Option<ProductId> = form.value("other").parse().ok();
    let leave = form.value("do") == "unlink";
    let linked = ctx.write(move |tx| {
        let product = Listing::locked(tx, id, shop)?.product_id;
        match other {
            Some(other) if !leave => Ok(link_own(tx, shop, product, other)?),
            _ if leave => Ok(take_out(tx, shop, product)?),
            _ => Ok(None),
        }
    });
    let flash = match linked.await? {
        Some(Linked::Done) if leave => Flash::good("variants-unlinked"),
        Some(Linked::Done) => Flash::good("variants-linked"),
        Some(Linked::Unlike) => Flash::warn("variants-unlike"),
        Some(Linked::Full) => Flash::warn("variants-full"),
        Some(Linked::Others) => Flash::warn("variants-others"),
        None => Flash::warn("variants-none"),
    };
    ctx.go_with(&format!("/sell/listings/{id}#variants"), &flash)
}

fn take_out(tx: &mut crate::db::Tx<'_>, shop: ShopId, product: ProductId) -> diesel::QueryResult<Option<Linked>> {
    if crate::listings::Content::of_product(tx, product)?.owner != Some(shop) {
        return Ok(None);
    }
    unlink(tx, product)?;
    Ok(Some(Linked::Done))
}
