//! Letters about orders: the buyer and the shop are told each step that the other one took.

use diesel::QueryResult;

use super::story::{Reader, Story, buyer, owners};
use super::{DeclineReason, OrderState, Purchase, history};
use crate::db::Tx;
use crate::events::Moved;
use crate::i18n::Arg;
use crate::kernel::{OrderId, PurchaseId};
use crate::mail::{Letter, post};
use crate::shops::Way;

/// Words of one letter: message keys of its subject and its sentence.
type Words = (&'static str, &'static str);

/// A purchase was placed: the buyer gets the whole of it, each shop its share.
pub fn placed(tx: &mut Tx<'_>, base: &str, id: PurchaseId) -> QueryResult<()> {
    let purchase = Purchase::find(tx, id)?;
    let orders = super::Order::of_purchases(tx, &[id])?;
    let stories = orders.iter().map(|order| Story::of(tx, order.id)).collect::<QueryResult<Vec<_>>>()?;
    if let Some(reader) = buyer(tx, &purchase)? {
        let args = [("number", Arg::from(purchase.number.as_str()))];
        let mut letter = Letter::new(reader.to, reader.lang, "order-mail-placed", &args).line("order-mail-placed-line", &args);
        for story in &stories {
            letter = letter.line("order-mail-sold-by", &story.args(reader.lang));
            let rows = story.rows(&letter);
            letter = letter.rows(rows);
        }
        let url = format!("{base}{}/purchases/{}", reader.lang.prefix(), purchase.number);
        post(tx, &letter.button("order-mail-open", url))?;
    }
    stories.iter().try_for_each(|story| to_shop(tx, base, story, ("order-mail-new", "order-mail-new-line")))
}

/// The shop took it.
pub fn accepted(tx: &mut Tx<'_>, base: &str, order: OrderId) -> QueryResult<()> {
    let story = Story::of(tx, order)?;
    to_buyer(tx, base, &story, ("order-mail-accepted", "order-mail-accepted-line"), None)
}

/// The shop did not take it: its reason and words are told.
pub fn declined(tx: &mut Tx<'_>, base: &str, order: OrderId) -> QueryResult<()> {
    let story = Story::of(tx, order)?;
    let history = history::Moment::of(tx, order)?;
    let said = history.iter().find(|moment| moment.what == history::What::Order(OrderState::Declined)).map(|moment| moment.reason.as_str());
    let reason = said.and_then(DeclineReason::read);
    to_buyer(tx, base, &story, ("order-mail-declined", "order-mail-declined-line"), reason)
}

/// The buyer called it off.
pub fn cancelled(tx: &mut Tx<'_>, base: &str, order: OrderId) -> QueryResult<()> {
    let story = Story::of(tx, order)?;
    to_buyer(tx, base, &story, ("order-mail-cancelled", "order-mail-cancelled-line"), None)?;
    to_shop(tx, base, &story, ("order-mail-cancelled", "order-mail-cancelled-shop"))
}

/// The buyer changed it.
pub fn changed(tx: &mut Tx<'_>, base: &str, order: OrderId) -> QueryResult<()> {
    let story = Story::of(tx, order)?;
    to_buyer(tx, base, &story, ("order-mail-changed", "order-mail-changed-line"), None)?;
    to_shop(tx, base, &story, ("order-mail-changed", "order-mail-changed-shop"))
}

/// The shop did not answer in time.
pub fn expired(tx: &mut Tx<'_>, base: &str, order: OrderId) -> QueryResult<()> {
    let story = Story::of(tx, order)?;
    to_buyer(tx, base, &story, ("order-mail-expired", "order-mail-expired-line"), None)?;
    to_shop(tx, base, &story, ("order-mail-expired", "order-mail-expired-shop"))
}

/// The parcel moved.
pub fn moved(tx: &mut Tx<'_>, base: &str, order: OrderId, step: Moved) -> QueryResult<()> {
    let story = Story::of(tx, order)?;
    let words = match (step, story.order.way) {
        (Moved::InTransit, _) if story.shipment.tracking.is_empty() => ("order-mail-sent", "order-mail-sent-line"),
        (Moved::InTransit, _) => ("order-mail-sent", "order-mail-sent-tracked"),
        (Moved::WithCourier, _) => ("order-mail-courier", "order-mail-courier-line"),
        (Moved::ReadyForPickup, Way::Pickup) => ("order-mail-ready", "order-mail-ready-line"),
        (Moved::ReadyForPickup, _) => ("order-mail-ready", "order-mail-ready-post"),
    };
    to_buyer(tx, base, &story, words, None)
}

/// The parcel came back to the shop.
pub fn returned(tx: &mut Tx<'_>, base: &str, order: OrderId) -> QueryResult<()> {
    let story = Story::of(tx, order)?;
    to_buyer(tx, base, &story, ("order-mail-returned", "order-mail-returned-line"), None)
}

/// Somebody tried too many wrong codes.
pub fn code_shut(tx: &mut Tx<'_>, base: &str, order: OrderId) -> QueryResult<()> {
    let story = Story::of(tx, order)?;
    to_buyer(tx, base, &story, ("order-mail-code-shut", "order-mail-code-shut-line"), None)
}

/// It was handed out and paid; the buyer is asked how it was.
pub fn issued(tx: &mut Tx<'_>, base: &str, order: OrderId) -> QueryResult<()> {
    let story = Story::of(tx, order)?;
    if let Some(reader) = buyer(tx, &story.purchase)? {
        let letter = begin(&reader, &story, ("order-mail-issued", "order-mail-issued-line"));
        let (rows, url) = (story.rows(&letter), own_page(base, &reader, &story));
        let letter = letter.rows(rows).button("order-mail-open", &url).line("order-mail-rate-line", &[]);
        post(tx, &letter.button("order-mail-rate", format!("{url}/review")))?;
    }
    to_shop(tx, base, &story, ("order-mail-issued", "order-mail-issued-shop"))
}

fn to_buyer(tx: &mut Tx<'_>, base: &str, story: &Story, words: Words, reason: Option<(DeclineReason, &str)>) -> QueryResult<()> {
    let Some(reader) = buyer(tx, &story.purchase)? else { return Ok(()) };
    let url = own_page(base, &reader, story);
    let mut letter = begin(&reader, story, words);
    if let Some((reason, said)) = reason {
        letter = letter.line(reason.key(), &[]);
        letter = if said.is_empty() { letter } else { letter.quote(said) };
    }
    let rows = story.rows(&letter);
    post(tx, &letter.rows(rows).button("order-mail-open", url))
}

fn to_shop(tx: &mut Tx<'_>, base: &str, story: &Story, words: Words) -> QueryResult<()> {
    for reader in owners(tx, story.order.shop_id)? {
        let url = format!("{base}{}/sell/orders/{}", reader.lang.prefix(), story.order.number);
        let letter = begin(&reader, story, words);
        let rows = story.rows(&letter);
        post(tx, &letter.rows(rows).button("order-mail-open", url))?;
    }
    Ok(())
}

/// The order's page for its buyer.
fn own_page(base: &str, reader: &Reader, story: &Story) -> String {
    format!("{base}{}/orders/{}", reader.lang.prefix(), story.order.number)
}

fn begin(reader: &Reader, story: &Story, (subject, line): Words) -> Letter {
    let args = story.args(reader.lang);
    Letter::new(reader.to.clone(), reader.lang, subject, &args).line(line, &args)
}
