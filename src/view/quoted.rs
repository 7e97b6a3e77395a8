//! The words between quotation marks: what a page may show as a source's own.

use crate::text::Span;

/// The stretches between double quotation marks, the marks included, in the part `within` of a text.
///
/// A quotation that is not closed goes to the end of its paragraph, as newspapers leave the mark away where the next
/// paragraph goes on with it. Single marks are left alone: most of them are apostrophes.
pub(super) fn quoted(text: &str, within: Span) -> Vec<Span> {
    let (mut found, mut open) = (Vec::new(), None);
    let start = within.start as usize;
    let mut line_is_blank = true;
    for (offset, sign) in within.of(text).char_indices() {
        let at = start + offset;
        match (sign, open) {
            ('“' | '"', None) => open = Some(at),
            ('”' | '"', Some(from)) => {
                found.push(Span::new(from, at + sign.len_utf8()));
                open = None;
            }
            ('\n', Some(from)) if line_is_blank => {
                found.push(Span::new(from, at));
                open = None;
            }
            _ => {}
        }
        line_is_blank = if sign == '\n' { true } else { line_is_blank && sign.is_whitespace() };
    }
    found.extend(open.map(|from| Span::new(from, within.end as usize)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        quoted(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn straight_and_curly_marks_pair() {
        assert_eq!(words("He saw \"no need\" for “it”, he said."), ["\"no need\"", "“it”"]);
        assert_eq!(words("Lima's answer wasn't 'no'."), Vec::<&str>::new());
    }

    #[test]
    fn an_open_quotation_ends_with_its_paragraph() {
        assert_eq!(words("“We will\nstay.\n\nHe left."), ["“We will\nstay.\n"]);
        assert_eq!(words("She said “never"), ["“never"]);
    }
}
