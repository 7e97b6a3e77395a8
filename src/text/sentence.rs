//! Where sentences end.
//!
//! A block is cut at the gaps whose signs say so (`boundary.rs`); a sentence never crosses a block.

use super::boundary::Gaps;
use super::{Sign, Span, Token};

/// A sentence: its place, and its tokens as a range of the token list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to the end of its last.
    pub span: Span,
    /// Index of the first token.
    pub first: usize,
    /// One past the index of the last token.
    pub end: usize,
}

/// Cuts a block's tokens (`first..end` of `tokens`) into sentences.
pub fn sentences_in(text: &str, tokens: &[Token], first: usize, end: usize, out: &mut Vec<Sentence>) {
    let mut start = first;
    let ends = |_, signs: &[Sign]| signs.iter().map(|sign| sign.weight()).sum::<i32>() > 0;
    Gaps::new(text, &tokens[first..end]).walk(ends, |next| {
        push(tokens, start, first + next, out);
        start = first + next;
    });
    if start < end {
        push(tokens, start, end, out);
    }
}

/// Asks of each gap in a block where a sentence may end whether it does, for learning the weights: `ends` gets the
/// index of the token behind the gap and the gap's signs.
pub fn gaps_in(text: &str, tokens: &[Token], ends: impl FnMut(usize, &[Sign]) -> bool) {
    Gaps::new(text, tokens).walk(ends, |_| {});
}

fn push(tokens: &[Token], first: usize, end: usize, out: &mut Vec<Sentence>) {
    let span = tokens[first].span.cover(tokens[end - 1].span);
    out.push(Sentence { span, first, end });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens_in;

    fn split(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokens_in(text, Span::new(0, text.len()), &mut tokens);
        let mut out = Vec::new();
        sentences_in(text, &tokens, 0, tokens.len(), &mut out);
        out.iter().map(|sentence| sentence.span.of(text)).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_stops() {
        assert_eq!(
            split("Mr. Vale of the U.S. said no. He left. \"Why?\" she asked."),
            ["Mr. Vale of the U.S. said no.", "He left.", "\"Why?\" she asked."]
        );
        assert_eq!(
            split("“I left. She stayed,” he said. “Why?” “No.”"),
            ["“I left.", "She stayed,” he said.", "“Why?”", "“No.”"]
        );
        assert_eq!(
            split("No change in our . . . view of the U.S. plans. George W. Bush left at 6 p.m. The rest stayed."),
            ["No change in our . . . view of the U.S. plans.", "George W. Bush left at 6 p.m.", "The rest stayed."]
        );
    }

    #[test]
    fn notes_stay_with_what_they_note() {
        assert_eq!(split("He left in 1805.[6] She stayed. [7]"), ["He left in 1805.[6]", "She stayed. [7]"]);
        assert_eq!(split("“He left.”[6] “Why?”"), ["“He left.”[6]", "“Why?”"]);
    }

    #[test]
    fn sentences_end_where_mail_and_talk_have_no_stop() {
        assert_eq!(split("i left. she stayed. why?"), ["i left.", "she stayed.", "why?"]);
        assert_eq!(
            split("Ana Vale 08/16/2000 12:05 PM I write to say no. Regards, Ana"),
            ["Ana Vale", "08/16/2000 12:05 PM", "I write to say no.", "Regards,", "Ana"]
        );
        assert_eq!(split("Great talks!!! :) Thanks to all"), ["Great talks!!! :)", "Thanks to all"]);
    }

    #[test]
    fn abbreviations_go_on_before_what_opens_no_sentence() {
        assert_eq!(
            split("Envoys of Vale Inc. Peru met Gen. Rueda, Sen. Paz, etc. in the U.S. Senate."),
            ["Envoys of Vale Inc. Peru met Gen. Rueda, Sen. Paz, etc. in the U.S. Senate."]
        );
        assert_eq!(
            split("They met at 6 p.m. The rest stayed in the U.S. He left."),
            ["They met at 6 p.m.", "The rest stayed in the U.S.", "He left."]
        );
    }
}
