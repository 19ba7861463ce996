//! `/sell/listings/{id}/category`: the tree, without scripts: groups, their categories, and a search over all names.

use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use crate::catalog::Shelf;
use crate::kernel::{CategoryId, ListingId};
use crate::listings::{Desk, ListingInput, page};
use crate::web::{Ctx, FieldError, Form, Outcome, clean};

/// What of the tree is asked for.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    group: String,
}

/// The page.
pub async fn show(ctx: Ctx, id: Path<ListingId>, asked: Query<Asked>, shelf: Data<Shelf>) -> Outcome {
    let (shop, id) = (ctx.shop()?, id.into_inner());
    let desk = ctx.read(move |conn| Ok(Desk::read(conn, id, shop)?)).await?;
    if !desk.is_editable() || !desk.is_own() {
        return ctx.go(&format!("/sell/listings/{id}"));
    }
    let words: String = clean(&asked.q).trim().chars().take(60).collect();
    ctx.page(&page::Category::new(Form::default(), desk, shelf.now(), words, asked.group.clone()))
}

/// Takes a leaf of the tree; what the new category does not ask for goes.
pub async fn choose(ctx: Ctx, id: Path<ListingId>, shelf: Data<Shelf>, mut form: Form) -> Outcome {
    let (shop, user, id, catalog) = (ctx.shop()?, ctx.user()?, id.into_inner(), shelf.now());
    let known = form.value("category").parse::<CategoryId>().ok().and_then(|id| catalog.category(id));
    let Some(chosen) = known.map(|category| category.id).filter(|id| catalog.is_leaf(*id)) else {
        let desk = ctx.read(move |conn| Ok(Desk::read(conn, id, shop)?)).await?;
        form.fail("category", FieldError::new("listing-category-missing"));
        return ctx.again(&page::Category::new(form, desk, catalog, String::new(), String::new()));
    };
    ctx.write(move |tx| {
        tx.acting(Some(user), "")?;
        let desk = Desk::read(tx, id, shop)?;
        if desk.is_editable() {
            ListingInput { category: Some(chosen), ..ListingInput::default() }.save(tx, &desk.listing, &catalog)?;
        }
        Ok(())
    })
    .await?;
    ctx.go(&format!("/sell/listings/{id}/edit"))
}
