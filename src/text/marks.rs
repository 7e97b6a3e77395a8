//! Marks that stand together: repeated ones, faces, and signs before a word.

use super::token::TokenKind;

/// Faces made of marks. Those that end with a letter must end there.
const FACES: &[&str] = &[
    ":-)", ":)", ":-(", ":(", ";-)", ";)", ":-D", ":D", ":-P", ":P", ":-p", ":p", ":O", ":o", ":-/", ":/", ":'(", "=)",
    "=(", "=D", "(:", "<3", "^_^", "^^",
];

/// Length in bytes of the token that begins with the mark `c`, and what it is.
pub(super) fn mark_length(rest: &str, c: char, spaced: bool) -> (usize, TokenKind) {
    let bytes = rest.as_bytes();
    let next = bytes.get(1).copied().unwrap_or(b' ');
    match c {
        '#' | '@' if spaced && next.is_ascii_alphabetic() => (tag_length(rest), TokenKind::Word),
        '+' if spaced && next.is_ascii_digit() => (1 + digits(&bytes[1..]), TokenKind::Number),
        ':' | ';' | '=' | '(' | '<' | '^' if face_length(rest, spaced).is_some() => {
            (face_length(rest, spaced).unwrap_or(1), TokenKind::Mark)
        }
        _ => (run_length(rest, c), TokenKind::Mark),
    }
}

fn digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// "#peace" and "@minister".
fn tag_length(rest: &str) -> usize {
    1 + rest[1..].find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len() - 1)
}

fn face_length(rest: &str, spaced: bool) -> Option<usize> {
    let found = FACES.iter().find(|face| rest.starts_with(**face))?;
    let ends = rest[found.len()..].chars().next().is_none_or(|next| !next.is_alphanumeric() && next != '/');
    (ends && (spaced || !found.starts_with(['(', '=']))).then_some(found.len())
}

/// Marks that say one thing together: "...", "!!!", "?!", "----", "***".
fn run_length(rest: &str, c: char) -> usize {
    let belongs = |next: char| match c {
        '.' | '!' | '?' => matches!(next, '.' | '!' | '?'),
        '-' | '=' => matches!(next, '-' | '='),
        '—' | '–' | '*' | '_' | '~' | '#' | '+' | '$' | '<' | '>' | '…' => next == c,
        _ => false,
    };
    let first = c.len_utf8();
    first + rest[first..].find(|next| !belongs(next)).unwrap_or(rest.len() - first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_belong_together_are_one() {
        for (text, length) in
            [("...and", 3), ("!!! Yes", 3), ("?!\"", 2), ("----==", 6), (":) and", 2), (":Dance", 1), ("#peace,", 6)]
        {
            let c = text.chars().next().unwrap_or(' ');
            assert_eq!(mark_length(text, c, true).0, length, "{text}");
        }
    }
}
