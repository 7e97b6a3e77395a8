//! Names behind pronouns, group nouns and possessives.

use super::discourse::Discourse;
use super::sense::{CueAt, Sense};
use super::source::Source;
use crate::entities::{EntityKind, Placed, Usage};
use crate::lexicon::WordList;

impl Sense<'_> {
    /// "the two leaders", "both presidents", "they" after a pair.
    pub(super) fn group_at(&self, at: usize, limit: usize, discourse: &Discourse) -> Option<Vec<Source>> {
        let document = self.document;
        let two = document.is_one_of(at, &["both", "two"]) && document.is_in(at + 1, WordList::Group);
        let the = document.is(at, "the")
            && document.is_one_of(at + 1, &["leaders", "presidents", "pair", "ministers"])
            && at + 1 < limit;
        let bare = document.is_one_of(at, &["both", "they"]) && self.is_verbal(at + 1);
        let several = self
            .cast
            .within(self.sentence.first, at)
            .map(|(_, placed)| placed)
            .filter(|placed| placed.plural && placed.acts() && placed.mention.country.is_some());
        if let Some(placed) = several.last().filter(|_| bare) {
            return Some(vec![Source::of(placed)]);
        }
        let the_two = document.is(at, "the") && document.is(at + 1, "two") && self.is_verbal(at + 2);
        let span = document.tokens.get(at)?.span;
        let own = self.cast.at(at + 1).is_none_or(|(_, placed)| placed.mention.country.is_none());
        let sources = || {
            let pair = discourse.pair(self.cast).into_iter();
            pair.map(|source| Source { span, first: at, end: at + 1, ..source }).collect::<Vec<_>>()
        };
        ((two || the || the_two) && own || bare).then(sources).filter(|group| group.len() == 2)
    }

    pub(super) fn pronoun(
        &self,
        at: usize,
        start: usize,
        discourse: &Discourse,
        voice: Option<&Source>,
    ) -> Option<Vec<Source>> {
        let document = self.document;
        let here = |source: Source| {
            let span = document.tokens[at].span;
            vec![Source { span, first: at, end: at + 1, ..source }]
        };
        let quoted = document.quote_at(at).is_some();
        if document.is_one_of(at, &["he", "she"]) {
            if quoted {
                return discourse.person(self.cast, voice.map(|voice| voice.speaker.as_str())).map(here);
            }
            let earlier = self.person_before(at, start);
            let of_voice = || voice.filter(|voice| !voice.speaker.is_empty()).cloned();
            return earlier
                .or_else(of_voice)
                .or_else(|| discourse.topic(self.cast))
                .or_else(|| discourse.person(self.cast, None))
                .map(here);
        }
        if document.is_one_of(at, &["we", "i", "us"]) {
            return voice.cloned().or_else(|| discourse.speaker.clone().filter(|_| quoted)).map(here);
        }
        if document.is(at, "it")
            && !quoted
            && self.is_verbal(at + 1)
            && (voice.is_some_and(|voice| voice.speaker.is_empty())
                || !document.is_one_of(at + 1, &["is", "was", "would", "will", "has", "could"]))
        {
            return voice
                .filter(|voice| voice.speaker.is_empty())
                .cloned()
                .or_else(|| discourse.polity(self.cast))
                .map(here);
        }
        if document.is(at, "the") && document.is_one_of(at + 1, &["alliance", "bloc", "union"]) {
            return discourse.bloc(self.cast).map(here);
        }
        if document.is(at, "they") && self.is_verbal(at + 1) && !quoted {
            return voice.cloned().or_else(|| discourse.speaker.clone()).map(here);
        }
        None
    }

    /// The nearest named person earlier in the sentence.
    pub(super) fn person_before(&self, at: usize, _start: usize) -> Option<Source> {
        let people = self.cast.within(self.sentence.first, at);
        let named = people.filter(|(_, placed)| {
            placed.mention.kind == EntityKind::Person && !placed.plural && !placed.mention.name.is_empty()
        });
        let found: Vec<&Placed> = named.map(|(_, placed)| placed).collect();
        found.iter().find(|placed| self.can_be_subject(placed)).or(found.last()).map(|placed| Source::of(placed))
    }

    /// Whom a relative clause tells about: the name right before "who" or "which".
    pub(super) fn antecedent(&self, relative: usize) -> Option<Source> {
        let before = relative.checked_sub(1)?;
        let before = if self.document.word(before) == "," { before.checked_sub(1)? } else { before };
        self.cast.at(before).filter(|(_, placed)| placed.acts()).map(|(_, placed)| Source::of(placed))
    }

    /// The owner of a noun: "Russia's opposition", "US opposition", "their refusal" is left to its name.
    pub fn possessor(&self, noun: usize) -> Option<Source> {
        if self.cue_at(noun).is_some_and(CueAt::is_verb) {
            return None;
        }
        let mut at = noun;
        for _ in 0..3 {
            let before = at.checked_sub(1).filter(|&before| before >= self.sentence.first)?;
            if self.document.is_one_of(before, &["'s", "’s", "'", "’"]) {
                at = before;
                continue;
            }
            if let Some((_, placed)) = self.cast.at(before) {
                let named = matches!(
                    placed.mention.kind,
                    EntityKind::Country | EntityKind::Bloc | EntityKind::Organisation | EntityKind::Person
                );
                return (named && placed.end == at && placed.mention.usage != Usage::Place).then(|| Source::of(placed));
            }
            let adjective = !self.is_small(before)
                && self.cue_at(before).is_none()
                && self.document.word(before).chars().all(char::is_lowercase);
            if !adjective {
                return None;
            }
            at = before;
        }
        None
    }
}
