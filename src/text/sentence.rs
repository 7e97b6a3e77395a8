//! Where sentences end.
//!
//! Rules over tokens in the manner of news copy: abbreviations, initials, closing quotation marks, ellipses in the
//! middle. Method after Grefenstette and Tapanainen (1994). A sentence never crosses a block.

use super::{Span, Token, TokenKind, small};

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

/// Titles and other words whose full stop ends no sentence.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep", "gov", "lt", "col", "maj", "capt", "sgt", "adm", "cmdr",
    "hon", "rev", "st", "amb", "pres", "messrs", "mt", "vs", "dept", "est", "approx", "cf",
];

/// Words whose full stop ends no sentence unless a capital follows.
const ABBREVIATIONS: &[&str] = &[
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "jr", "sr", "co", "corp",
    "inc", "ltd", "bros", "etc", "bn", "mn", "pp", "ed", "eds",
];

/// Words whose full stop ends no sentence where a number follows ("No. 5").
const BEFORE_NUMBERS: &[&str] = &["no", "nos", "art", "fig", "pp", "p"];

/// The length in bytes of the longest word of these three lists.
const LONGEST_ABBREVIATION: usize = 6;

/// Words that open a sentence after an abbreviation such as "U.S.", which otherwise goes on.
const OPENERS: &[&str] = &[
    "the",
    "a",
    "an",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "in",
    "on",
    "at",
    "but",
    "and",
    "this",
    "that",
    "these",
    "those",
    "his",
    "her",
    "its",
    "their",
    "however",
    "meanwhile",
    "as",
    "if",
    "when",
    "while",
    "after",
    "before",
    "both",
    "there",
];

/// Cuts a block's tokens (`first..end` of `tokens`) into sentences.
pub fn sentences_in(text: &str, tokens: &[Token], first: usize, end: usize, out: &mut Vec<Sentence>) {
    let mut start = first;
    let mut at = first;
    while at < end {
        let mut next = at + 1;
        if ends_here(text, tokens, at, end) {
            while next < end && closes(text, tokens, next, at) {
                next += 1;
            }
            if next >= end || opens(text, tokens, next, at) {
                push(tokens, start, next, out);
                start = next;
            }
        }
        at = next;
    }
    if start < end {
        push(tokens, start, end, out);
    }
}

fn push(tokens: &[Token], first: usize, end: usize, out: &mut Vec<Sentence>) {
    let span = tokens[first].span.cover(tokens[end - 1].span);
    out.push(Sentence { span, first, end });
}

/// Whether the token at `at` may end a sentence by itself.
fn ends_here(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let token = &tokens[at];
    match token.kind {
        TokenKind::Word => token.span.len() > 2 && text.as_bytes().get(token.span.end as usize - 1) == Some(&b'.'),
        TokenKind::Mark => match token.of(text) {
            "!" | "?" | "…" => true,
            "." => {
                let spaced_dots = at + 1 < end && tokens[at + 1].of(text) == "." && at > 0;
                !spaced_dots && !after_abbreviation(text, tokens, at, end)
            }
            dots => dots.starts_with(".."),
        },
        _ => false,
    }
}

fn after_abbreviation(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|index| &tokens[index]) else { return false };
    if tokens[at].spaced || before.kind != TokenKind::Word {
        return false;
    }
    let word = before.of(text);
    let initial = word.chars().count() == 1 && before.is_capitalised() && word != "I";
    if word.len() > LONGEST_ABBREVIATION {
        return initial;
    }
    let is_one_of =
        |list: &[&str]| list.iter().any(|known| known.len() == word.len() && known.eq_ignore_ascii_case(word));
    let capital_follows = tokens.get(at + 1).is_some_and(|next| at + 1 < end && next.is_capitalised());
    let number_follows = tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
    initial
        || is_one_of(TITLES)
        || (number_follows && is_one_of(BEFORE_NUMBERS))
        || (!capital_follows && is_one_of(ABBREVIATIONS))
}

/// Closing marks belong to the sentence before them.
fn closes(text: &str, tokens: &[Token], next: usize, at: usize) -> bool {
    let token = &tokens[next];
    let mark = token.of(text);
    match token.kind {
        TokenKind::Quote => !token.spaced && !matches!(mark, "“" | "„" | "‘" | "«"),
        TokenKind::Mark => matches!(mark, ")" | "]" | "!" | "?") && !token.spaced || mark == "." && at + 1 == next,
        _ => false,
    }
}

/// Whether a sentence may begin at `next`.
fn opens(text: &str, tokens: &[Token], next: usize, at: usize) -> bool {
    let token = &tokens[next];
    let word = token.of(text);
    let stop = tokens[at].of(text);
    let begins = match token.kind {
        TokenKind::Word => token.is_capitalised(),
        TokenKind::Number => token.spaced,
        TokenKind::Quote => token.spaced || matches!(word, "“" | "„" | "‘" | "«"),
        TokenKind::Mark => matches!(word, "(" | "[" | "-" | "—" | "–" | "*") && token.spaced,
        TokenKind::Clitic => false,
    };
    let dotted = tokens[at].kind == TokenKind::Word;
    let glued =
        token.kind == TokenKind::Word && !token.spaced && stop == "." && tokens[next - 1].kind != TokenKind::Quote;
    let lower_quote = token.kind == TokenKind::Quote && tokens.get(next + 1).is_some_and(|after| !starts(after));
    let goes_on = dotted && !OPENERS.contains(&small(word).as_str());
    let initials = glued && word.len() <= 1;
    begins && !lower_quote && !goes_on && !initials
}

fn starts(token: &Token) -> bool {
    token.kind != TokenKind::Word || token.is_capitalised()
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
    fn no_abbreviation_is_longer_than_is_looked_for() {
        let longest = TITLES.iter().chain(ABBREVIATIONS).chain(BEFORE_NUMBERS).map(|word| word.len()).max();
        assert_eq!(longest, Some(LONGEST_ABBREVIATION));
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
}
