//! `/favorites` and its lists: showing, making, naming, deleting.

use actix_web::web::{Data, Path, Query};
use secrecy::ExposeSecret;

use super::Asked;
use crate::catalog::Shelf;
use crate::favorites::page::{Delete, Edit, Empty, ListPage, New};
use crate::favorites::{FavoriteList, Goods, ListInput, MOST_LISTS, PAGE, create, delete, make_default, save};
use crate::kernel::FavoriteListId;
use crate::web::{Ctx, Fault, FieldError, Flash, Form, Outcome, Pager};

/// The list where hearts go.
pub async fn home(ctx: Ctx, shelf: Data<Shelf>, asked: Query<Asked>) -> Outcome {
    page(&ctx, &shelf, None, asked.page()?).await
}

/// One list.
pub async fn show(ctx: Ctx, shelf: Data<Shelf>, id: Path<FavoriteListId>, asked: Query<Asked>) -> Outcome {
    page(&ctx, &shelf, Some(*id), asked.page()?).await
}

async fn page(ctx: &Ctx, shelf: &Shelf, id: Option<FavoriteListId>, page: u32) -> Outcome {
    let (user, catalog, marks) = (ctx.user()?, shelf.now(), ctx.marks().clone());
    let read = ctx.read(move |conn| {
        let lists = FavoriteList::all(conn, user)?;
        let chosen = lists.iter().find(|(list, _)| id.map_or(list.is_default, |id| list.id == id)).cloned();
        let Some((list, total)) = chosen else { return Ok(None) };
        let goods = Goods::page(conn, (list.id, page), (&catalog, &marks))?;
        let base = if id.is_some() { format!("/favorites/{}", list.id) } else { "/favorites".to_owned() };
        let pager = Pager::new(base, page, total.unsigned_abs(), PAGE);
        Ok(Some(ListPage { lists, list, total, goods, pager }))
    });
    match read.await? {
        Some(page) if page.pager.is_beyond() => ctx.go(&page.pager.last_href()),
        Some(page) if page.lists.len() == 1 && page.total == 0 => ctx.page(&Empty),
        Some(page) => ctx.page(&page),
        None if id.is_none() => ctx.page(&Empty),
        None => Err(Fault::NotFound),
    }
}

/// The empty form of a new list.
pub async fn blank(ctx: Ctx) -> Outcome {
    ctx.page(&New { form: Form::of([("notify", "1")]) })
}

/// Makes a list.
pub async fn make(ctx: Ctx, mut form: Form) -> Outcome {
    let user = ctx.user()?;
    let Some(input) = ListInput::parse(&mut form) else { return ctx.again(&New { form }) };
    match ctx.write(move |tx| Ok(create(tx, user, &input)?)).await? {
        Some(id) => ctx.go_with(&format!("/favorites/{id}"), &Flash::good("favorite-made")),
        None => {
            form.fail("", FieldError::new("favorite-lists-full").with("most", MOST_LISTS));
            ctx.again(&New { form })
        }
    }
}

/// A list's settings.
pub async fn edit(ctx: Ctx, id: Path<FavoriteListId>) -> Outcome {
    let list = own(&ctx, *id).await?;
    let name = if list.name.is_empty() { ctx.locale().t("favorite-default") } else { &list.name };
    let form = Form::of([("name", name)].into_iter().chain(list.notify.then_some(("notify", "1"))));
    ctx.page(&settings(&ctx, form, list))
}

/// Writes name and wish for letters.
pub async fn rename(ctx: Ctx, id: Path<FavoriteListId>, mut form: Form) -> Outcome {
    let (user, list) = (ctx.user()?, own(&ctx, *id).await?);
    let Some(mut input) = ListInput::parse(&mut form) else { return ctx.again(&settings(&ctx, form, list)) };
    // the word that stood there is no name of its own
    if list.name.is_empty() && input.name == ctx.locale().t("favorite-default") {
        input.name.clear();
    }
    ctx.write(move |tx| Ok(save(tx, user, list.id, &input)?)).await?;
    ctx.go_with(&format!("/favorites/{id}"), &Flash::good("favorite-saved"))
}

/// Lets hearts go here.
pub async fn prefer(ctx: Ctx, id: Path<FavoriteListId>) -> Outcome {
    let (user, id) = (ctx.user()?, *id);
    ctx.write(move |tx| Ok(make_default(tx, user, id)?)).await?;
    ctx.go_with(&format!("/favorites/{id}"), &Flash::good("favorite-preferred"))
}

/// Asks before a list is deleted, and what becomes of its goods.
pub async fn ask_delete(ctx: Ctx, id: Path<FavoriteListId>) -> Outcome {
    let (list, total) = deletable(&ctx, *id).await?;
    ctx.page(&Delete { form: Form::of([("goods", "keep")]), list, total })
}

/// Deletes a list.
pub async fn remove(ctx: Ctx, id: Path<FavoriteListId>, mut form: Form) -> Outcome {
    let (user, (list, total)) = (ctx.user()?, deletable(&ctx, *id).await?);
    let keep = match form.value("goods") {
        "keep" => true,
        "drop" => false,
        _ => {
            form.fail("goods", FieldError::new("favorite-delete-choose"));
            return ctx.again(&Delete { form, list, total });
        }
    };
    ctx.write(move |tx| Ok(delete(tx, user, list.id, keep)?)).await?;
    ctx.go_with("/favorites", &Flash::good("favorite-deleted"))
}

async fn own(ctx: &Ctx, id: FavoriteListId) -> Result<FavoriteList, Fault> {
    let user = ctx.user()?;
    ctx.read(move |conn| Ok(FavoriteList::own(conn, user, id)?)).await
}

/// An own list but the one where hearts go.
async fn deletable(ctx: &Ctx, id: FavoriteListId) -> Result<(FavoriteList, i64), Fault> {
    let user = ctx.user()?;
    let lists = ctx.read(move |conn| Ok(FavoriteList::all(conn, user)?)).await?;
    lists.into_iter().find(|(list, _)| list.id == id && !list.is_default).ok_or(Fault::NotFound)
}

fn settings(ctx: &Ctx, form: Form, list: FavoriteList) -> Edit {
    let path = list.shared_path(ctx.config().secret.expose_secret());
    Edit { link: path.map(|path| ctx.absolute(&path)), form, list }
}
