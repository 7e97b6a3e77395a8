//! Which tokens stand in quotation marks.
//!
//! Marks are paired inside a paragraph. A quotation that is not closed runs to the paragraph's end, as newspapers
//! print a speech of several paragraphs; a lone closing mark is passed over. Nothing here fails on an odd mark.

use crate::text::{Token, TokenKind};

/// A stretch in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Index of the first token inside the marks.
    pub first: usize,
    /// One past the index of the last token inside.
    pub end: usize,
    /// Whether it has a closing mark.
    pub closed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Double,
    Single,
}

/// Pairs the marks among `tokens[first..end]`.
pub(super) fn quotes_in(text: &str, tokens: &[Token], first: usize, end: usize, out: &mut Vec<Quote>) {
    let mut open: Option<(Mark, usize)> = None;
    for at in first..end {
        let token = &tokens[at];
        if token.kind != TokenKind::Quote {
            continue;
        }
        let next_spaced = tokens.get(at + 1).is_none_or(|next| next.spaced) || at + 1 == end;
        let (mark, may_open, may_close) = match token.of(text) {
            "“" | "„" | "«" => (Mark::Double, true, false),
            "”" | "»" => (Mark::Double, false, true),
            "\"" => (Mark::Double, true, true),
            "‘" => (Mark::Single, token.spaced, false),
            _ => (Mark::Single, token.spaced && !next_spaced, !token.spaced),
        };
        match open {
            None if may_open => open = Some((mark, at + 1)),
            Some((opened, start)) if opened == mark && may_close => {
                out.push(Quote { first: start, end: at, closed: true });
                open = None;
            }
            _ => {}
        }
    }
    if let Some((Mark::Double, start)) = open
        && start < end
    {
        out.push(Quote { first: start, end, closed: false });
    }
}
