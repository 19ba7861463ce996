//! What a purchase comes to. Pure: prices, quantities and terms in, sums out.

use crate::kernel::{Money, ShopId};
use crate::shops::{Terms, Way};

/// One shop's goods and the chosen way.
#[derive(Debug, Clone)]
pub struct Parcel {
    /// Price and pieces of each line.
    pub lines: Vec<(Money, i32)>,
    /// The terms of the chosen way.
    pub terms: Terms,
}

/// What one shop's order comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Whose.
    pub shop: ShopId,
    /// How it goes.
    pub way: Way,
    /// Pieces.
    pub pieces: i64,
    /// The goods.
    pub goods: Money,
    /// The delivery.
    pub delivery: Money,
}

/// What the purchase comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// One a shop, in the order of the parcels.
    pub shares: Vec<Share>,
    /// All goods.
    pub goods: Money,
    /// All deliveries.
    pub delivery: Money,
    /// Everything.
    pub total: Money,
}

impl Quote {
    /// Adds everything up; nothing when a sum does not fit or a quantity makes no sense.
    pub fn of(parcels: &[Parcel]) -> Option<Self> {
        let shares = parcels.iter().map(Share::of).collect::<Option<Vec<_>>>()?;
        let goods = Money::sum(shares.iter().map(|share| share.goods))?;
        let delivery = Money::sum(shares.iter().map(|share| share.delivery))?;
        Some(Self { total: goods.plus(delivery)?, shares, goods, delivery })
    }

    /// All pieces.
    pub fn pieces(&self) -> i64 {
        self.shares.iter().map(|share| share.pieces).sum()
    }
}

impl Share {
    fn of(parcel: &Parcel) -> Option<Self> {
        if parcel.lines.iter().any(|(_, quantity)| *quantity < 1) {
            return None;
        }
        let goods = parcel.lines.iter().try_fold(Money::ZERO, |sum, (price, quantity)| sum.plus(price.times(*quantity)?))?;
        let pieces = parcel.lines.iter().map(|(_, quantity)| i64::from(*quantity)).sum();
        let Terms { shop_id, way, .. } = parcel.terms;
        Some(Self { shop: shop_id, way, pieces, goods, delivery: parcel.terms.price_for(goods) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn terms(price: i64, free_from: Option<i64>) -> Terms {
        Terms {
            shop_id: ShopId(1),
            way: Way::Courier,
            price: Money::tenge(price),
            free_from: free_from.map(Money::tenge),
            days_min: 1,
            days_max: 2,
            place: String::new(),
        }
    }

    fn parcel(lines: &[(i64, i32)], price: i64, free_from: Option<i64>) -> Parcel {
        Parcel { lines: lines.iter().map(|(tenge, n)| (Money::tenge(*tenge), *n)).collect(), terms: terms(price, free_from) }
    }

    #[test]
    fn goods_and_deliveries_of_all_shops_are_added() {
        let quote = Quote::of(&[parcel(&[(100, 2), (50, 1)], 990, None), parcel(&[(1_000, 3)], 500, None)]).unwrap();
        assert_eq!((quote.goods, quote.delivery, quote.total), (Money::tenge(3_250), Money::tenge(1_490), Money::tenge(4_740)));
        assert_eq!(quote.pieces(), 6);
    }

    #[test]
    fn delivery_is_free_from_the_sum_on_and_not_a_tenge_before() {
        let delivery = |tenge| Quote::of(&[parcel(&[(tenge, 1)], 990, Some(50_000))]).unwrap().delivery;
        assert_eq!(delivery(49_999), Money::tenge(990));
        assert_eq!(delivery(50_000), Money::ZERO);
    }

    #[test]
    fn what_does_not_fit_is_no_quote() {
        let huge = Parcel { lines: vec![(Money::tenge(i64::MAX / 100), 2)], terms: terms(0, None) };
        assert_eq!(Quote::of(&[huge]), None);
        assert_eq!(Quote::of(&[parcel(&[(100, 0)], 0, None)]), None);
        assert_eq!(Quote::of(&[parcel(&[(100, -1)], 0, None)]), None);
    }

    proptest! {
        #[test]
        fn the_total_is_the_sum_of_its_parts(shops in prop::collection::vec((prop::collection::vec((1i64..1_000_000_000, 1i32..999), 1..20), 0i64..100_000), 1..10)) {
            let parcels: Vec<Parcel> = shops.iter().map(|(lines, price)| parcel(lines, *price, None)).collect();
            let quote = Quote::of(&parcels).unwrap();
            let goods: i128 = shops.iter().flat_map(|(lines, _)| lines).map(|(tenge, n)| i128::from(*tenge) * i128::from(*n)).sum();
            let delivery: i128 = shops.iter().map(|(_, price)| i128::from(*price)).sum();
            prop_assert_eq!(i128::from(quote.total.minor()), (goods + delivery) * 100);
            prop_assert_eq!(Money::sum(quote.shares.iter().map(|share| share.goods)), Some(quote.goods));
        }

        #[test]
        fn no_input_makes_it_panic_or_wrap(lines in prop::collection::vec((0i64..i64::MAX / 100, any::<i32>()), 0..5)) {
            let parcel = Parcel { lines: lines.iter().map(|(tenge, n)| (Money::tenge(*tenge), *n)).collect(), terms: terms(990, None) };
            if let Some(quote) = Quote::of(&[parcel]) {
                prop_assert!(quote.total >= quote.goods && quote.goods >= Money::ZERO);
            }
        }
    }
}
