//! A text cut at the edges of its marks, so that nested and crossing marks can be drawn side by side.

use super::Layer;
use crate::stance::Stance;
use crate::text::{InOrder, Span};

/// A stretch of text that bears the same marks throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Where it stands in its article's text, in bytes.
    pub span: Span,
    /// The words.
    pub text: String,
    /// What marks it, outermost first.
    pub marks: Vec<Mark>,
}

/// One mark on a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What is marked.
    pub kind: MarkKind,
    /// Whether the mark begins with this segment.
    pub begins: bool,
    /// Whether it ends with this segment.
    pub ends: bool,
}

/// What a mark says of its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Something named.
    Entity {
        /// In which layer it is drawn.
        layer: Layer,
        /// Its full name.
        name: String,
        /// The slug of its name, for [`Action::ShowEntity`](super::Action::ShowEntity).
        slug: String,
    },
    /// Words in quotation marks.
    Quotation,
    /// The sentence of a statement.
    Statement {
        /// Its id.
        id: String,
        /// Which side.
        stance: Stance,
        /// Whether it is told by another side, or unofficial.
        hollow: bool,
        /// Whether it is the one in focus.
        focus: bool,
    },
    /// A sentence without a statement.
    Untagged {
        /// The sentence in links, for [`Action::Pick`](super::Action::Pick).
        sentence: String,
        /// Whether it is the one picked.
        picked: bool,
    },
    /// The words that carry the side.
    Cue(Stance),
    /// The words that name whose position it is.
    Speaker,
    /// The words that name the issue.
    Issue,
    /// The words of the condition.
    Condition,
    /// Left out of the analysis, and why.
    Cut(&'static str),
    /// Signs of the format, such as the `#` of a heading, that a reader need not see.
    Markup,
}

/// Cuts the part `within` of a text at the edges of its marks. The segments cover that part exactly once and in order.
///
/// Marks that lie outside, are empty, or do not stand on character boundaries are left out; those that reach over an end
/// are cut off there. On a segment the mark that began first is outermost, of two that began together the longer one, of
/// two alike the one given first.
pub fn segments(text: &str, within: Span, marks: &[(Span, MarkKind)]) -> Vec<Segment> {
    let within = clamp(within, Span::new(0, text.len()));
    let fits = |span: Span| text.is_char_boundary(span.start as usize) && text.is_char_boundary(span.end as usize);
    if within.is_empty() || !fits(within) {
        return Vec::new();
    }
    let mut placed: Vec<(Span, &MarkKind)> = marks.iter().map(|(span, kind)| (clamp(*span, within), kind)).collect();
    placed.retain(|(span, _)| !span.is_empty() && fits(*span));
    placed.order_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut edges: Vec<u32> = placed.iter().flat_map(|(span, _)| [span.start, span.end]).collect();
    edges.extend([within.start, within.end]);
    edges.order();
    edges.dedup();

    let (mut waiting, mut open) = (placed.into_iter().peekable(), Vec::new());
    let cut = |edge: &[u32]| {
        let span = Span { start: edge[0], end: edge[1] };
        open.retain(|(open, _): &(Span, &MarkKind)| open.end > span.start);
        while let Some(next) = waiting.next_if(|(next, _)| next.start <= span.start) {
            open.push(next);
        }
        let mark = |(whole, kind): &(Span, &MarkKind)| Mark {
            kind: (*kind).clone(),
            begins: whole.start == span.start,
            ends: whole.end == span.end,
        };
        Segment { span, text: span.of(text).to_owned(), marks: open.iter().map(mark).collect() }
    };
    edges.windows(2).map(cut).collect()
}

/// The part of a span inside another; empty where they do not meet.
fn clamp(span: Span, within: Span) -> Span {
    let start = span.start.clamp(within.start, within.end);
    Span { start, end: span.end.clamp(start, within.end) }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn text_and_marks() -> impl Strategy<Value = (String, Vec<(Span, MarkKind)>)> {
        ("\\PC{0,40}", vec((0..60_usize, 0..60_usize), 0..12)).prop_map(|(text, pairs)| {
            let kinds = [MarkKind::Quotation, MarkKind::Issue, MarkKind::Condition, MarkKind::Cue(Stance::Opposes)];
            let mark = |(index, (one, other)): (usize, (usize, usize))| {
                (Span::new(one.min(other), one.max(other)), kinds[index % kinds.len()].clone())
            };
            let marks = pairs.into_iter().enumerate().map(mark).collect();
            (text, marks)
        })
    }

    proptest! {
        #[test]
        fn segments_cover_the_text_exactly_once((text, marks) in text_and_marks()) {
            let whole = Span::new(0, text.len());
            let cut = segments(&text, whole, &marks);
            let joined: String = cut.iter().map(|segment| segment.text.as_str()).collect();
            prop_assert_eq!(&joined, &text);
            prop_assert!(cut.iter().all(|segment| !segment.span.is_empty() && segment.span.of(&text) == segment.text));
            prop_assert!(cut.windows(2).all(|pair| pair[0].span.end == pair[1].span.start));
        }

        #[test]
        fn a_mark_lies_on_exactly_its_words((text, marks) in text_and_marks()) {
            let whole = Span::new(0, text.len());
            for mark in &marks {
                let cut = segments(&text, whole, std::slice::from_ref(mark));
                let marked: String = cut.iter().filter(|s| !s.marks.is_empty()).map(|s| s.text.as_str()).collect();
                let span = clamp(mark.0, whole);
                prop_assert_eq!(marked, span.of(&text));
            }
        }
    }

    #[test]
    fn three_marks_in_one_sentence_nest_outermost_first() {
        let text = "Lima would not hear of the corridor.";
        let at =
            |words: &str| text.find(words).map(|start| Span::new(start, start + words.len())).expect("words of it");
        let marks = [
            (at("the corridor"), MarkKind::Issue),
            (at("would not hear of the corridor"), MarkKind::Quotation),
            (at("would not hear of"), MarkKind::Cue(Stance::Opposes)),
        ];
        let drawn: Vec<String> = segments(text, Span::new(0, text.len()), &marks)
            .iter()
            .map(|s| format!("{}|{}", s.text, s.marks.iter().map(sign).collect::<String>()))
            .collect();
        assert_eq!(drawn, ["Lima |", "would not hear of|(q(c)", " |q", "the corridor|q)(i)", ".|"]);
    }

    fn sign(mark: &Mark) -> String {
        let letter = match mark.kind {
            MarkKind::Quotation => 'q',
            MarkKind::Cue(_) => 'c',
            _ => 'i',
        };
        format!("{}{letter}{}", if mark.begins { "(" } else { "" }, if mark.ends { ")" } else { "" })
    }
}
