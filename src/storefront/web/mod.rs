//! The handlers of the shoppers' pages.

pub mod catalogue;
pub mod help;
pub mod home;
pub mod machines;
pub mod product;
pub mod sell;

use actix_web::HttpResponse;
use actix_web::http::header;

use crate::web::{Ctx, Outcome};

/// The page's one address is another (301), in the page's language.
pub(super) fn moved(ctx: &Ctx, path: &str) -> Outcome {
    Ok(HttpResponse::MovedPermanently().insert_header((header::LOCATION, ctx.href(path))).finish())
}
