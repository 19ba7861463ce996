//! `/sell/listings/{id}/category`: the tree, without scripts: groups, their categories, and a search over all names.

use actix_web::web::{Data, Path, Query};
use diesel::QueryResult;
use serde::Deserialize;

use crate::catalog::{Catalog, Shelf};
use crate::db::Tx;
use crate::i18n::{Lang, Named};
use crate::kernel::{CategoryId, ListingId, ShopId, UserId};
use crate::listings::{Desk, Listing, ListingInput, page};
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

/// Takes a leaf of the tree; what the new category does not ask for goes. What is on sale does not go where it would lack something.
pub async fn choose(ctx: Ctx, id: Path<ListingId>, shelf: Data<Shelf>, mut form: Form) -> Outcome {
    let (shop, user, id, catalog) = (ctx.shop()?, ctx.user()?, id.into_inner(), shelf.now());
    let known = form.value("category").parse::<CategoryId>().ok().and_then(|id| catalog.category(id));
    let Some(chosen) = known.map(|category| category.id).filter(|id| catalog.is_leaf(*id)) else {
        let desk = ctx.read(move |conn| Ok(Desk::read(conn, id, shop)?)).await?;
        form.fail("category", FieldError::new("listing-category-missing"));
        return ctx.again(&page::Category::new(form, desk, catalog, String::new(), String::new()));
    };
    let (known, lang) = (catalog.clone(), ctx.lang());
    let (desk, missing) = ctx.write(move |tx| Ok(put(tx, (id, shop, user), chosen, &known, lang)?)).await?;
    if missing.is_empty() {
        return ctx.go(&format!("/sell/listings/{id}/edit"));
    }
    let place = catalog.category(chosen).map(|category| category.name(lang).to_owned()).unwrap_or_default();
    form.fail("category", FieldError::new("listing-category-lacks").with("category", place).with("names", missing));
    ctx.again(&page::Category::new(form, desk, catalog, String::new(), String::new()))
}

/// Puts a listing into a category. The listing as it was, and the names of what it would lack there: then it stays where it is.
fn put(
    tx: &mut Tx<'_>,
    (id, shop, user): (ListingId, ShopId, UserId),
    category: CategoryId,
    catalog: &Catalog,
    lang: Lang,
) -> QueryResult<(Desk, String)> {
    tx.acting(Some(user), "")?;
    Listing::locked(tx, id, shop)?;
    let desk = Desk::read(tx, id, shop)?;
    let mut missing = String::new();
    if desk.is_editable() {
        let input = ListingInput { category: Some(category), ..ListingInput::default() };
        tx.attempt(|tx| {
            input.save(tx, &desk.listing, catalog)?;
            let moved = Desk::read(tx, id, shop)?;
            if moved.lost(&desk, catalog, lang).is_empty() {
                return Ok(());
            }
            missing = moved.missing_names(catalog, lang);
            Err(diesel::result::Error::RollbackTransaction)
        })?;
    }
    Ok((desk, missing))
}
