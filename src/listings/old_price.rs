//! A former price, crossed out beside the present one: only where the history of ninety days bears it out.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::ListingState;
use crate::db::Tx;
use crate::kernel::{ListingId, Money, now};
use crate::schema::{listing_prices, listings};

/// The history that counts.
pub const DAYS: i64 = 90;
/// Shorter histories prove nothing.
const KNOWN: i64 = 30;
/// A reduction is news for so long.
const NEWS: i64 = 30;
/// Less than so many percent off is no reduction.
const LEAST_PERCENT: i64 = 3;

/// A stretch of time at one price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = listing_prices, check_for_backend(diesel::pg::Pg))]
pub struct Stretch {
    /// Since when.
    pub from_at: DateTime<Utc>,
    /// Until when; nothing while it lasts.
    pub until_at: Option<DateTime<Utc>>,
    /// The price.
    pub price: Money,
}

/// A former price and how long it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OldPrice {
    /// What it was.
    pub price: Money,
    /// Until when it may stand there.
    pub until: DateTime<Utc>,
}

impl Stretch {
    /// What a listing cost while it was on sale within the days that count, oldest first.
    pub fn of_listing(conn: &mut PgConnection, listing: ListingId) -> QueryResult<Vec<Self>> {
        use listing_prices as p;
        let since = now() - Duration::days(DAYS);
        let late = p::until_at.is_null().or(p::until_at.gt(since));
        p::table.filter(p::listing_id.eq(listing)).filter(late).order((p::from_at, p::id)).select(Self::as_select()).load(conn)
    }

    /// How long it lasted between two moments.
    fn within(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> Duration {
        (self.until_at.unwrap_or(until).min(until) - self.from_at.max(from)).max(Duration::zero())
    }
}

/// The price at which a thing stood for half of the time on sale in the ninety days before it became cheaper; nothing
/// * when it was on sale for less than thirty days of them,
/// * when it cost as little as now, or less, at any time in them,
/// * when the reduction is below three percent, or older than thirty days.
///
/// So a price that is raised for some days to be "reduced" again never stands there: half of the time it was another.
pub fn old_price(history: &[Stretch], at: DateTime<Utc>) -> Option<OldPrice> {
    let current = history.last().filter(|stretch| stretch.until_at.is_none_or(|until| until > at))?;
    // the same price in pieces (taken off sale and put back) is one stretch
    let since = history.iter().rev().take_while(|stretch| stretch.price == current.price).last()?.from_at;
    let from = since - Duration::days(DAYS);
    let mut before: Vec<(Money, Duration)> =
        history.iter().filter(|stretch| stretch.from_at < since).map(|stretch| (stretch.price, stretch.within(from, since))).collect();
    before.retain(|(_, time)| *time > Duration::zero());
    let known: Duration = before.iter().fold(Duration::zero(), |sum, (_, time)| sum + *time);
    let price = usual(before, known)?;
    let lowest = history.iter().filter(|stretch| stretch.within(from, since) > Duration::zero()).map(|stretch| stretch.price).min()?;
    let off = (price.minor() - current.price.minor()) * 100;
    let until = since + Duration::days(NEWS);
    let borne_out = known >= Duration::days(KNOWN) && lowest > current.price && off >= price.minor() * LEAST_PERCENT && until > at;
    borne_out.then_some(OldPrice { price, until })
}

/// The middle of the time: half of it the price was lower or the same.
fn usual(mut times: Vec<(Money, Duration)>, whole: Duration) -> Option<Money> {
    times.sort_unstable_by_key(|(price, _)| *price);
    let mut passed = Duration::zero();
    times
        .into_iter()
        .find(|(_, time)| {
            passed += *time;
            passed * 2 >= whole
        })
        .map(|(price, _)| price)
}

/// After a change of price: keeps the former one beside it, if it may stand there.
pub fn keep(tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<()> {
    let on_sale = listings::table.find(listing).filter(listings::state.eq(ListingState::Active));
    let old = old_price(&Stretch::of_listing(tx, listing)?, now());
    let shown = (listings::old_price.eq(old.map(|old| old.price)), listings::old_until.eq(old.map(|old| old.until)));
    diesel::update(on_sale).set(shown).execute(&mut **tx).map(drop)
}

/// [`keep`] for many. A price that rose has no former one beside it, and the trigger took away what stood there.
pub(super) fn keep_many(tx: &mut Tx<'_>, all: &[ListingId]) -> QueryResult<()> {
    use listing_prices as p;
    let on_sale = listings::table.filter(listings::id.eq_any(all)).filter(listings::state.eq(ListingState::Active));
    let on_sale: Vec<ListingId> = on_sale.select(listings::id).load(&mut **tx)?;
    let late = p::until_at.is_null().or(p::until_at.gt(now() - Duration::days(DAYS)));
    let rows = p::table.filter(p::listing_id.eq_any(&on_sale)).filter(late).order((p::listing_id, p::from_at, p::id));
    let rows: Vec<(ListingId, Stretch)> = rows.select((p::listing_id, Stretch::as_select())).load(&mut **tx)?;
    for one in rows.chunk_by(|a, b| a.0 == b.0) {
        let history: Vec<Stretch> = one.iter().map(|(_, stretch)| *stretch).collect();
        if let Some(old) = old_price(&history, now()) {
            let shown = (listings::old_price.eq(old.price), listings::old_until.eq(old.until));
            diesel::update(listings::table.find(one[0].0)).set(shown).execute(&mut **tx)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(days: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + Duration::days(20_000 + days)
    }

    /// Stretches one after another: days and tenge; the last one lasts.
    fn history(stretches: &[(i64, i64)]) -> (Vec<Stretch>, DateTime<Utc>) {
        let mut day = 0;
        let mut all: Vec<Stretch> = stretches
            .iter()
            .map(|(days, tenge)| {
                let from_at = at(day);
                day += days;
                Stretch { from_at, until_at: Some(at(day)), price: Money::tenge(*tenge) }
            })
            .collect();
        if let Some(last) = all.last_mut() {
            last.until_at = None;
        }
        (all, at(day))
    }

    fn shown(stretches: &[(i64, i64)]) -> Option<i64> {
        let (history, now) = history(stretches);
        old_price(&history, now).map(|old| old.price.whole())
    }

    #[test]
    fn a_price_that_stood_long_may_be_crossed_out_for_thirty_days() {
        assert_eq!(shown(&[(60, 1000), (1, 800)]), Some(1000));
        assert_eq!(shown(&[(60, 1000), (29, 800)]), Some(1000));
        assert_eq!(shown(&[(60, 1000), (30, 800)]), None);
        let (history, now) = history(&[(60, 1000), (1, 800)]);
        assert_eq!(old_price(&history, now).map(|old| old.until), Some(at(90)));
    }

    #[test]
    fn a_price_raised_for_the_occasion_is_no_former_price() {
        assert_eq!(shown(&[(80, 800), (10, 1200), (1, 800)]), None, "it cost as little all the time");
        assert_eq!(shown(&[(80, 1000), (10, 2000), (1, 900)]), Some(1000), "half of the time it was 1000, not 2000");
        assert_eq!(shown(&[(10, 700), (60, 1000), (1, 800)]), None, "it was cheaper within ninety days");
        assert_eq!(shown(&[(10, 700), (100, 1000), (1, 800)]), Some(1000), "that was longer ago");
    }

    #[test]
    fn short_histories_small_steps_and_dearer_prices_prove_nothing() {
        assert_eq!(shown(&[(29, 1000), (1, 800)]), None);
        assert_eq!(shown(&[(60, 1000), (1, 980)]), None);
        assert_eq!(shown(&[(60, 1000), (1, 1100)]), None);
        assert_eq!(shown(&[(60, 1000)]), None);
        assert_eq!(shown(&[]), None);
    }

    #[test]
    fn time_off_sale_counts_for_nothing() {
        let (mut history, now) = history(&[(60, 1000), (1, 800)]);
        history[0].until_at = Some(at(20));
        assert_eq!(old_price(&history, now), None, "twenty days on sale are too few");
    }

    proptest! {
        #[test]
        fn what_is_crossed_out_was_asked_for_and_nothing_cheaper_was(stretches in prop::collection::vec((0i64..60, 1i64..2000), 0..12)) {
            let (history, now) = history(&stretches);
            if let Some(old) = old_price(&history, now) {
                let current = history.last().unwrap().price;
                prop_assert!(old.price > current && old.until > now);
                prop_assert!(history.iter().any(|stretch| stretch.price == old.price));
            }
        }
    }
}
