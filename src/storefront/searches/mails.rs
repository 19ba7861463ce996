//! The letter about new finds.

use diesel::prelude::*;

use super::watch::Found;
use super::{Place, SavedSearch, mute};
use crate::accounts::User;
use crate::db::Tx;
use crate::i18n::{Arg, Locale};
use crate::mail::{Letter, post};
use crate::search::PAGE;

/// No letter names more.
const NAMED: usize = 10;

/// Tells what is new; nothing to somebody who is gone.
pub fn found(tx: &mut Tx<'_>, (base, secret): (&str, &str), (search, place): (&SavedSearch, &Place), found: &[&Found]) -> QueryResult<()> {
    let user = User::find(tx, search.user_id)?;
    let Some(to) = user.email else { return Ok(()) };
    let locale = Locale::new(user.lang);
    let home = format!("{base}{}", user.lang.prefix());
    let plus = if found.len() >= PAGE as usize { "+" } else { "" };
    let args = [("name", Arg::from(&search.name)), ("n", Arg::from(found.len())), ("plus", Arg::from(plus))];
    let rows = found.iter().take(NAMED).map(|(row, _)| (row.2.clone(), locale.money(row.4))).collect();
    let letter = Letter::new(to, user.lang, "search-mail", &args)
        .line("search-mail-line", &args)
        .rows(rows)
        .button("search-mail-open", format!("{home}{}", place.newest()))
        .line("search-mail-why", &[("often", Arg::Key(search.frequency.key()))])
        .unsubscribe(format!("{home}{}", mute::path(secret, search.id)));
    post(tx, &letter)
}
