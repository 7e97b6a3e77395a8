//! Whether a name can be a subject where it stands.

use super::sense::Sense;
use crate::entities::{EntityKind, Placed, Usage};
use crate::lexicon::{Book, WordClass, WordList};
use crate::text::TokenKind;

impl Sense<'_> {
    pub(super) fn can_be_subject(&self, placed: &Placed) -> bool {
        // "making Bush the offer": the object of a participle.
        let object = placed.first > self.sentence.first && self.document.word(placed.first - 1).ends_with("ing");
        placed.acts() && !object && !self.is_modifier(placed) && !self.after_preposition(placed.first)
    }

    /// Whether a preposition governs the words at `first`; determiners and adjectives between are passed over.
    pub(super) fn after_preposition(&self, first: usize) -> bool {
        let mut at = first;
        for _ in 0..3 {
            let Some(before) = at.checked_sub(1).filter(|&before| before >= self.sentence.first) else { return false };
            if self.is(before, WordClass::Preposition) {
                // "after Lima decided": no preposition but the opening of a clause.
                let end = self.cast.at(first).map_or(first + 1, |(_, placed)| placed.end);
                return !(self.is(before, WordClass::Subordinator) && self.is_verbal(end));
            }
            let joined = self.document.is_one_of(before, &["and", "or"]);
            if joined {
                return self
                    .cast
                    .at(before.wrapping_sub(1))
                    .is_some_and(|(_, other)| other.end == before && self.after_preposition(other.first));
            }
            let passes = self.is(before, WordClass::Determiner)
                || (!self.is_small(before)
                    && self.cast.at(before).is_none()
                    && self.cue_at(before).is_none()
                    && self.document.word(before).chars().all(char::is_lowercase));
            if !passes {
                return false;
            }
            at = before;
        }
        false
    }

    /// Whom a noun phrase names that begins here: "the minister", and past country and office "Peru's foreign minister,
    /// Ana Vale".
    pub(super) fn named_from(&self, from: usize) -> Option<&Placed> {
        let at = from + usize::from(self.is(from, WordClass::Determiner));
        let named = self.cast.at(at).map(|(_, placed)| placed);
        let person = |placed: &&Placed| placed.mention.kind == EntityKind::Person;
        named.filter(person).or_else(|| self.holder_of_office(at)).or(named.filter(|placed| placed.acts()))
    }

    /// The person whose country and office begin here.
    fn holder_of_office(&self, from: usize) -> Option<&Placed> {
        let mut office = false;
        for at in from..self.sentence.end.min(from + 10) {
            let person = self.cast.at(at).filter(|(_, placed)| placed.mention.kind == EntityKind::Person);
            if let Some((_, person)) = person {
                return (office || self.document.opens(at, Book::Titles)).then_some(person);
            }
            let title = self.document.opens(at, Book::Titles);
            let comma = office && self.document.is(at, ",");
            let part = title
                || comma
                || self.cast.at(at).is_some()
                || self.document.is_one_of(at, &["'s", "’s", "'", "’", "-", "and", "for", "of"])
                || self.document.tokens[at].kind == TokenKind::Word && !self.is_small(at) && !self.is_verbal(at);
            if !part {
                return None;
            }
            office |= title;
        }
        None
    }

    /// "Putin's", "US plans": the name only belongs to what follows.
    pub(super) fn is_modifier(&self, placed: &Placed) -> bool {
        let next = placed.end;
        if next >= self.sentence.end {
            return false;
        }
        if self.document.is_one_of(next, &["'s", "’s", "'", "’", "-"]) {
            return true;
        }
        if self.cast.within(placed.first.saturating_sub(6), placed.first + 1).map(|(_, other)| other).any(|other| {
            other.first < placed.end
                && placed.end < other.end
                && other.first <= placed.first
                && other.mention.usage == Usage::Role
        }) {
            return false;
        }
        let word = self.document.word(next);
        word.chars().next().is_some_and(char::is_lowercase)
            && !self.is_small(next)
            && !self.is_verbal(next)
            && self.cue_at(next).is_none_or(|cue| !cue.is_verb())
            && !word.ends_with("ly")
            && !word.ends_with("ing")
            && placed.mention.kind != EntityKind::Person
            && !self.document.is_in(next, WordList::PlainVerb)
    }
}
