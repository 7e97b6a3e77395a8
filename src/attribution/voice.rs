//! Whose words a stretch of a sentence gives: direct, mixed and reported speech.
//!
//! After Pareti (2015): an attribution is a source, a cue and a content, and the three are spans.

use super::discourse::Discourse;
use super::sense::{CueAt, Sense};
use super::source::Source;
use super::{Quotation, QuotationKind};
use crate::entities::EntityKind;
use crate::lexicon::{CueClass, CueMode, Side, WordClass, WordList};
use crate::syntax::Quote;
use crate::text::{InOrder, Span, TokenKind, hash_lower};

/// Somebody's words in one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Whose.
    pub source: Source,
    /// The words of saying, first and one past last token; empty for a quotation that goes on.
    pub cue: (usize, usize),
    /// Content, first and one past last token; two stretches where the cue splits it.
    pub content: Vec<(usize, usize)>,
    /// How the cue turns what is said ("denied that").
    pub side: Side,
    /// Whether the content is a quotation that goes on from or to another sentence.
    pub carried: bool,
}

impl Voice {
    /// Whether a token is part of what is said.
    pub fn holds(&self, token: usize) -> bool {
        self.content.iter().any(|&(first, end)| first <= token && token < end)
    }

    /// How many tokens are said.
    pub fn len(&self) -> usize {
        self.content.iter().map(|&(first, end)| end - first).sum()
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The attribution as the reader sees it.
    pub fn quotation(&self, sense: &Sense) -> Quotation {
        let document = sense.document;
        let span = |(first, end): (usize, usize)| document.tokens[first].span.cover(document.tokens[end - 1].span);
        Quotation {
            source: if self.carried { Vec::new() } else { vec![self.source.span] },
            cue: if self.cue.0 < self.cue.1 { vec![span(self.cue)] } else { Vec::new() },
            content: self.content.iter().map(|&part| span(part)).collect::<Vec<Span>>(),
            speaker: self.source.speaker.clone(),
            holder: self.source.holder,
            kind: QuotationKind::of(document, &self.content),
        }
    }
}

impl Sense<'_> {
    /// The voices of a sentence, the outermost first.
    pub fn voices(&self, discourse: &Discourse) -> Vec<Voice> {
        let mut voices: Vec<Voice> = Vec::new();
        let mut others: Vec<Voice> = Vec::new();
        // What stands outside quotation marks first: it says who "I" is inside.
        let quoted = |cue: &&CueAt| self.document.quote_at(cue.first).is_some();
        for cue in self.cues.iter().filter(|cue| !quoted(cue)).chain(self.cues.iter().filter(quoted)) {
            let Some(entry) = cue.entry(&[CueClass::Say]) else { continue };
            let wants = cue.entry(&[CueClass::Back]).is_some();
            let clause = self.document.is(cue.end, "that")
                || self.document.is(cue.end - 1, "that")
                || self.is_subject_start(cue.end)
                || self
                    .document
                    .tokens
                    .get(cue.end)
                    .is_some_and(|token| token.kind == TokenKind::Quote || !token.spaced);
            if wants && !clause {
                continue;
            }
            let inside = voices.iter().rev().find(|voice| voice.holds(cue.first));
            let (from, outer) = inside.map_or((self.sentence.first, None), |voice| {
                let part = voice.content.iter().find(|part| part.0 <= cue.first && cue.first < part.1);
                (part.map_or(self.sentence.first, |part| part.0), Some(voice.source.clone()))
            });
            if !self.document.is(cue.end, "by") && self.is_passive(cue) {
                continue;
            }
            let mut speakers = self.speakers_of(cue, from, discourse, outer.as_ref()).into_iter();
            let Some(source) = speakers.next() else { continue };
            let content = self.content_of(cue, &source, from);
            if content.is_empty() {
                continue;
            }
            let side = match (entry.side, self.is_negated(cue.first), entry.mode) {
                // Not to think so is to deny it; not to say so is nothing.
                (Side::For, true, CueMode::Described) => Side::Against,
                (Side::For, true, _) => Side::Neither,
                (side, ..) => side,
            };
            let voice = Voice { source, cue: (cue.first, cue.end), content, side, carried: false };
            others.extend(speakers.map(|source| Voice { source, ..voice.clone() }));
            voices.push(voice);
        }
        // Who says the same with somebody else comes after them: "we" is the first of them.
        voices.append(&mut others);
        self.according_to(&mut voices);
        self.after_colon(&mut voices, discourse);
        self.carried(&mut voices, discourse);
        voices.order_by_key(|voice| usize::MAX - voice.len());
        voices
    }

    fn speakers_of(&self, cue: &CueAt, from: usize, discourse: &Discourse, outer: Option<&Source>) -> Vec<Source> {
        if self.is_inverted(cue, from) {
            // "said the minister", "said a spokesman for ...", "said Peruvian Foreign Minister Ana Vale"
            if let Some(placed) = self.named_from(cue.end) {
                return vec![Source::of(placed)];
            }
        }
        self.subjects(cue, from, discourse, outer)
    }

    /// "…," said Vale.
    fn is_inverted(&self, cue: &CueAt, from: usize) -> bool {
        let before = cue.first.checked_sub(1).filter(|&at| at >= from.max(self.sentence.first));
        let after_content =
            before.is_some_and(|at| matches!(self.document.word(at), "," | "\"" | "”" | "’" | "'" | "?" | "!"));
        after_content && self.named_from(cue.end).is_some_and(|placed| !self.is_verbal(placed.end))
    }

    fn content_of(&self, cue: &CueAt, source: &Source, from: usize) -> Vec<(usize, usize)> {
        let start = from.max(self.sentence.first);
        let head = if source.first < cue.first && source.first >= start { source.first } else { cue.first };
        let mut tail = cue.end;
        if source.first >= cue.end {
            tail = source.end;
        }
        // Skip the article before the source.
        let mut before_end = head;
        // The title before the name is part of the speaker: "…," Energy Minister Ana Vale said.
        let closes = |at: usize| matches!(self.document.word(at), "," | "\"" | "”" | "’");
        let titled = (start..before_end).rev().take(8).take_while(|&at| {
            closes(at)
                || self.document.is_one_of(at, &["the", "a", "an", "of", "for", "'s", "’s", "-"])
                || !self.is_small(at) && !self.is_verbal(at) && self.document.tokens[at].kind == TokenKind::Word
        });
        before_end = { titled }.find(|&at| closes(at)).map_or(before_end, |at| at + 1);
        while before_end > start && self.is(before_end - 1, WordClass::Determiner) {
            before_end -= 1;
        }
        let closing = before_end.checked_sub(1).filter(|&at| at >= start).map(|at| self.document.word(at));
        let after_words = closing.is_some_and(|mark| matches!(mark, "," | "\"" | "”" | "’" | "?" | "!" | "'"));
        let said_before = after_words && before_end - start >= 4 && self.is_content(start, before_end);
        let rest = self.rest_after(tail);
        let outside = closing == Some(",") && self.document.quote_at(start).is_none();
        if let Some((_, name)) = self
            .cast
            .at(before_end.saturating_sub(2))
            .filter(|(_, name)| outside && name.acts() && name.end + 1 == before_end)
            && let Some(comma) = (tail..self.sentence.end.min(tail + 9)).find(|&at| self.document.word(at) == ",")
            && self.is_verbal(comma + 1)
            && name.first >= start
        {
            return vec![(start, before_end), self.until_next_clause((comma + 1, self.sentence.end), cue)];
        }
        let aside = outside && self.document.word(tail) == ",";
        if let Some(part) = rest.filter(|_| aside && before_end > start + 1 && self.is_aside(start, before_end)) {
            return vec![(start, before_end), self.until_next_clause(part, cue)];
        }
        if said_before
            && (rest.is_none_or(|(first, _)| !self.opens_content(first, cue))
                || head == cue.first && source.first >= cue.end)
        {
            let mut content = vec![(start, before_end)];
            if let Some(part) = rest
                && self.document.quotes_from(tail + 1, part.1).next().is_some()
            {
                content.push(part);
            }
            return content;
        }
        rest.map(|part| self.until_next_clause(part, cue)).into_iter().collect()
    }

    /// "The dam, he argued, will help": words of saying between commas, with what is said on both sides.
    fn is_aside(&self, first: usize, end: usize) -> bool {
        self.is_content(first, end)
            || !self.document.is_in(first, WordList::Setting)
                && self.cast.at(first).is_none_or(|(_, placed)| !placed.acts() || placed.end + 1 < end)
    }

    /// Whether the stretch before a speaker is what is said, not an opening such as "On Monday,".
    fn is_content(&self, first: usize, end: usize) -> bool {
        let quoted = (first..end).any(|at| self.document.quote_at(at).is_some());
        let side_clause = self.document.is_in(first, WordList::Setting);
        quoted || (!side_clause && (first..end).any(|at| self.is_verbal(at)))
    }

    fn rest_after(&self, tail: usize) -> Option<(usize, usize)> {
        let mut first = tail;
        while first < self.sentence.end && matches!(self.document.word(first), "," | ":" | "." | "'s") {
            first += 1;
        }
        (first + 1 < self.sentence.end).then_some((first, self.sentence.end))
    }

    /// Whether what follows a cue at the end of somebody's words goes on with words of theirs.
    fn opens_content(&self, first: usize, cue: &CueAt) -> bool {
        let that = self.document.is(first, "that") || self.document.is(first.wrapping_sub(1), ":");
        that || self.document.is_one_of(cue.end, &["that"])
    }

    /// What is said ends where the reporter takes another subject up: "but Russia ...", "while Paris ...".
    fn until_next_clause(&self, (first, end): (usize, usize), cue: &CueAt) -> (usize, usize) {
        let side_clause = self.document.is_one_of(
            self.clause_start(cue.first),
            &["while", "although", "though", "as", "after", "when", "whereas"],
        );
        for at in first + 1..end {
            let main_clause = side_clause
                && self.document.word(at) == ","
                && self.clause_start(at) == at
                && self.document.quote_at(at).is_none();
            if main_clause {
                return (first, at);
            }
            let turn =
                self.document.is_one_of(at, &["but", "while", "whereas", ";"]) && self.document.quote_at(at).is_none();
            if turn {
                return (first, at);
            }
            let added = self.document.is(at, ",")
                && self.cue_at(at + 1).is_some_and(|next| {
                    next.first == at + 1
                        && next
                            .entries
                            .iter()
                            .any(|entry| entry.class == CueClass::Say && entry.form == crate::lexicon::Form::Gerund)
                });
            if added && self.document.quote_at(at).is_none() {
                return (first, at);
            }
            if self.document.is(at, "and") && self.document.quote_at(at).is_none() && self.goes_on_with_verb(first, at)
            {
                return (first, at);
            }
            let comma_and = self.document.word(at) == ","
                && self.document.is(at + 1, "and")
                && self.document.quote_at(at).is_none();
            if comma_and && !self.document.is_one_of(at + 2, &["that"]) && self.verb_after(at + 2) {
                return (first, at);
            }
            let and_said = self.document.is(at, "and")
                && self.cue_at(at + 1).is_some_and(|next| {
                    next.first == at + 1 && next.entry(&[CueClass::Say]).is_some() && next.first > cue.end
                });
            if and_said && self.document.quote_at(at).is_none() {
                return (first, at);
            }
        }
        (first, end)
    }

    /// "doubted that explanation and has offered ...": after an object without a verb, a verb takes the subject up.
    fn goes_on_with_verb(&self, first: usize, and: usize) -> bool {
        self.verb_after(and + 1) && !(first..and).any(|at| self.is_verbal(at))
    }

    fn verb_after(&self, from: usize) -> bool {
        let mut next = from;
        while next < self.sentence.end
            && (self.document.word(next) == ","
                || self.is(next, WordClass::Adverb) && !self.is(next, WordClass::Auxiliary))
        {
            next += 1;
        }
        self.is_verbal(next)
    }

    fn according_to(&self, voices: &mut Vec<Voice>) {
        let (first, end) = (self.sentence.first, self.sentence.end);
        let according = hash_lower("according");
        for at in first..end.saturating_sub(2) {
            if !(self.document.tokens[at].lower == according && self.document.is(at + 1, "to")) {
                continue;
            }
            let Some(placed) = self.named_from(at + 2) else { continue };
            let source = Source::of(placed);
            let after = placed.end + usize::from(self.document.word(placed.end) == ",");
            let mut content = if at > first + 2 { vec![(first, at)] } else { Vec::new() };
            if after + 2 < end {
                content.push((after, end));
            }
            voices.push(Voice { source, cue: (at, at + 2), content, side: Side::For, carried: false });
        }
    }

    /// "Vale was guarded: "We will wait.""
    fn after_colon(&self, voices: &mut Vec<Voice>, discourse: &Discourse) {
        for quote in self.document.quotes_from(self.sentence.first, self.sentence.end) {
            let colon =
                quote.first.checked_sub(2).filter(|&at| at >= self.sentence.first && self.document.word(at) == ":");
            let Some(colon) = colon.filter(|_| quote.first < self.sentence.end) else { continue };
            if voices.iter().any(|voice| voice.holds(quote.first)) {
                continue;
            }
            let named =
                self.cast.within(self.sentence.first, colon).map(|(_, placed)| placed).filter(|placed| placed.acts());
            let person = named.filter(|placed| placed.mention.kind == EntityKind::Person).last().map(Source::of);
            let pronoun = (self.sentence.first..colon).any(|at| self.document.is_one_of(at, &["he", "she"]));
            let Some(source) = person.or_else(|| discourse.speaker.clone().filter(|_| pronoun)) else { continue };
            let content = vec![(quote.first, quote.end.min(self.sentence.end))];
            voices.push(Voice { source, cue: (colon, colon), content, side: Side::For, carried: false });
        }
    }

    /// A quotation without words of saying in its sentence belongs to whoever is given the rest of it, or to whoever
    /// spoke last.
    fn carried(&self, voices: &mut Vec<Voice>, discourse: &Discourse) {
        let Some(source) = discourse.speaker.clone() else { return };
        for quote in self.long_quotes() {
            let (first, end) = (quote.first.max(self.sentence.first), quote.end.min(self.sentence.end));
            if first >= end || voices.iter().any(|voice| voice.holds(first)) {
                continue;
            }
            voices.push(Voice {
                source: source.clone(),
                cue: (first, first),
                content: vec![(first, end)],
                side: Side::For,
                carried: true,
            });
        }
    }

    /// Quotations that fill at least most of this sentence.
    fn long_quotes(&self) -> impl Iterator<Item = &Quote> {
        let length = self.sentence.end - self.sentence.first;
        let before = self.document.quote_at(self.sentence.first).filter(|quote| quote.first < self.sentence.first);
        let here = self.document.quotes_from(self.sentence.first, self.sentence.end);
        before.into_iter().chain(here).filter(move |quote| {
            let (first, end) = (quote.first.max(self.sentence.first), quote.end.min(self.sentence.end));
            first < end && (end - first) * 10 >= length * 6
        })
    }
}
