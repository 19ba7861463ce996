//! Numbers as a workbook keeps them (`2.8999E5`, `0.30000000000000004`) in the digits that people see. No floats on the way.

/// A workbook's number has so many digits that mean something.
const DIGITS: usize = 15;
/// Beyond this exponent a number is left as it is written.
const EXPONENT: i32 = 30;

/// The number in plain digits; what is no number stays as it is.
pub(super) fn plain(text: &str) -> String {
    read(text).unwrap_or_else(|| text.to_owned())
}

fn read(text: &str) -> Option<String> {
    let (sign, rest) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (mantissa, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
    let exponent: i32 = exponent.parse().ok().filter(|n: &i32| n.abs() <= EXPONENT)?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    if digits.is_empty() || digits.len() > 64 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let point = i32::try_from(whole.len()).ok()? + exponent + round(&mut digits);
    let text = place(&digits, point);
    Some(if text == "0" { text } else { format!("{sign}{text}") })
}

/// Rounds to the digits that mean something; the answer is how far the point moves (a nine that carries over).
fn round(digits: &mut Vec<u8>) -> i32 {
    let first = digits.iter().position(|digit| *digit != b'0').unwrap_or(digits.len());
    if digits.len() <= first + DIGITS {
        return 0;
    }
    let up = digits[first + DIGITS] >= b'5';
    digits[first + DIGITS..].fill(b'0');
    if up {
        for digit in digits[..first + DIGITS].iter_mut().rev() {
            if *digit < b'9' {
                *digit += 1;
                return 0;
            }
            *digit = b'0';
        }
        digits.insert(0, b'1');
        return 1;
    }
    0
}

/// Puts the point behind the first `point` digits.
fn place(digits: &[u8], point: i32) -> String {
    let digit = |at: i32| usize::try_from(at).ok().and_then(|at| digits.get(at)).map_or('0', |digit| char::from(*digit));
    let whole: String = (0..point).map(digit).collect();
    let fraction: String = (point..i32::try_from(digits.len()).unwrap_or(point)).map(digit).collect();
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn numbers_are_what_people_see() {
        let cases = [
            ("289990", "289990"),
            ("2.8999E5", "289990"),
            ("4.6070012345670004E12", "4607001234567"),
            ("0.30000000000000004", "0.3"),
            ("289990.00000000006", "289990"),
            ("99999999999999999", "100000000000000000"),
            ("1E-3", "0.001"),
            ("-0", "0"),
            ("-1.50", "-1.5"),
            ("0", "0"),
            ("1e999", "1e999"),
            ("abc", "abc"),
            ("", ""),
        ];
        for (raw, seen) in cases {
            assert_eq!(plain(raw), seen, "{raw}");
        }
    }
}
