//! Money: whole minor units (tiyn) in one currency. Never a float, never an unchecked sum.

use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::BigInt;
use serde::{Deserialize, Serialize};

/// An amount in Kazakhstan's tenge, held in tiyn (1 tenge = 100 tiyn).
///
/// Every table with a sum also has a currency column that a CHECK keeps at KZT, so one column carries the amount here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, AsExpression, FromSqlRow)]
#[diesel(sql_type = BigInt)]
#[serde(transparent)]
pub struct Money(i64);

/// Why an amount could not be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// The text is no number.
    #[error("not a number")]
    NotANumber,
    /// Prices are whole tenge.
    #[error("not whole tenge")]
    NotWhole,
    /// Outside what a price may be.
    #[error("out of range")]
    OutOfRange,
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The highest price of one thing: a thousand million tenge.
    pub const MAX_PRICE: Self = Self::tenge(1_000_000_000);

    /// From whole tenge.
    pub const fn tenge(tenge: i64) -> Self {
        Self(tenge * 100)
    }

    /// The amount in tiyn.
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// The amount in whole tenge, tiyn cut off.
    pub const fn whole(self) -> i64 {
        self.0 / 100
    }

    /// The sum, or nothing when it does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The amount `quantity` times, or nothing when it does not fit.
    pub fn times(self, quantity: i32) -> Option<Self> {
        self.0.checked_mul(i64::from(quantity)).map(Self)
    }

    /// The sum of many, or nothing when it does not fit.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// A price as people type it: `289 990`, `289990 ₸`, `289 990 тг`. Positive whole tenge.
    pub fn parse_price(text: &str) -> Result<Self, MoneyError> {
        match Self::parse(text)? {
            Self::ZERO => Err(MoneyError::OutOfRange),
            price => Ok(price),
        }
    }

    /// Like [`Money::parse_price`], but zero is allowed (free delivery).
    pub fn parse(text: &str) -> Result<Self, MoneyError> {
        let tidy: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let tidy = ["₸", "тг.", "тг", "kzt", "KZT"].iter().fold(tidy.as_str(), |t, unit| t.trim_end_matches(unit));
        let (whole, fraction) = tidy.split_once([',', '.']).unwrap_or((tidy, ""));
        if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
            return Err(MoneyError::NotANumber);
        }
        if fraction.bytes().any(|b| b != b'0') || fraction.len() > 2 {
            return Err(MoneyError::NotWhole);
        }
        let tenge: i64 = whole.parse().map_err(|_| MoneyError::OutOfRange)?;
        if tenge > Self::MAX_PRICE.whole() { Err(MoneyError::OutOfRange) } else { Ok(Self::tenge(tenge)) }
    }
}

impl ToSql<BigInt, Pg> for Money {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<BigInt, Pg>::to_sql(&self.0, out)
    }
}

impl FromSql<BigInt, Pg> for Money {
    fn from_sql(bytes: PgValue<'_>) -> deserialize::Result<Self> {
        <i64 as FromSql<BigInt, Pg>>::from_sql(bytes).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn prices_are_read_as_people_type_them() {
        for text in ["289990", "289 990", "289\u{a0}990 ₸", " 289 990,00 тг", "289990.0"] {
            assert_eq!(Money::parse_price(text), Ok(Money::tenge(289_990)), "{text}");
        }
        assert_eq!(Money::parse_price(""), Err(MoneyError::NotANumber));
        assert_eq!(Money::parse_price("-5"), Err(MoneyError::NotANumber));
        assert_eq!(Money::parse_price("0"), Err(MoneyError::OutOfRange));
        assert_eq!(Money::parse_price("10,50"), Err(MoneyError::NotWhole));
        assert_eq!(Money::parse_price("99999999999999999999"), Err(MoneyError::OutOfRange));
    }

    proptest! {
        #[test]
        fn sums_are_checked_never_wrapped(a in any::<i64>(), b in any::<i64>()) {
            prop_assert_eq!(Money(a).plus(Money(b)).map(Money::minor), a.checked_add(b));
        }

        #[test]
        fn any_text_is_an_answer_not_a_panic(text in ".*") {
            if let Ok(price) = Money::parse_price(&text) {
                prop_assert!(price > Money::ZERO && price <= Money::MAX_PRICE);
            }
        }
    }
}
