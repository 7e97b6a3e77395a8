//! The paragraphs of a text.

use super::segments::MarkKind;
use crate::stance::Analysis;
use crate::text::Span;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A line that opens with `#`.
    Heading,
    /// Wholly left out of the analysis.
    Cut,
}

/// The paragraphs of a text, which they cover exactly once: each takes the line ends after it. Texts without a blank line
/// have a paragraph a line.
pub(super) fn paragraphs(text: &str, analysis: &Analysis) -> Vec<(Span, BlockKind)> {
    let blank = |line: &str| line.trim().is_empty();
    let spaced = text.trim().lines().any(blank);
    let (mut found, mut start, mut at, mut ended) = (Vec::new(), 0, 0, false);
    for line in text.split_inclusive('\n') {
        let opens = !blank(line) && at > start && (ended || line.starts_with('#'));
        if opens && !text[start..at].trim().is_empty() {
            found.push(Span::new(start, at));
            start = at;
        }
        ended = blank(line) || !spaced || (line.starts_with('#') && !blank(line)) || (ended && blank(line));
        at += line.len();
    }
    if start < text.len() {
        found.push(Span::new(start, text.len()));
    }
    found.into_iter().map(|span| (span, kind(span, text, analysis))).collect()
}

fn kind(span: Span, text: &str, analysis: &Analysis) -> BlockKind {
    let words = span.of(text);
    let trimmed = Span::new(span.start as usize, span.start as usize + words.trim_end().len());
    if words.starts_with('#') {
        BlockKind::Heading
    } else if analysis.cuts.iter().any(|cut| cut.span.contains(trimmed)) {
        BlockKind::Cut
    } else {
        BlockKind::Paragraph
    }
}

/// The `#` signs of a heading and the blank after them.
pub(super) fn heading_sign(span: Span, kind: BlockKind, text: &str) -> Vec<(Span, MarkKind)> {
    let words = span.of(text);
    let sign = words.len() - words.trim_start_matches('#').trim_start_matches(' ').len();
    let start = span.start as usize;
    if kind == BlockKind::Heading { vec![(Span::new(start, start + sign), MarkKind::Markup)] } else { Vec::new() }
}
