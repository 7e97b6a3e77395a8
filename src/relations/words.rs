//! A sentence with its parse, lemmas and event words, words counted from its first.

use std::ops::Range;

use crate::lexicon::{EventFamily, EventPart, Events, WordList};
use crate::syntax::{Class, Document, Fine, Parse, Relation, SentenceParser, lemma};
use crate::text::{Sentence, Span};

/// How many words may stand inside an event phrase that begins with a verb.
const GAP: usize = 5;

/// One sentence ready for questions.
#[derive(Debug)]
pub(super) struct Words {
    /// In small letters.
    lemmas: Vec<String>,
    spans: Vec<Span>,
    parse: Parse,
    dependents: Vec<Vec<usize>>,
    families: Vec<Vec<EventFamily>>,
    /// Whether each is a day, a month or a small word with a capital.
    common: Vec<bool>,
}

impl Words {
    pub(super) fn read(document: &Document, sentence: Sentence, parser: &SentenceParser) -> Self {
        let parse = parser.parse(document, sentence);
        let tokens = sentence.first..sentence.end;
        let lemmas: Vec<String> =
            tokens.clone().zip(&parse.tags).map(|(at, tag)| lemma(document.word(at), *tag).to_lowercase()).collect();
        let spans = tokens.clone().map(|at| document.tokens[at].span).collect();
        let common = tokens.map(|at| document.is_in(at, WordList::Common)).collect();
        let mut dependents = vec![Vec::new(); lemmas.len()];
        for (at, &head) in parse.heads.iter().enumerate() {
            if let Some(head) = head.checked_sub(1) {
                dependents[head].push(at);
            }
        }
        let families = vec![Vec::new(); lemmas.len()];
        let mut words = Self { lemmas, spans, parse, dependents, families, common };
        words.mark_events(Events::builtin());
        words
    }

    pub(super) fn len(&self) -> usize {
        self.lemmas.len()
    }

    pub(super) fn lemma(&self, at: usize) -> &str {
        &self.lemmas[at]
    }

    pub(super) fn span(&self, at: usize) -> Span {
        self.spans[at]
    }

    pub(super) fn class(&self, at: usize) -> Class {
        self.parse.tags[at].class
    }

    pub(super) fn relation(&self, at: usize) -> Relation {
        self.parse.relations[at]
    }

    /// Whether a word is a past participle, or looks like one.
    pub(super) fn is_participle(&self, at: usize) -> bool {
        matches!(self.parse.tags[at].fine, Fine::VerbParticiple | Fine::VerbPast)
    }

    /// The head of a word; `None` for a root.
    pub(super) fn head(&self, at: usize) -> Option<usize> {
        self.parse.heads[at].checked_sub(1)
    }

    /// The words that hang from a word, in order.
    pub(super) fn dependents(&self, at: usize) -> &[usize] {
        &self.dependents[at]
    }

    /// What event a word can name; of a phrase its first word where it is a verb, its last where it is a noun.
    pub(super) fn families(&self, at: usize) -> &[EventFamily] {
        &self.families[at]
    }

    /// Whether a word turns what it governs.
    pub(super) fn turns(&self, at: usize) -> bool {
        self.families[at].contains(&EventFamily::Turn)
    }

    /// Whether a word names somebody or something, by its class and writing.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.class(at) == Class::ProperNoun && !self.common[at]
    }

    /// Whether a word is none, but a mark.
    pub(super) fn is_mark(&self, at: usize) -> bool {
        matches!(self.class(at), Class::Punctuation | Class::Symbol)
    }

    /// The word of a stretch that the others hang from.
    pub(super) fn top(&self, stretch: &Range<usize>) -> Option<usize> {
        let outside = |&at: &usize| self.head(at).is_none_or(|head| !stretch.contains(&head));
        let mut tops = stretch.clone().filter(outside);
        tops.clone().find(|&at| !self.is_mark(at)).or_else(|| tops.next())
    }

    /// The words that overlap a span.
    pub(super) fn at(&self, span: Span) -> Option<Range<usize>> {
        let first = self.spans.iter().position(|word| word.overlaps(span))?;
        let last = self.spans.iter().rposition(|word| word.overlaps(span))?;
        Some(first..last + 1)
    }

    fn mark_events(&mut self, events: &Events) {
        for at in 0..self.len() {
            let part = match self.class(at) {
                // A participle before a noun ("the besieged town") can be tagged as an adjective.
                Class::Verb | Class::Adjective => EventPart::Verb,
                Class::Noun | Class::ProperNoun => EventPart::Noun,
                _ => continue,
            };
            let mut found: Vec<(usize, usize, EventFamily)> = Vec::new();
            for entry in events.of(part, &self.lemmas[at]) {
                let gap = if part == EventPart::Verb { GAP } else { 0 };
                if let Some(last) = self.end_of(at, &entry.rest, gap) {
                    found.push((entry.rest.len(), last, entry.family));
                }
            }
            let Some(longest) = found.iter().map(|(length, ..)| *length).max() else { continue };
            for (_, last, family) in found.into_iter().filter(|(length, ..)| *length == longest) {
                let place = if part == EventPart::Verb { at } else { last };
                if !self.families[place].contains(&family) {
                    self.families[place].push(family);
                }
            }
        }
    }

    /// The place of the last word of a phrase whose first stands at `at`.
    fn end_of(&self, at: usize, rest: &[&str], gap: usize) -> Option<usize> {
        rest.iter().try_fold(at, |last, word| {
            let end = self.len().min(last + gap + 2);
            (last + 1..end).find(|&next| self.lemmas[next] == *word)
        })
    }
}
