//! Trade item numbers: EAN-8, UPC-A, EAN-13, ITF-14.

/// Reads a number with or without spaces and dashes; nothing when its length or its check digit is wrong.
pub fn gtin(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let right = matches!(digits.len(), 8 | 12 | 13 | 14) && digits.bytes().all(|b| b.is_ascii_digit());
    // from the right: the check digit counts once, its neighbour three times, and so on
    let sum: u32 =
        digits.bytes().rev().zip([1, 3].into_iter().cycle()).map(|(digit, weight)| u32::from(digit.wrapping_sub(b'0')) * weight).sum();
    (right && sum.is_multiple_of(10) && digits.bytes().any(|digit| digit != b'0')).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::gtin;

    #[test]
    fn the_check_digit_is_checked() {
        for right in ["4006381333931", "40170725", "036000291452", "10012345000017", "4 006381 333931", "4006381-333931"] {
            assert!(gtin(right).is_some(), "{right}");
        }
        for wrong in ["4006381333930", "400638133393", "", "0000000000000", "abcdefgh", "٤٠٠٦٣٨١٣٣٣٩٣١"] {
            assert_eq!(gtin(wrong), None, "{wrong}");
        }
    }
}
