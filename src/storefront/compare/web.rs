//! `/compare`: showing, adding, removing. What is chosen lies in the browser's cookie.

use actix_web::web::{Data, Query};
use diesel::prelude::*;
use serde::Deserialize;

use super::kin::comparable;
use super::page::Show;
use super::table::{Subject, groups};
use crate::catalog::{Catalog, Shelf};
use crate::kernel::{CategoryId, ProductId};
use crate::listings::{ListingCard, cards, mark};
use crate::schema::products;
use crate::web::{Ctx, Fault, Flash, Form, MOST_COMPARED, Outcome};

/// What the address may say.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    diff: String,
}

/// The table.
pub async fn show(ctx: Ctx, shelf: Data<Shelf>, asked: Query<Asked>) -> Outcome {
    let (catalog, chosen) = (shelf.now(), ctx.kept().compare.clone());
    let (rows, mut subjects) = ctx
        .read({
            let chosen = chosen.clone();
            move |conn| match chosen.is_empty() {
                true => Ok((Vec::new(), Vec::new())),
                false => Ok((ListingCard::best(conn, &chosen)?, Subject::read(conn, &chosen)?)),
            }
        })
        .await?;
    let mut cards = cards(&catalog, rows);
    mark(cards.iter_mut(), ctx.marks());
    subjects.retain(|subject| cards.iter().any(|card| card.product_id == subject.id));
    let gone = chosen.into_iter().filter(|id| cards.iter().all(|card| card.product_id != *id)).collect();
    ctx.page(&Show { groups: groups(&catalog, &subjects), cards, only_differences: asked.diff == "1", gone })
}

/// Puts a product beside the others, or takes some away.
pub async fn change(ctx: Ctx, shelf: Data<Shelf>, form: Form) -> Outcome {
    let chosen = ctx.kept().compare.clone();
    if form.has("clear") {
        return answer(&ctx, "/compare", &[], &Flash::good("compare-cleared"));
    }
    let away: Vec<ProductId> = form.values("uncompare").filter_map(|id| id.parse().ok()).collect();
    if let Some(product) = away.first() {
        let left: Vec<ProductId> = chosen.into_iter().filter(|id| !away.contains(id)).collect();
        return answer(&ctx, &back(&ctx, &form, *product), &left, &Flash::good("compare-removed"));
    }
    let product: ProductId = form.value("compare").parse().map_err(|_| Fault::NotFound)?;
    let (back, catalog) = (back(&ctx, &form, product), shelf.now());
    let all: Vec<ProductId> = chosen.iter().copied().chain([product]).collect();
    let kinds = ctx.read(move |conn| Ok(kinds(conn, &all)?)).await?;
    let chosen: Vec<ProductId> = chosen.into_iter().filter(|id| kinds.iter().any(|(known, _)| known == id)).collect();
    match judge(&catalog, &kinds, &chosen, product) {
        Verdict::Unknown => Err(Fault::NotFound),
        Verdict::Full => answer(&ctx, &back, &chosen, &Flash::warn("compare-full").link("/compare", "compare-open")),
        Verdict::Other => answer(&ctx, &back, &chosen, &Flash::warn("compare-other").link("/compare", "compare-open")),
        Verdict::In => {
            let mut with = chosen;
            with.retain(|id| *id != product);
            with.push(product);
            let n = i64::try_from(with.len()).unwrap_or_default();
            answer(&ctx, &back, &with, &Flash::good("compare-added").count(n).link("/compare", "compare-open"))
        }
    }
}

/// Whether a product may stand beside the others.
enum Verdict {
    In,
    Unknown,
    Full,
    Other,
}

fn judge(catalog: &Catalog, kinds: &[(ProductId, CategoryId)], chosen: &[ProductId], product: ProductId) -> Verdict {
    let kind = |of: ProductId| kinds.iter().find(|(id, _)| *id == of).map(|(_, category)| *category);
    let Some(own) = kind(product) else { return Verdict::Unknown };
    let others = chosen.iter().filter(|id| **id != product);
    if others.clone().count() >= MOST_COMPARED {
        return Verdict::Full;
    }
    let fits = others.filter_map(|id| kind(*id)).all(|other| comparable(catalog, own, other));
    if fits { Verdict::In } else { Verdict::Other }
}

/// The categories of those products that can be bought.
fn kinds(conn: &mut PgConnection, ids: &[ProductId]) -> QueryResult<Vec<(ProductId, CategoryId)>> {
    let on_sale: Vec<ProductId> = ListingCard::best(conn, ids)?.into_iter().map(|row| row.1).collect();
    products::table.filter(products::id.eq_any(on_sale)).select((products::id, products::category_id)).load(conn)
}

/// Back to the card that was pressed.
fn back(ctx: &Ctx, form: &Form, product: ProductId) -> String {
    let page = if form.has("back") { form.back() } else { ctx.came_from().unwrap_or("/compare").to_owned() };
    let page = page.split('#').next().unwrap_or_default();
    if page.contains("/p/") || page.contains("/compare") { page.to_owned() } else { format!("{page}#p{product}") }
}

fn answer(ctx: &Ctx, path: &str, chosen: &[ProductId], flash: &Flash) -> Outcome {
    let mut answer = ctx.go_with(path, flash)?;
    answer.add_cookie(&ctx.keep_compare(chosen)).map_err(Fault::unexpected)?;
    Ok(answer)
}
