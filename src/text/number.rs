//! Numbers: with separators, times of day, dates and telephone numbers; and where a unit is glued on.

use super::token::TokenKind;

/// How far ahead a date or telephone number is looked for.
const LONGEST: usize = 32;

/// Units that are tokens of their own also where no blank stands before them. Ordinals ("5th"), decades ("1980s") and
/// names ("3G") stay whole.
const UNITS: &[&str] = &[
    "am", "pm", "k", "m", "b", "bn", "mn", "tn", "mm", "cm", "km", "ft", "kg", "mg", "lb", "lbs", "oz", "hz", "mhz",
    "ghz", "kw", "mw", "gw", "kwh", "mwh", "mph", "kph", "hr", "hrs", "min", "mins", "yr", "yrs", "x", "hh", "sq",
    "percent", "million", "billion",
];

/// Length in bytes of the number with which `rest` begins, and what it is: a word where letters belong to it.
pub(super) fn number_length(rest: &str) -> (usize, TokenKind) {
    let bytes = rest.as_bytes();
    if let Some(length) = dashed_length(bytes) {
        return (length, TokenKind::Number);
    }
    let digits = digits_length(bytes);
    let letters = rest[digits..].bytes().take_while(u8::is_ascii_alphabetic).count();
    let unit = &rest[digits..digits + letters];
    let ends = rest[digits + letters..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    if letters > 0 && ends && UNITS.iter().any(|known| known.eq_ignore_ascii_case(unit)) {
        return (digits, TokenKind::Number);
    }
    let tail = rest[digits..].find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len() - digits);
    (digits + tail, if tail == 0 { TokenKind::Number } else { TokenKind::Word })
}

/// "1,028", "0.5", "12:30".
fn digits_length(bytes: &[u8]) -> usize {
    let mut end = 0;
    while let Some(byte) = bytes.get(end) {
        let inner = matches!(byte, b',' | b'.' | b':') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !(byte.is_ascii_digit() || inner) {
            break;
        }
        end += 1;
    }
    end
}

/// "08/16/2000", "9/11", "2005-03-09", "303-832-8160", "832-8160"; but not spans ("2004-2006") nor shares ("1/2").
fn dashed_length(bytes: &[u8]) -> Option<usize> {
    let mut groups = [0_usize; LONGEST];
    let (mut count, mut length, mut dashes) = (0, 0, 0);
    for &byte in bytes.iter().take(LONGEST) {
        match byte {
            b'0'..=b'9' => groups[count] += 1,
            b'-' | b'/' if groups[count] > 0 => {
                count += 1;
                dashes += usize::from(byte == b'-');
            }
            _ => break,
        }
        length += 1;
    }
    let ends = bytes.get(length).is_none_or(|next| !next.is_ascii_alphanumeric() && *next != b':');
    let (first, second) = (groups[0], groups[1]);
    let whole = match (count, dashes) {
        (1, 0) => first <= 2 && second == 2,
        (1, _) => second == 4 && first != 4,
        (2.., _) => true,
        _ => false,
    };
    (whole && ends && groups[count] > 0).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_whole_and_units_apart() {
        for (text, length) in [
            ("1,028 men", 5),
            ("0.5.", 3),
            ("12:30 p.m.", 5),
            ("6:00am", 4),
            ("300km", 3),
            ("5th", 3),
            ("1980s", 5),
            ("08/16/2000 at", 10),
            ("9/11", 4),
            ("1/2", 1),
            ("2004-2006", 4),
            ("5-6", 1),
            ("303-832-8160.", 12),
            ("2005-03-09", 10),
        ] {
            assert_eq!(number_length(text).0, length, "{text}");
        }
    }
}
