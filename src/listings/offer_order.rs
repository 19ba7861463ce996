//! Which of several offers stands first: an open formula, explained on the page and in the help. Pure.

use crate::kernel::{ListingId, Money};

/// A day of waiting counts as so many parts in ten thousand of the price …
const DAY: i64 = 50;
/// … but no more days than these.
const DAYS_MOST: i64 = 14;
/// An order that fails for sure would count as so many parts in ten thousand of the price.
const FAILURE: i64 = 1_000;
/// A shop without orders counts as one that failed this many …
const PRIOR_FAILED: i64 = 1;
/// … of these.
const PRIOR_ORDERS: i64 = 20;

/// What is known of an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Which.
    pub listing: ListingId,
    /// Its price.
    pub price: Money,
    /// What the ways cost that the buyer could take, and after how many days they deliver at the latest. Empty: there is none.
    pub cheapest: Option<(Money, i64)>,
    /// Orders that the shop saw through.
    pub done: i64,
    /// Orders that it refused or did not answer.
    pub failed: i64,
    /// Pieces that can be had.
    pub left: i32,
}

/// What an offer comes to for the buyer. The lowest sum stands first; what is sold out, or cannot be delivered, stands behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worth {
    /// Which.
    pub listing: ListingId,
    /// The price.
    pub price: Money,
    /// The delivery.
    pub delivery: Money,
    /// Days of waiting.
    pub days: i64,
    /// What waiting counts as.
    pub waiting: Money,
    /// The chance that the order fails, in parts of a thousand.
    pub risk: i64,
    /// What that chance counts as.
    pub doubt: Money,
    /// Everything together.
    pub total: Money,
    /// It can be had.
    pub ready: bool,
}

impl Worth {
    /// What an offer comes to: price + delivery + 0.5 % of the price for each day of waiting + 10 % of the price × the chance that the order fails.
    pub fn of(known: &Known) -> Self {
        let (delivery, days) = known.cheapest.unwrap_or((Money::ZERO, DAYS_MOST));
        let (done, failed) = (known.done.max(0), known.failed.max(0));
        let orders = done.saturating_add(failed).saturating_add(PRIOR_ORDERS);
        let risk = share(1_000, failed.saturating_add(PRIOR_FAILED), orders);
        let waiting = waiting(known.price, days);
        let doubt = part(known.price, share(FAILURE, failed.saturating_add(PRIOR_FAILED), orders));
        let total = Money::sum([known.price, delivery, waiting, doubt]).unwrap_or(Money::MAX_PRICE);
        let ready = known.left > 0 && known.cheapest.is_some();
        Self { listing: known.listing, price: known.price, delivery, days, waiting, risk, doubt, total, ready }
    }

    /// What stands where: ready first, the lowest sum first, the older offer first.
    pub const fn place(&self) -> (bool, i64, i64) {
        (!self.ready, self.total.minor(), self.listing.0)
    }
}

/// Of several ways, given as price and days, the one that comes to the least.
pub fn cheapest(price: Money, ways: impl IntoIterator<Item = (Money, i64)>) -> Option<(Money, i64)> {
    ways.into_iter().min_by_key(|(delivery, days)| (delivery.minor().saturating_add(waiting(price, *days).minor()), *days))
}

fn waiting(price: Money, days: i64) -> Money {
    part(price, DAY * days.clamp(0, DAYS_MOST))
}

/// So many parts in ten thousand of a price, in whole tenge.
fn part(price: Money, parts: i64) -> Money {
    Money::tenge(price.whole().saturating_mul(parts) / 10_000)
}

fn share(whole: i64, some: i64, of: i64) -> i64 {
    whole.saturating_mul(some) / of.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn offer(tenge: i64, delivery: i64, days: i64) -> Known {
        let cheapest = Some((Money::tenge(delivery), days));
        Known { listing: ListingId(1), price: Money::tenge(tenge), cheapest, done: 95, failed: 4, left: 3 }
    }

    fn before(one: Known, other: Known) -> bool {
        Worth::of(&one).place() < Worth::of(&Known { listing: ListingId(2), ..other }).place()
    }

    #[test]
    fn the_formula_adds_up_as_the_help_says() {
        let worth = Worth::of(&offer(100_000, 990, 2));
        assert_eq!((worth.waiting, worth.risk, worth.doubt), (Money::tenge(1_000), 42, Money::tenge(420)));
        assert_eq!(worth.total, Money::tenge(100_000 + 990 + 1_000 + 420));
    }

    #[test]
    fn cheaper_sooner_and_more_reliable_stand_first() {
        assert!(before(offer(99_000, 0, 2), offer(100_000, 0, 2)));
        assert!(before(offer(100_000, 0, 1), offer(100_000, 0, 3)));
        assert!(before(offer(100_000, 0, 2), offer(99_900, 990, 2)), "delivery counts");
        assert!(before(offer(100_300, 0, 1), offer(100_000, 0, 3)), "two days are worth 1 %");
        assert!(before(offer(100_000, 0, 2), Known { done: 50, failed: 50, ..offer(97_000, 0, 2) }), "half of the orders fail");
        assert!(before(offer(100_000, 0, 2), Known { done: 0, failed: 0, ..offer(100_000, 0, 2) }), "a record counts");
    }

    #[test]
    fn what_cannot_be_had_stands_behind() {
        assert!(before(offer(200_000, 990, 9), Known { left: 0, ..offer(100, 0, 0) }));
        assert!(before(offer(200_000, 990, 9), Known { cheapest: None, ..offer(100, 0, 0) }));
    }

    #[test]
    fn of_several_ways_the_best_for_this_price_counts() {
        let ways = [(Money::tenge(1_500), 1), (Money::ZERO, 7)];
        assert_eq!(cheapest(Money::tenge(10_000), ways), Some((Money::ZERO, 7)), "six days of a cheap thing are 300 ₸");
        assert_eq!(cheapest(Money::tenge(100_000), ways), Some((Money::tenge(1_500), 1)), "of a dear one 3 000 ₸");
        assert_eq!(cheapest(Money::ZERO, []), None);
    }

    proptest! {
        #[test]
        fn no_input_makes_it_panic_or_wrap(tenge in 0i64..=1_000_000_000, delivery in 0i64..=1_000_000_000, days: i64, done: i64, failed: i64, left: i32) {
            let known = Known { done, failed, left, ..offer(tenge, delivery, days) };
            let worth = Worth::of(&known);
            prop_assert!(worth.total >= worth.price && (0..=1_000).contains(&worth.risk));
        }

        #[test]
        fn a_lower_price_never_moves_an_offer_back(tenge in 1i64..1_000_000, less in 1i64..1_000_000, days in 0i64..20) {
            let dear = Worth::of(&offer(tenge + less, 990, days));
            prop_assert!(Worth::of(&offer(tenge, 990, days)).place() < dear.place());
        }
    }
}
