//! What staff open and send.

pub mod acts;
pub mod cards;
pub mod cases;
pub mod complaints;
pub mod listings;
pub mod overview;
pub mod report;
pub mod shops;
pub mod synonyms;

use std::collections::HashMap;

use actix_web::web::Query;

use crate::moderation::Said;
use crate::web::{Ctx, Flash, Outcome};

/// The query of an address; unknown names are nobody's business.
type Asked = Query<HashMap<String, String>>;

/// Back to a page with what became of it.
fn told(ctx: &Ctx, path: &str, said: Said, good: &'static str) -> Outcome {
    match said {
        Said::Done => ctx.go_with(path, &Flash::good(good)),
        Said::Own => ctx.go_with(path, &Flash::warn("moderation-own-shop")),
        _ => ctx.go_with(path, &Flash::warn("moderation-said-already")),
    }
}

/// A number from the query.
fn number(asked: &Asked, name: &str) -> Option<i64> {
    asked.get(name)?.parse().ok()
}

/// The addresses of a list's first page, when this is another, and of its next.
fn keyed(list: &str, deeper: bool, next: Option<i64>) -> (String, String) {
    keyed_by(list, "after", deeper, next)
}

/// The same for one of several lists of a page.
fn keyed_by(list: &str, name: &str, deeper: bool, next: Option<i64>) -> (String, String) {
    let first = if deeper { list.to_owned() } else { String::new() };
    (first, next.map(|key| format!("{list}?{name}={key}")).unwrap_or_default())
}
