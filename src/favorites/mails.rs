//! The letter about a list: what became cheaper, what can be had again.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};

use super::mute;
use crate::accounts::User;
use crate::db::Tx;
use crate::i18n::{Arg, Locale};
use crate::kernel::{FavoriteListId, Money, UserId};
use crate::mail::{Letter, post};
use crate::schema::favorite_lists as lists;

/// No letter names more.
const NAMED: usize = 20;

#[derive(QueryableByName)]
struct News {
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = BigInt)]
    price: Money,
    /// What its owner knew; nothing when it could not be had.
    #[diesel(sql_type = Nullable<BigInt>)]
    before: Option<Money>,
}

/// What is still true of the news, which count as told with this; what is not any more is forgotten.
const TAKE: &str = "
WITH told AS (
    UPDATE favorites f SET stirred = false, available = b.price IS NOT NULL,
        price_told = CASE WHEN b.available AND b.price >= b.price_told THEN b.price_told ELSE coalesce(b.price, b.price_told) END
    FROM (SELECT o.product_id, o.price_told, o.available, best_price(o.product_id) AS price FROM favorites o WHERE o.list_id = $1 AND o.stirred) b
    WHERE f.list_id = $1 AND f.product_id = b.product_id
    RETURNING f.product_id, b.price, CASE WHEN b.available THEN b.price_told END AS before)
SELECT p.title, told.price, told.before FROM told JOIN products p ON p.id = told.product_id
WHERE told.price IS NOT NULL AND (told.before IS NULL OR told.price < told.before) ORDER BY p.title";

/// Tells a list's owner its news; nothing when they are over already, or nobody wants letters.
pub fn news(tx: &mut Tx<'_>, (base, secret): (&str, &str), list: FavoriteListId) -> QueryResult<()> {
    let wanted = lists::table.find(list).filter(lists::notify).select((lists::user_id, lists::name));
    let Some((user, name)) = wanted.for_update().first::<(UserId, String)>(&mut **tx).optional()? else { return Ok(()) };
    let news: Vec<News> = diesel::sql_query(TAKE).bind::<BigInt, _>(list).load(&mut **tx)?;
    let user = User::find(tx, user)?;
    let Some(to) = user.email.filter(|_| !news.is_empty()) else { return Ok(()) };
    let locale = Locale::new(user.lang);
    let name = if name.is_empty() { locale.t("favorite-default").to_owned() } else { name };
    let home = format!("{base}{}", user.lang.prefix());
    let letter = Letter::new(to, user.lang, "favorite-mail", &[("n", Arg::from(news.len())), ("list", Arg::from(&name))])
        .line("favorite-mail-line", &[("list", Arg::from(&name))])
        .rows(news.iter().take(NAMED).map(|one| (one.title.clone(), one.words(locale))).collect())
        .button("favorite-mail-open", format!("{home}/favorites/{list}"))
        .line("favorite-mail-why", &[])
        .unsubscribe(format!("{home}{}", mute::path(secret, list)));
    post(tx, &letter)
}

impl News {
    /// `12 990 ₸, was 14 990 ₸`, or that it can be had again.
    fn words(&self, locale: Locale) -> String {
        match self.before {
            Some(before) => locale.format("favorite-mail-cheaper", &[("price", Arg::Money(self.price)), ("was", Arg::Money(before))]),
            None => locale.format("favorite-mail-back", &[("price", Arg::Money(self.price))]),
        }
    }
}
