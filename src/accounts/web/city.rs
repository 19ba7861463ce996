//! `/settings/city`: the visitor's town, for guests too. Kept in a cookie; delivery dates are for it.

use actix_web::web::Data;

use super::super::page::TownPage;
use crate::catalog::Shelf;
use crate::web::{Ctx, Fault, Flash, Form, Outcome};

const HERE: &str = "/settings/city";

/// All towns, by region.
pub async fn show(ctx: Ctx, shelf: Data<Shelf>) -> Outcome {
    let back = ctx.came_from().filter(|path| !path.contains(HERE)).unwrap_or("/").to_owned();
    ctx.page(&TownPage::new(&shelf.now(), back))
}

/// Keeps a town, or forgets it, and goes back.
pub async fn choose(ctx: Ctx, shelf: Data<Shelf>, form: Form) -> Outcome {
    let slug = form.value("city");
    if !slug.is_empty() && shelf.now().city_by_slug(slug).is_none() {
        return Err(Fault::Invalid);
    }
    let mut cookie = ctx.cookie("city", slug.to_owned());
    if slug.is_empty() {
        cookie.make_removal();
    }
    let mut response =
        ctx.go_with(&form.back(), &Flash::good(if slug.is_empty() { "accounts-town-forgotten" } else { "accounts-town-kept" }))?;
    response.add_cookie(&cookie).map_err(Fault::unexpected)?;
    Ok(response)
}
