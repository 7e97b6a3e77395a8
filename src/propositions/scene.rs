//! One sentence and all that is asked of it.

use crate::attribution::{Discourse, Sense};
use crate::lexicon::{Lexicon, Predicates};
use crate::syntax::{Document, Fine};
use crate::text::{Span, TokenKind};

use super::Actor;

/// A sentence, its names and grammar, and whose words went before.
pub(super) struct Scene<'a> {
    pub(super) sense: &'a Sense<'a>,
    pub(super) document: &'a Document<'a>,
    pub(super) lexicon: &'static Lexicon,
    pub(super) predicates: &'static Predicates,
    pub(super) discourse: &'a Discourse,
    /// Who last said or did something: whom "he" and "she" mean in minutes.
    pub(super) before: &'a [Actor],
    /// Its tokens.
    pub(super) first: usize,
    pub(super) end: usize,
}

impl Scene<'_> {
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        at < self.end && self.document.is(at, word)
    }

    pub(super) fn is_one_of(&self, at: usize, words: &[&str]) -> bool {
        at < self.end && self.document.is_one_of(at, words)
    }

    /// Whether all these words stand here.
    pub(super) fn has(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(index, word)| self.is(at + index, word))
    }

    /// A word's fine class by the parse.
    pub(super) fn fine(&self, at: usize) -> Option<Fine> {
        self.sense.parse()?.tags.get(at.checked_sub(self.first)?).map(|tag| tag.fine)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        at < self.end && self.document.tokens[at].kind == TokenKind::Word
    }

    /// The text of a stretch of tokens.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        self.document.tokens[first].span.cover(self.document.tokens[end - 1].span)
    }

    /// One past a bracket that opens here, where it closes within the sentence.
    pub(super) fn after_bracket(&self, at: usize) -> Option<usize> {
        if !self.is_one_of(at, &["(", "["]) {
            return None;
        }
        (at + 1..self.end.min(at + 40)).find(|&close| self.is_one_of(close, &[")", "]"])).map(|close| close + 1)
    }

    /// Whether the comma here stands between a place and its country: "in Kyoto, Japan".
    pub(super) fn ends_place(&self, comma: usize) -> bool {
        let capital = |at: &usize| self.is_word(*at) && self.document.tokens[*at].is_capitalised();
        let town = (self.first..comma).rev().take_while(capital).last().filter(|_| self.is(comma, ","));
        town.is_some_and(|town| town > self.first && self.is_one_of(town - 1, &["in", "at", "from", "near"]))
    }

    /// Skips a comma.
    pub(super) fn past_comma(&self, at: usize) -> usize {
        at + usize::from(self.is(at, ","))
    }
}
