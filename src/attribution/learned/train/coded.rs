//! Articles in which people have marked who says what.

use crate::attribution::learned::label::Label;
use crate::attribution::learned::words::{Kind, Words};
use crate::syntax::{Class, Document};
use crate::text::Span;

/// An article with its attributions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodedText {
    /// The text.
    pub text: String,
    /// Who says what in it.
    pub attributions: Vec<Coded>,
}

/// An attribution as marked: places in bytes of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coded {
    /// Who speaks.
    pub source: Vec<Span>,
    /// The words of saying.
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
}

/// Ranges of tokens.
type Parts = Vec<(usize, usize)>;

/// An attribution to learn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Example {
    /// The word that heads its cue.
    pub(super) head: usize,
    source: Parts,
    cue: Parts,
    content: Parts,
}

impl Example {
    pub(super) fn label(&self, at: usize) -> Label {
        let holds = |parts: &Parts| parts.iter().any(|&(first, end)| (first..end).contains(&at));
        match (holds(&self.cue), holds(&self.source), holds(&self.content)) {
            (true, ..) => Label::Cue,
            (_, true, _) => Label::Source,
            (.., true) => Label::Content,
            _ => Label::Outside,
        }
    }

    pub(super) fn says_something(&self) -> bool {
        !self.content.is_empty()
    }
}

impl CodedText {
    /// What can be learnt from: attributions with a cue that is read.
    pub(super) fn examples(&self, document: &Document, words: &Words) -> Vec<Example> {
        let parts = |spans: &[Span]| spans.iter().filter_map(|span| tokens(*span, document, words)).collect::<Parts>();
        let example = |coded: &Coded| {
            let cue = parts(&coded.cue);
            let head = head(&cue, words)?;
            Some(Example { head, source: parts(&coded.source), cue, content: parts(&coded.content) })
        };
        self.attributions.iter().filter_map(example).collect()
    }
}

/// The tokens of a stretch without the marks at its ends.
fn tokens(span: Span, document: &Document, words: &Words) -> Option<(usize, usize)> {
    let tokens = &document.tokens[..words.list.len()];
    let first = tokens.partition_point(|token| token.span.end <= span.start);
    let end = tokens.partition_point(|token| token.span.start < span.end);
    let spoken = |at: &usize| words.list[*at].kind == Kind::Spoken;
    let last = (first..end).rev().find(spoken)?;
    Some(((first..end).find(spoken)?, last + 1))
}

/// The word of a cue that others of it hang from; of several the one that is most of a verb, and of these the first.
fn head(cue: &Parts, words: &Words) -> Option<usize> {
    let inside = |at: usize| cue.iter().any(|&(first, end)| (first..end).contains(&at));
    let all = || cue.iter().flat_map(|&(first, end)| first..end);
    let hangs_outside = |at: &usize| words.list[*at].head.is_none_or(|head| !inside(head));
    let rank = |at: &usize| match words.list[*at].class {
        Class::Verb => 0,
        Class::Noun | Class::Adjective | Class::ProperNoun => 1,
        Class::Auxiliary => 2,
        Class::Adverb => 3,
        _ => 4,
    };
    let spoken = |at: &usize| words.list[*at].class != Class::Punctuation;
    all().filter(hangs_outside).filter(spoken).min_by_key(rank).or_else(|| all().next())
}
