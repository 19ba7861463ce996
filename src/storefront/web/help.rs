//! The help pages.

use actix_web::web::Path;

use crate::storefront::help::{PAGES, page};
use crate::storefront::page::HelpPage;
use crate::web::{Ctx, Fault, Outcome};

/// `GET /help/{page}`
pub async fn show(ctx: Ctx, slug: Path<String>) -> Outcome {
    let lang = ctx.lang();
    let slug = PAGES.iter().find(|page| **page == *slug).ok_or(Fault::NotFound)?;
    let help = page(slug, lang).ok_or(Fault::NotFound)?;
    let pages = PAGES.iter().filter_map(|slug| Some((*slug, page(slug, lang)?.title.as_str()))).collect();
    let contact = ctx.config().contact.clone().filter(|_| *slug == "about");
    ctx.page(&HelpPage { slug, help, contact, pages })
}
