//! Where the clauses of a sentence begin.

use super::sense::Sense;
use crate::lexicon::{CueClass, Form, WordClass, WordList};
use crate::text::TokenKind;

/// What opens a condition; of two that fit, the first.
const OPENERS: &[&[&str]] = &[
    &["only", "if"],
    &["only", "when"],
    &["only", "once"],
    &["if"],
    &["unless"],
    &["provided"],
    &["providing"],
    &["as", "long", "as"],
    &["so", "long", "as"],
    &["on", "condition"],
    &["on", "the", "condition"],
    &["in", "return", "for"],
    &["in", "exchange", "for"],
    &["subject", "to"],
    &["until"],
    &["assuming"],
    &["only", "after"],
    &["except"],
    &["without"],
    &["once"],
    &["as", "part", "of"],
];

impl Sense<'_> {
    pub(super) fn find_openers(&self) -> Vec<(usize, &'static [&'static str])> {
        let stands = |at: usize, words: &[&str]| (at..).zip(words).all(|(at, word)| self.document.is(at, word));
        let opener = |at: usize| Some((at, *OPENERS.iter().find(|words| stands(at, words))?));
        (self.sentence.first..self.sentence.end).filter_map(opener).collect()
    }

    /// The first token of the clause that holds this one.
    pub fn clause_start(&self, token: usize) -> usize {
        let starts = self.clause_starts();
        let after = starts.partition_point(|&start| start <= token);
        after.checked_sub(1).map_or(self.sentence.first, |index| starts[index])
    }

    /// One past the last token of the clause that holds this one.
    pub fn clause_end(&self, token: usize) -> usize {
        let starts = self.clause_starts();
        let after = starts.partition_point(|&start| start <= token);
        starts.get(after).copied().unwrap_or(self.sentence.end)
    }

    pub(super) fn find_clauses(&self) -> Vec<usize> {
        let (first, end) = (self.sentence.first, self.sentence.end);
        std::iter::once(first).chain((first + 1..end).filter(|&at| self.begins_clause(at))).collect()
    }

    pub(super) fn begins_clause(&self, at: usize) -> bool {
        let document = self.document;
        if document.is_in(at, WordList::ClauseOpener) {
            return !document.is(at - 1, "even") || document.is(at, "if");
        }
        if document.is_in(at, WordList::SubjectOpener) {
            return self.is_subject_start(at + 1);
        }
        let token = &document.tokens[at];
        match token.kind {
            TokenKind::Mark => match document.word(at) {
                ";" | ":" | "—" | "–" | "--" => true,
                "," => self.is_subject_start(at + 1),
                _ => false,
            },
            TokenKind::Word if token.span.len() <= 4 && self.is_small(at) => self.short_word_begins_clause(at),
            _ => false,
        }
    }

    pub(super) fn short_word_begins_clause(&self, at: usize) -> bool {
        if self.document.is(at, "that") {
            return self.is_complementiser(at);
        }
        if self.document.is_one_of(at, &["and", "or"]) {
            let after_name = self.cast.at(at - 1).is_some_and(|(_, placed)| placed.acts());
            return !after_name && self.is_subject_start(at + 1);
        }
        self.document.is_one_of(at, &["he", "she", "they", "it", "we"])
            && self.is_verbal(at + 1)
            && self.cue_at(at - 1).is_none_or(|cue| cue.entry(&[CueClass::Say]).is_some())
            && !self.document.is_one_of(at - 1, &["and", ",", "that", "if", "as"])
            && !self.is(at - 1, WordClass::Subordinator)
            && !self.is(at - 1, WordClass::Preposition)
    }

    pub(super) fn is_complementiser(&self, at: usize) -> bool {
        let verb_after = self.is_verbal(at + 1);
        !self.is(at - 1, WordClass::Preposition)
            && (verb_after || self.is_subject_start(at + 1) || self.cue_at(at - 1).is_some())
    }

    /// Whether a subject with its verb begins here: a name or pronoun, then something verbal.
    pub fn is_subject_start(&self, at: usize) -> bool {
        let at = if self.is(at, WordClass::Determiner) || self.document.word(at) == "," { at + 1 } else { at };
        if at >= self.sentence.end {
            return false;
        }
        if self.document.is_one_of(at, &["he", "she", "it", "they", "we", "i", "there", "this"]) {
            return self.is_verbal(at + 1);
        }
        let joined = self
            .cast
            .at(at)
            .filter(|(_, placed)| placed.first == at && placed.acts())
            .map(|(_, placed)| placed.end + 1);
        let second = joined
            .filter(|&next| self.document.is(next - 1, "and"))
            .map(|next| next + usize::from(self.is(next, WordClass::Determiner)));
        if second
            .and_then(|next| self.cast.at(next).filter(|(_, other)| other.first == next && other.acts()))
            .is_some_and(|(_, other)| self.is_verbal(other.end))
        {
            return true;
        }
        self.cast.at(at).is_some_and(|(_, placed)| {
            placed.first == at && placed.acts() && (self.is_verbal(placed.end) || self.is_plain_verb(placed.end))
        })
    }

    /// A verb that no list has, by its ending and by the object or preposition after it: "Russia sees itself".
    pub(super) fn is_plain_verb(&self, at: usize) -> bool {
        let word = self.document.word(at);
        let ending = word.len() > 3 && (word.ends_with('s') && !word.ends_with("ss") || word.ends_with("ed"));
        let lower = word.chars().all(char::is_lowercase);
        let next = self.is(at + 1, WordClass::Determiner)
            || self.is(at + 1, WordClass::Pronoun)
            || self.is(at + 1, WordClass::Preposition);
        ending && lower && next && !self.is_small(at)
    }

    /// Whether the token is an auxiliary or a verb cue, adverbs passed over.
    pub fn is_verbal(&self, at: usize) -> bool {
        let mut at = at;
        while at < self.sentence.end && self.is(at, WordClass::Adverb) && !self.is(at, WordClass::Auxiliary) {
            at += 1;
        }
        let word = self.document.word(at);
        self.is(at, WordClass::Auxiliary) && !matches!(word, "'s" | "’s")
            || self.cue_at(at).is_some_and(|cue| {
                cue.first == at && cue.is_verb() && cue.entries.iter().any(|entry| entry.form != Form::Gerund)
            })
            || (at < self.sentence.end
                && !self.is_small(at)
                && word.len() > 4
                && word.ends_with("ed")
                && self.cast.at(at).is_none())
    }
}
