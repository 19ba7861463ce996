//! `/moderation` and the queue as a list.

use super::{Asked, keyed, number};
use crate::kernel::ListingId;
use crate::moderation::act::{Act, ActFilter};
use crate::moderation::desk::{Desk, decided_lately};
use crate::moderation::page::{Overview, Queue};
use crate::moderation::queue::Waiting;
use crate::web::{Ctx, Outcome};

/// What waits.
pub async fn show(ctx: Ctx) -> Outcome {
    let staff = ctx.user()?;
    let page = ctx.read(move |conn| {
        let mut acts = Act::list(conn, ActFilter::default(), None)?.rows;
        acts.truncate(8);
        Ok(Overview { desk: Desk::read(conn)?, decided: decided_lately(conn, staff)?, acts })
    });
    ctx.page(&page.await?)
}

/// The queue.
pub async fn queue(ctx: Ctx, asked: Asked) -> Outcome {
    let after = number(&asked, "after").map(ListingId);
    let (desk, cases) = ctx.read(move |conn| Ok((Desk::read(conn)?, Waiting::list(conn, after)?))).await?;
    let (first, next) = keyed("/moderation/queue", after.is_some(), cases.next);
    ctx.page(&Queue { desk, cases, first, next })
}
