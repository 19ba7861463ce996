//! The number under a bar code: what tells that two shops sell the same thing.

use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;

/// A global trade item number with a right control digit, kept with fourteen digits, so that one thing has one number however long it was printed.
#[derive(Debug, Clone, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Gtin(String);

/// Why digits are no GTIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GtinError {
    /// Not 8, 12, 13 or 14 digits.
    #[error("not 8, 12, 13 or 14 digits")]
    Shape,
    /// The last digit does not fit the others: a slip of the pen.
    #[error("a wrong control digit")]
    Control,
    /// A number that shops give out for themselves: the same one means different things elsewhere.
    #[error("a shop's own number")]
    Internal,
}

impl Gtin {
    /// Reads what stands under the bars; spaces and dashes do not matter.
    pub fn parse(text: &str) -> Result<Self, GtinError> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        if !matches!(digits.len(), 8 | 12 | 13 | 14) || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(GtinError::Shape);
        }
        let whole = format!("{digits:0>14}");
        let weighed = (0..).zip(whole.bytes()).map(|(at, digit)| u32::from(digit - b'0') * if at % 2 == 0 { 3 } else { 1 });
        if weighed.sum::<u32>() % 10 != 0 || digits.bytes().all(|b| b == b'0') {
            return Err(GtinError::Control);
        }
        let internal = match digits.len() {
            8 => digits.starts_with(['0', '2']),
            _ => ["02", "002", "004"].iter().any(|head| whole.starts_with(head)),
        };
        if internal { Err(GtinError::Internal) } else { Ok(Self(whole)) }
    }

    /// All fourteen digits, as they are stored and compared.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// As it is printed: thirteen digits, eight of a short one, fourteen of a box.
impl std::fmt::Display for Gtin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let short = self.0.strip_prefix("000000");
        f.write_str(short.or(self.0.strip_prefix('0')).unwrap_or(&self.0))
    }
}

impl ToSql<Text, Pg> for Gtin {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        <str as ToSql<Text, Pg>>::to_sql(&self.0, out)
    }
}

impl FromSql<Text, Pg> for Gtin {
    fn from_sql(bytes: PgValue<'_>) -> deserialize::Result<Self> {
        <String as FromSql<Text, Pg>>::from_sql(bytes).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_of_every_length_are_read_and_compared_alike() {
        for (typed, shown) in [
            ("4006381333931", "4006381333931"),
            ("4 006381-333931", "4006381333931"),
            ("04006381333931", "4006381333931"),
            ("036000291452", "0036000291452"),
            ("96385074", "96385074"),
            ("10614141000415", "10614141000415"),
        ] {
            assert_eq!(Gtin::parse(typed).map(|gtin| gtin.to_string()), Ok(shown.to_owned()), "{typed}");
        }
        assert_eq!(Gtin::parse("036000291452"), Gtin::parse("0036000291452"));
    }

    #[test]
    fn slips_of_the_pen_and_numbers_of_ones_own_are_refused() {
        assert_eq!(Gtin::parse("4006381333932"), Err(GtinError::Control));
        assert_eq!(Gtin::parse("0000000000000"), Err(GtinError::Control));
        for bad in ["", "123", "400638133393", "4006381333931x", "٤٠٠٦٣٨١٣٣٣٩٣١"] {
            assert!(Gtin::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(Gtin::parse("2000000000008"), Err(GtinError::Internal));
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back_as_the_same(body in "[1][0-9]{12}") {
            let control = (0..10).find_map(|digit| Gtin::parse(&format!("{body}{digit}")).ok());
            if let Some(gtin) = control {
                prop_assert_eq!(Gtin::parse(&gtin.to_string()), Ok(gtin));
            }
        }

        #[test]
        fn any_text_is_an_answer_not_a_panic(text in ".*") {
            let _ = Gtin::parse(&text);
        }
    }
}
