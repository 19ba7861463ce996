//! Letters to the owner of a shop about what staff decided, in the owner's language.

use diesel::prelude::*;

use super::Reason;
use super::decision::{Decision, Verdict};
use crate::db::Tx;
use crate::i18n::{Arg, Lang};
use crate::kernel::{ChangeId, Email, ListingId, ProductId, ShopId};
use crate::listings::{Change, ChangeState};
use crate::mail::{self, Letter};
use crate::schema::{acts, listings, products, shop_members, shops, users};

/// Whom a shop's letters go to.
struct Owner {
    email: Email,
    lang: Lang,
    shop: String,
}

impl Owner {
    /// The owner; none when the account is gone.
    fn of(conn: &mut PgConnection, shop: ShopId) -> QueryResult<Option<Self>> {
        let found: Option<(Option<String>, Lang, String)> = shop_members::table
            .inner_join(users::table)
            .inner_join(shops::table)
            .filter(shop_members::shop_id.eq(shop))
            .filter(shop_members::role.eq("owner"))
            .select((users::email, users::lang, shops::name))
            .first(conn)
            .optional()?;
        Ok(found.and_then(|(email, lang, shop)| Some(Self { email: Email::parse(&email?)?, lang, shop })))
    }

    fn letter(&self, subject: &'static str, what: (&'static str, &str)) -> Letter {
        Letter::new(self.email.clone(), self.lang, subject, &[(what.0, Arg::from(what.1))])
    }

    fn url(&self, base_url: &str, path: &str) -> String {
        format!("{base_url}{}{path}", self.lang.prefix())
    }
}

/// The owner and the listing's title and page.
fn about(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<Option<(Owner, String, String)>> {
    let (shop, title, page): (ShopId, String, (i64, String)) = listings::table
        .inner_join(products::table)
        .filter(listings::id.eq(listing))
        .select((listings::shop_id, products::title, (products::id, products::slug)))
        .first(&mut **tx)?;
    Ok(Owner::of(tx, shop)?.map(|owner| (owner, title, format!("/p/{}-{}", page.0, page.1))))
}

/// A listing is on sale.
pub fn approved(base_url: &str, tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<()> {
    let Some((owner, title, page)) = about(tx, listing)? else { return Ok(()) };
    let letter = owner
        .letter("moderation-mail-approved", ("title", &title))
        .line("moderation-mail-approved-line", &[("title", Arg::from(title.as_str()))])
        .button("moderation-mail-see", owner.url(base_url, &page));
    mail::post(tx, &letter)
}

/// A listing was sent back: why, and where to mend it.
pub fn rejected(base_url: &str, tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<()> {
    let Some((owner, title, _)) = about(tx, listing)? else { return Ok(()) };
    let letter = owner
        .letter("moderation-mail-rejected", ("title", &title))
        .line("moderation-mail-rejected-line", &[("title", Arg::from(title.as_str()))]);
    let letter = with_reason(letter, Decision::last(tx, listing, Verdict::Rejected)?);
    mail::post(tx, &letter.button("moderation-mail-mend", owner.url(base_url, &format!("/sell/listings/{listing}/edit"))))
}

/// A listing was taken off.
pub fn removed(base_url: &str, tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<()> {
    let Some((owner, title, _)) = about(tx, listing)? else { return Ok(()) };
    let letter = owner
        .letter("moderation-mail-removed", ("title", &title))
        .line("moderation-mail-removed-line", &[("title", Arg::from(title.as_str()))]);
    let letter = with_reason(letter, Decision::last(tx, listing, Verdict::Removed)?);
    mail::post(tx, &letter.button("moderation-mail-rules", owner.url(base_url, "/help/rules")))
}

fn with_reason(letter: Letter, why: Option<(Option<Reason>, String)>) -> Letter {
    let Some((reason, note)) = why else { return letter };
    let letter = match reason {
        Some(reason) => letter.line(reason.advice(), &[]),
        None => letter,
    };
    if note.is_empty() { letter } else { letter.quote(note) }
}

/// A shop was stopped: why.
pub fn suspended(base_url: &str, tx: &mut Tx<'_>, shop: ShopId) -> QueryResult<()> {
    let Some(owner) = Owner::of(tx, shop)? else { return Ok(()) };
    let said = acts::table.filter(acts::subject.eq(format!("shop:{shop}"))).filter(acts::act.eq("suspend"));
    let note: Option<String> = said.select(acts::note).order(acts::id.desc()).first(&mut **tx).optional()?;
    let letter = owner
        .letter("moderation-mail-suspended", ("shop", &owner.shop))
        .line("moderation-mail-suspended-line", &[("shop", Arg::from(owner.shop.as_str()))])
        .quote(note.unwrap_or_default())
        .line("moderation-mail-suspended-orders", &[])
        .button("moderation-mail-rules", owner.url(base_url, "/help/rules"));
    mail::post(tx, &letter)
}

/// A shop goes on.
pub fn reopened(base_url: &str, tx: &mut Tx<'_>, shop: ShopId) -> QueryResult<()> {
    let Some(owner) = Owner::of(tx, shop)? else { return Ok(()) };
    let letter = owner
        .letter("moderation-mail-reopened", ("shop", &owner.shop))
        .line("moderation-mail-reopened-line", &[("shop", Arg::from(owner.shop.as_str()))])
        .button("moderation-mail-listings", owner.url(base_url, "/sell/listings"));
    mail::post(tx, &letter)
}

/// A shop's card became everybody's: what that means.
pub fn card_shared(base_url: &str, tx: &mut Tx<'_>, product: ProductId, shop: ShopId) -> QueryResult<()> {
    let Some(owner) = Owner::of(tx, shop)? else { return Ok(()) };
    let (title, slug): (String, String) = products::table.find(product).select((products::title, products::slug)).first(&mut **tx)?;
    let letter = owner
        .letter("moderation-mail-shared", ("title", &title))
        .line("moderation-mail-shared-line", &[("title", Arg::from(title.as_str()))])
        .line("moderation-mail-shared-what", &[])
        .button("moderation-mail-see", owner.url(base_url, &format!("/p/{product}-{slug}")));
    mail::post(tx, &letter)
}

/// What staff decided about a proposal.
pub fn change_decided(base_url: &str, tx: &mut Tx<'_>, change: ChangeId) -> QueryResult<()> {
    let change = Change::find(tx, change)?;
    let Some(owner) = Owner::of(tx, change.shop)? else { return Ok(()) };
    let title = [("title", Arg::from(change.title.as_str()))];
    let letter = match change.state {
        ChangeState::Accepted => {
            owner.letter("moderation-mail-change-yes", ("title", &change.title)).line("moderation-mail-change-yes-line", &title)
        }
        _ => owner.letter("moderation-mail-change-no", ("title", &change.title)).line("moderation-mail-change-no-line", &title),
    };
    let letter = if change.note.is_empty() { letter } else { letter.quote(change.note.clone()) };
    mail::post(tx, &letter.button("moderation-mail-see", owner.url(base_url, &format!("/p/{}-{}", change.product, change.slug))))
}
