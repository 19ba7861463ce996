//! The log of what staff did.

use super::{Asked, number};
use crate::kernel::UserId;
use crate::moderation::act::{Act, ActFilter, Subject, actors};
use crate::moderation::desk::Desk;
use crate::moderation::page::Acts;
use crate::web::{Ctx, Fault, Form, Outcome};

/// The log, newest first.
pub async fn list(ctx: Ctx, asked: Asked) -> Outcome {
    let word = |name: &str| asked.get(name).cloned().unwrap_or_default();
    let subject = number(&asked, "number").and_then(|number| Subject::of(&word("kind"), number));
    let filter = ActFilter { staff: number(&asked, "staff").map(UserId), subject };
    let before = number(&asked, "before");
    let form = Form::of([("staff", word("staff")), ("kind", word("kind")), ("number", word("number"))]);
    let (acts, actors, desk) = ctx.read(move |conn| Ok((Act::list(conn, filter, before)?, actors(conn)?, Desk::read(conn)?))).await?;
    let first = if before.is_some() { address(filter, None)? } else { String::new() };
    let next = acts.next.map(|next| address(filter, Some(next))).transpose()?.unwrap_or_default();
    ctx.page(&Acts { desk, acts, actors, form, sifted: filter.staff.is_some() || filter.subject.is_some(), first, next })
}

/// The log's address with these filters.
fn address(filter: ActFilter, before: Option<i64>) -> Result<String, Fault> {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    pairs.extend(filter.staff.map(|staff| ("staff", staff.to_string())));
    if let Some((kind, number)) = filter.subject.map(|subject| subject.to_string()).as_deref().and_then(|text| text.split_once(':')) {
        pairs.extend([("kind", kind.to_owned()), ("number", number.to_owned())]);
    }
    pairs.extend(before.map(|before| ("before", before.to_string())));
    let query = serde_html_form::to_string(&pairs).map_err(Fault::unexpected)?;
    Ok(if query.is_empty() { "/moderation/acts".to_owned() } else { format!("/moderation/acts?{query}") })
}
