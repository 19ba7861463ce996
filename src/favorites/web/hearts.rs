//! `POST /favorites/items`: the hearts on cards and product pages.

use crate::favorites::{Added, add, remove};
use crate::kernel::ProductId;
use crate::web::{Ctx, Fault, Flash, Form, Outcome};

/// Sets a heart or takes it away, and leads back to where it was pressed. A guest's wish is kept over the sign-in, which fulfils it.
pub async fn press(ctx: Ctx, form: Form) -> Outcome {
    let (wanted, product) = wish(&form).ok_or(Fault::NotFound)?;
    let back = back(&ctx, &form, product);
    let Ok(user) = ctx.user() else { return through_the_door(&ctx, &back, product, wanted) };
    if !wanted {
        let was = ctx.write(move |tx| Ok(remove(tx, user, product)?)).await?;
        return if was { ctx.go_with(&back, &Flash::good("favorite-removed")) } else { ctx.go(&back) };
    }
    let flash = match ctx.write(move |tx| Ok(add(tx, user, product)?)).await? {
        Added::In => Flash::good("favorite-added").link("/favorites", "favorite-open"),
        Added::Full => Flash::warn("favorite-full").link("/favorites", "favorite-open"),
        Added::Unknown => return Err(Fault::NotFound),
    };
    ctx.go_with(&back, &flash)
}

/// Which heart, and whether it is to be set: the pressed button says it.
fn wish(form: &Form) -> Option<(bool, ProductId)> {
    let id = |name: &str| form.value(name).parse().ok().filter(|id: &ProductId| id.0 > 0);
    id("heart").map(|product| (true, product)).or_else(|| id("unheart").map(|product| (false, product)))
}

/// Back to the card that was pressed.
fn back(ctx: &Ctx, form: &Form, product: ProductId) -> String {
    let page = if form.has("back") { form.back() } else { ctx.came_from().unwrap_or("/").to_owned() };
    let page = page.split('#').next().unwrap_or_default();
    if page.contains("/p/") { page.to_owned() } else { format!("{page}#p{product}") }
}

fn through_the_door(ctx: &Ctx, back: &str, product: ProductId, wanted: bool) -> Outcome {
    let next = serde_html_form::to_string([("next", back)]).unwrap_or_default();
    let mut response = ctx.go(&format!("/login?{next}"))?;
    if wanted {
        response.add_cookie(&ctx.keep_wish(product)).map_err(Fault::unexpected)?;
    }
    Ok(response)
}
