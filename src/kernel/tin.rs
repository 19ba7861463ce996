//! Kazakhstan's taxpayer numbers: the IIN of a person, the BIN of an organisation.

/// Twelve digits with a right checksum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tin(String);

/// Whose number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TinKind {
    /// Individual identification number: begins with a date of birth.
    Iin,
    /// Business identification number: begins with year and month of registration, its fifth digit is 4, 5 or 6.
    Bin,
}

impl Tin {
    /// Checks length, kind and the control digit (two rounds of weights modulo 11, as the tax code's rules lay down).
    pub fn parse(text: &str, kind: TinKind) -> Option<Self> {
        let tidy: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if tidy.len() != 12 || !tidy.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let digits: Vec<u32> = tidy.bytes().map(|b| u32::from(b - b'0')).collect();
        let month = digits[2] * 10 + digits[3];
        let shape = match kind {
            TinKind::Iin => (1..=31).contains(&(digits[4] * 10 + digits[5])) && (1..=6).contains(&digits[6]),
            TinKind::Bin => (4..=6).contains(&digits[4]),
        };
        let right = (1..=12).contains(&month) && shape && control(&digits[..11]) == Some(digits[11]);
        right.then_some(Self(tidy))
    }

    /// The twelve digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The twelfth digit for eleven; some elevens have none and are never given out.
fn control(eleven: &[u32]) -> Option<u32> {
    let round = |shift: usize| (0..11).map(|i| eleven[i] * ((i + shift) % 11 + 1) as u32).sum::<u32>() % 11;
    [round(0), round(2)].into_iter().find(|&digit| digit < 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_control(eleven: &str) -> String {
        let digits: Vec<u32> = eleven.bytes().map(|b| u32::from(b - b'0')).collect();
        format!("{eleven}{}", control(&digits).unwrap())
    }

    #[test]
    fn checksum_and_kind_are_checked() {
        let iin = with_control("90010130012");
        assert!(Tin::parse(&iin, TinKind::Iin).is_some());
        assert!(Tin::parse(&iin, TinKind::Bin).is_none(), "a person's number is no organisation's");
        let wrong = format!("{}{}", &iin[..11], (iin.as_bytes()[11] - b'0' + 1) % 10);
        assert!(Tin::parse(&wrong, TinKind::Iin).is_none());
        let bin = with_control("22014000123");
        assert!(Tin::parse(&bin, TinKind::Bin).is_some());
        assert!(Tin::parse("", TinKind::Bin).is_none());
        assert!(Tin::parse("99139912345６", TinKind::Iin).is_none());
    }
}
