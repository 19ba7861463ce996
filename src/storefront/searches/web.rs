//! `/searches`: saving, changing, pausing, deleting, and calling letters off.

use actix_web::web::{Data, Path, Query};
use secrecy::ExposeSecret;
use serde::Deserialize;

use super::page::{Delete, Edit, List, Mute};
use super::{MOST, Place, SavedSearch, Saving, SearchInput, mute as muting};
use crate::catalog::Shelf;
use crate::kernel::SavedSearchId;
use crate::web::{Ctx, Fault, FieldError, Flash, Form, Outcome};

/// The list's address that is to be saved.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    path: String,
}

/// The person's searches.
pub async fn list(ctx: Ctx) -> Outcome {
    let user = ctx.user()?;
    let searches = ctx.read(move |conn| Ok(SavedSearch::all(conn, user)?)).await?;
    ctx.page(&List { searches })
}

/// The form of a new one, named already.
pub async fn blank(ctx: Ctx, shelf: Data<Shelf>, asked: Query<Asked>) -> Outcome {
    let catalog = shelf.now();
    let place = Place::parse(&asked.path, &catalog).ok_or(Fault::NotFound)?;
    let form = Form::of([("name", place.name(&catalog, ctx.lang())), ("frequency", "daily".to_owned()), ("path", place.path())]);
    ctx.page(&new(form, &place))
}

/// Saves one.
pub async fn make(ctx: Ctx, shelf: Data<Shelf>, mut form: Form) -> Outcome {
    let user = ctx.user()?;
    let place = Place::parse(form.value("path"), &shelf.now()).ok_or(Fault::NotFound)?;
    let Some(input) = SearchInput::parse(&mut form, ctx.town()) else { return ctx.again(&new(form, &place)) };
    let path = place.path();
    match ctx.write(move |tx| Ok(SavedSearch::create(tx, user, &path, &input)?)).await? {
        Saving::Saved(_) => ctx.go_with(&place.path(), &Flash::good("search-saved").link("/searches", "search-open")),
        Saving::Known(id) => ctx.go_with(&format!("/searches/{id}"), &Flash::warn("search-known")),
        Saving::Full => {
            form.fail("", FieldError::new("search-full").with("most", MOST));
            ctx.again(&new(form, &place))
        }
    }
}

/// Name and frequency of one.
pub async fn edit(ctx: Ctx, id: Path<SavedSearchId>) -> Outcome {
    let search = own(&ctx, *id).await?;
    let form = Form::of([("name", search.name.as_str()), ("frequency", search.frequency.as_str())]);
    ctx.page(&known(form, &search))
}

/// Writes them anew.
pub async fn save(ctx: Ctx, id: Path<SavedSearchId>, mut form: Form) -> Outcome {
    let (user, search) = (ctx.user()?, own(&ctx, *id).await?);
    let Some(input) = SearchInput::parse(&mut form, ctx.town()) else { return ctx.again(&known(form, &search)) };
    ctx.write(move |tx| Ok(SavedSearch::save(tx, user, search.id, &input)?)).await?;
    ctx.go_with("/searches", &Flash::good("search-changed"))
}

/// On to what is new; from now on it is seen.
pub async fn seen(ctx: Ctx, shelf: Data<Shelf>, id: Path<SavedSearchId>) -> Outcome {
    let (user, search) = (ctx.user()?, own(&ctx, *id).await?);
    ctx.write(move |tx| Ok(SavedSearch::see(tx, user, search.id)?)).await?;
    match Place::parse(&search.path, &shelf.now()) {
        Some(place) => ctx.go(&place.newest()),
        None => ctx.go_with("/searches", &Flash::warn("search-gone")),
    }
}

/// No letters for a while.
pub async fn pause(ctx: Ctx, id: Path<SavedSearchId>) -> Outcome {
    rest(&ctx, *id, true).await?;
    ctx.go_with("/searches", &Flash::good("search-paused"))
}

/// Letters again.
pub async fn resume(ctx: Ctx, id: Path<SavedSearchId>) -> Outcome {
    rest(&ctx, *id, false).await?;
    ctx.go_with("/searches", &Flash::good("search-resumed"))
}

/// Asks before a search is deleted.
pub async fn ask_delete(ctx: Ctx, id: Path<SavedSearchId>) -> Outcome {
    let search = own(&ctx, *id).await?;
    ctx.page(&Delete { search })
}

/// Deletes it.
pub async fn delete(ctx: Ctx, id: Path<SavedSearchId>) -> Outcome {
    let (user, search) = (ctx.user()?, own(&ctx, *id).await?);
    ctx.write(move |tx| Ok(SavedSearch::delete(tx, user, search.id)?)).await?;
    ctx.go_with("/searches", &Flash::good("search-deleted"))
}

/// The button: looking changes nothing, so that mail scanners may follow the link.
pub async fn ask_mute(ctx: Ctx, token: Path<String>) -> Outcome {
    muted(&ctx, &token)?;
    ctx.page(&Mute { token: token.into_inner(), done: false })
}

/// Calls the letters off. Mail programs press the button too, with a body of their own and without following anywhere (RFC 8058): the answer is the page itself.
pub async fn mute(ctx: Ctx, token: Path<String>) -> Outcome {
    let search = muted(&ctx, &token)?;
    ctx.write(move |tx| Ok(muting::mute(tx, search)?)).await?;
    ctx.page(&Mute { token: token.into_inner(), done: true })
}

fn muted(ctx: &Ctx, token: &str) -> Result<SavedSearchId, Fault> {
    muting::search_of(ctx.config().secret.expose_secret(), token).ok_or(Fault::NotFound)
}

async fn rest(ctx: &Ctx, id: SavedSearchId, paused: bool) -> Result<(), Fault> {
    let (user, search) = (ctx.user()?, own(ctx, id).await?);
    ctx.write(move |tx| Ok(SavedSearch::set_paused(tx, user, search.id, paused)?)).await
}

async fn own(ctx: &Ctx, id: SavedSearchId) -> Result<SavedSearch, Fault> {
    let user = ctx.user()?;
    ctx.read(move |conn| Ok(SavedSearch::own(conn, user, id)?)).await
}

fn new(form: Form, place: &Place) -> Edit {
    Edit { form, action: "/searches/new".to_owned(), address: place.path(), is_new: true }
}

fn known(form: Form, search: &SavedSearch) -> Edit {
    Edit { form, action: format!("/searches/{}", search.id), address: search.path.clone(), is_new: false }
}
