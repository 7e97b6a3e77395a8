//! Who says, wants or does it: the subject of a cue, names behind pronouns, and groups.

use super::sense::{CueAt, Sense};
use crate::entities::{EntityKind, Placed, Usage};
use crate::lexicon::{Class, Form, WordClass, WordList};
use crate::text::{Code, Span, TokenKind};

/// Somebody or some state that a sentence gives a position to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The words that name it, or its pronoun.
    pub span: Span,
    /// First token of these words.
    pub first: usize,
    /// One past their last token.
    pub end: usize,
    /// Full name of the person or body; empty for a bare country or an unnamed official.
    pub speaker: String,
    /// Country or bloc.
    pub holder: Option<Code>,
    /// For whom it speaks.
    pub class: Class,
}

impl Source {
    /// From a mention.
    pub fn of(placed: &Placed) -> Self {
        // A seat of power is a speaker ("the Kremlin"); a country by its own or its capital's name is only a holder.
        let mention = &placed.mention;
        let state = matches!(mention.kind, EntityKind::Country | EntityKind::Bloc)
            && mention.country.is_none_or(|code| crate::lexicon::display_name(code) == mention.name);
        let speaker = if state { String::new() } else { mention.name.clone() };
        Self {
            span: placed.mention.span,
            first: placed.first,
            end: placed.end,
            speaker,
            holder: placed.mention.country,
            class: placed.class,
        }
    }

    /// Whether it speaks for its government or bloc.
    pub fn is_official(&self) -> bool {
        self.class == Class::Official
    }
}

/// What the text so far lets pronouns mean.
#[derive(Clone, Debug, Default)]
pub struct Discourse {
    /// Whoever was last given words.
    pub speaker: Option<Source>,
    /// The person whom the last sentence about anybody was about.
    topic: Option<Source>,
    people: Vec<Source>,
    polities: Vec<Source>,
    group: Vec<Source>,
}

impl Discourse {
    /// Takes note of a sentence that has been read.
    pub fn note(&mut self, sense: &Sense) {
        let (cast, first, end) = (sense.cast, sense.sentence.first, sense.sentence.end);
        let about = cast
            .within(first, end)
            .map(|(_, placed)| placed)
            .filter(|placed| placed.mention.kind == EntityKind::Person);
        let about =
            about.filter(|placed| !placed.plural && !placed.mention.name.is_empty() && sense.can_be_subject(placed));
        let outside = |placed: &&Placed| sense.document.quote_at(placed.first).is_none();
        if let Some(topic) = { about }.find(outside) {
            self.topic = Some(Source::of(topic));
        }
        let (mut together, mut states): (Vec<Source>, Vec<Source>) = (Vec::new(), Vec::new());
        for (_, placed) in cast.within(first, end) {
            let source = Source::of(placed);
            match placed.mention.kind {
                EntityKind::Person if !placed.plural && !placed.mention.name.is_empty() => {
                    together.push(source.clone());
                    self.people.push(source);
                }
                EntityKind::Country | EntityKind::Bloc if sense.can_be_subject(placed) => states.push(source),
                _ => {}
            }
        }
        // The state a sentence is about comes first in it, so it goes last on the list.
        self.polities.extend(states.into_iter().rev());
        if together.len() >= 2 {
            self.group = distinct(together);
        }
        let excess = self.people.len().saturating_sub(40);
        self.people.drain(..excess);
        let excess = self.polities.len().saturating_sub(40);
        self.polities.drain(..excess);
    }

    fn person(&self, but: Option<&str>) -> Option<Source> {
        self.people.iter().rev().find(|source| but != Some(source.speaker.as_str())).cloned()
    }

    fn polity(&self) -> Option<Source> {
        self.polities.last().cloned()
    }

    fn bloc(&self) -> Option<Source> {
        self.polities.iter().rev().find(|source| source.holder.is_some_and(|code| !code.is_country())).cloned()
    }

    /// The two leaders last named, of different countries.
    fn pair(&self) -> Vec<Source> {
        let mut pair: Vec<Source> = Vec::new();
        for source in self.people.iter().rev().filter(|source| source.is_official() && source.holder.is_some()) {
            if pair.iter().all(|other| other.holder != source.holder) {
                pair.push(source.clone());
            }
            if pair.len() == 2 {
                break;
            }
        }
        pair
    }
}

fn distinct(sources: Vec<Source>) -> Vec<Source> {
    let mut out: Vec<Source> = Vec::new();
    for source in sources {
        if source.holder.is_some() && out.iter().all(|other| other.holder != source.holder) {
            out.push(source);
        }
    }
    out
}

impl Sense<'_> {
    /// Who is the subject of a cue; several where they are joined by "and". Empty where nobody is found.
    ///
    /// `from` bounds the search to the left, as the words of a speaker are bounded by the cue that opens them.
    pub fn subjects(&self, cue: &CueAt, from: usize, discourse: &Discourse, voice: Option<&Source>) -> Vec<Source> {
        if let Some(owner) = self.possessor(cue.first) {
            return vec![owner];
        }
        if self.follows_paper(cue) {
            return self.possessor(cue.first - 1).into_iter().collect();
        }
        if let Some(adjacent) = self.adjacent_subject(cue, from, discourse, voice) {
            return adjacent;
        }
        let mut start = if self.takes_up_subject(cue) { from } else { self.clause_start(cue.first).max(from) };
        let mut limit = cue.first;
        for _ in 0..4 {
            let found = self.first_subject(start, limit, cue.first, discourse, voice);
            if !found.is_empty() {
                return found;
            }
            let relative = self.is(start, WordClass::Relative) || self.document.is(start, "that");
            if let Some(antecedent) = relative.then(|| self.antecedent(start)).flatten() {
                return vec![antecedent];
            }
            if self.opens_side_clause(start) {
                let end = self.clause_end(cue.first);
                let after = self.first_subject(end, self.sentence.end, cue.first, discourse, voice);
                if !after.is_empty() {
                    return after;
                }
            }
            if start <= from.max(self.sentence.first) {
                break;
            }
            limit = start;
            start = self.clause_start(start - 1).max(from);
        }
        if cue.entries.iter().any(|entry| entry.form == Form::Gerund) {
            // "Defending the plan, he had seen no need ...": the subject comes after.
            return self.first_subject(self.clause_end(cue.first), self.sentence.end, cue.first, discourse, voice);
        }
        Vec::new()
    }

    /// "questioned whether it works, and has offered ...": after ", and" a verb goes back to the first subject.
    fn takes_up_subject(&self, cue: &CueAt) -> bool {
        let mut at = cue.first;
        while at > self.sentence.first && (self.is(at - 1, WordClass::Auxiliary) || self.is(at - 1, WordClass::Adverb))
        {
            at -= 1;
        }
        cue.is_verb()
            && at >= self.sentence.first + 2
            && self.document.is(at - 1, "and")
            && self.document.word(at - 2) == ","
    }

    /// "a UN plan granting ...", "a Peruvian report calling for ...": what a paper says is its owner's.
    fn follows_paper(&self, cue: &CueAt) -> bool {
        let gerund = cue.entries.iter().all(|entry| entry.form == Form::Gerund);
        let noun = cue.first.saturating_sub(1);
        let plain = !self.is_small(noun)
            && self.cast.at(noun).is_none()
            && self.document.tokens[noun].kind == TokenKind::Word
            && !self.is_verbal(noun)
            && self.cue_at(noun).is_none_or(|cue| !cue.is_verb());
        gerund && cue.first > self.sentence.first && plain
    }

    /// A name right before the verb, auxiliaries and adverbs aside: "…, President Vale of Peru told reporters".
    pub fn adjacent_subject(
        &self,
        cue: &CueAt,
        from: usize,
        discourse: &Discourse,
        voice: Option<&Source>,
    ) -> Option<Vec<Source>> {
        if !cue.is_verb() {
            return None;
        }
        let mut at = cue.first;
        while at > from
            && (self.is(at - 1, WordClass::Auxiliary) || self.is(at - 1, WordClass::Adverb))
            && !self.document.is_one_of(at - 1, &["'s", "’s"])
        {
            at -= 1;
        }
        if self.document.is_in(at.checked_sub(1)?, WordList::Paper) {
            return self.possessor(at - 1).map(|owner| vec![owner]);
        }
        let (_, placed) = self
            .cast
            .at(at.checked_sub(1)?)
            .filter(|(_, placed)| placed.end == at && placed.first >= from && placed.acts())?;
        let of = placed.first.checked_sub(1).filter(|&of| self.document.is(of, "of"));
        let owner = of
            .and_then(|of| self.cast.at(of.checked_sub(1)?))
            .filter(|(_, owner)| owner.mention.kind == EntityKind::Person && owner.acts());
        let subject = match owner {
            Some((_, owner)) => owner,
            None if self.can_be_subject(placed) => placed,
            None => return None,
        };
        if subject.plural && subject.mention.country.is_none() {
            return None;
        }
        let mut sources = vec![Source::of(subject)];
        let mut first = subject.first;
        while let Some((_, other)) = self.before_joint(first, sources.len() == 1).filter(|(_, other)| {
            other.first >= from && other.acts() && !self.is_modifier(other) && !self.after_preposition(other.first)
        }) {
            sources.insert(0, Source::of(other));
            first = other.first;
        }
        // "he and Blair had agreed"
        if let Some(he) = first.checked_sub(2).filter(|&he| he >= from && self.document.is(first - 1, "and")) {
            let also = self.pronoun(he, from, discourse, voice).unwrap_or_default();
            sources.splice(0..0, also);
        } else if let Some(he) = first
            .checked_sub(4)
            .filter(|&he| he >= from && self.document.is_one_of(he, &["he", "she"]) && self.document.is(he + 1, "and"))
        {
            let also = self.pronoun(he, from, discourse, voice).unwrap_or_default();
            sources.splice(0..0, also);
        }
        let cue_in_quote = self.document.quote_at(cue.first).is_some();
        (cue_in_quote || self.document.quote_at(subject.first).is_none()).then_some(sources)
    }

    /// The mention joined by "and" to the left of one that begins at `first`.
    fn before_joint(&self, first: usize, nearest: bool) -> Option<(usize, &Placed)> {
        let mut at = first;
        while at > self.sentence.first && (self.is(at - 1, WordClass::Determiner) || self.document.is(at - 1, "both")) {
            at -= 1;
        }
        let joint = at
            .checked_sub(1)
            .filter(|&joint| self.document.is(joint, "and") || !nearest && self.document.word(joint) == ",")?;
        let joint = if self.document.word(joint.checked_sub(1)?) == "," { joint - 1 } else { joint };
        self.cast.at(joint.checked_sub(1)?).filter(|(_, other)| {
            other.end == joint && (self.document.is(at - 1, "and") || self.document.word(at - 1) == ",")
        })
    }

    /// "While welcoming the plan, Lima insisted ...": the subject comes later.
    fn opens_side_clause(&self, start: usize) -> bool {
        self.document.is_one_of(start, &["while", "although", "though", "after", "before", "despite", "when"])
    }

    /// The first name or pronoun in `start..limit` that can be a subject, with those joined to it.
    fn first_subject(
        &self,
        start: usize,
        limit: usize,
        cue: usize,
        discourse: &Discourse,
        voice: Option<&Source>,
    ) -> Vec<Source> {
        let mut at = start;
        let outside = self.document.quote_at(cue).is_none();
        while at < limit {
            if let Some(quote) = self.document.quote_at(at).filter(|_| outside) {
                at = quote.end.max(at + 1);
                continue;
            }
            if let Some(group) = self.group_at(at, limit, discourse) {
                return group;
            }
            if let Some(source) = self.pronoun(at, start, discourse, voice) {
                return source;
            }
            let Some((_, placed)) = self.cast.at(at) else {
                at += 1;
                continue;
            };
            if placed.first >= start && self.can_be_subject(placed) {
                return self.joined(placed, limit);
            }
            at = placed.end.max(at + 1);
        }
        Vec::new()
    }

    fn can_be_subject(&self, placed: &Placed) -> bool {
        // "making Bush the offer": the object of a participle.
        let object = placed.first > self.sentence.first && self.document.word(placed.first - 1).ends_with("ing");
        placed.acts() && !object && !self.is_modifier(placed) && !self.after_preposition(placed.first)
    }

    /// Whether a preposition governs the words at `first`; determiners and adjectives between are passed over.
    fn after_preposition(&self, first: usize) -> bool {
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
                    .at(before - 1)
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

    /// "Putin's", "US plans": the name only belongs to what follows.
    fn is_modifier(&self, placed: &Placed) -> bool {
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

    fn joined(&self, placed: &Placed, limit: usize) -> Vec<Source> {
        if let Some(several) = self.of_several(placed) {
            return several;
        }
        let mut out = vec![Source::of(placed)];
        let mut end = placed.end;
        while end < limit {
            let mut next = end;
            let mut linked = false;
            while next < limit
                && (self.document.is_one_of(next, &["and", ",", "or", "&"])
                    || self.is(next, WordClass::Determiner) && linked
                    || self.document.is_one_of(next, &["both", "as", "well"]))
            {
                linked = true;
                next += 1;
            }
            let Some((_, other)) =
                self.cast.at(next).filter(|(_, other)| linked && other.first == next && other.acts())
            else {
                break;
            };
            if self.is_modifier(other) {
                break;
            }
            out.push(Source::of(other));
            end = other.end;
        }
        // A comma alone joins nobody: "Ana Vale, Peru" needs an "and" somewhere.
        let any_and = (placed.end..end).any(|at| self.document.is_one_of(at, &["and", "or", "&"]));
        if !any_and {
            out.truncate(1);
        }
        out
    }

    /// "the foreign ministers of Bolivia and Peru": one source for each country.
    fn of_several(&self, placed: &Placed) -> Option<Vec<Source>> {
        let of = Some(placed.end).filter(|&of| placed.plural && self.document.is_one_of(of, &["of", "from"]))?;
        let mut out = Vec::new();
        let mut at = of + 1;
        while at < self.sentence.end {
            if let Some((_, country)) =
                self.cast.at(at).filter(|(_, country)| country.mention.country.is_some() && country.acts())
            {
                out.push(Source { holder: country.mention.country, speaker: String::new(), ..Source::of(placed) });
                at = country.end;
            } else if self.document.is_one_of(at, &["and", ",", "the", "both"]) {
                at += 1;
            } else {
                break;
            }
        }
        (out.len() > 1).then_some(out)
    }

    /// "the two leaders", "both presidents", "they" after a pair.
    fn group_at(&self, at: usize, limit: usize, discourse: &Discourse) -> Option<Vec<Source>> {
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
        let group = if discourse.group.len() == 2 { discourse.group.clone() } else { discourse.pair() };
        let span = document.tokens.get(at)?.span;
        let own = self.cast.at(at + 1).is_none_or(|(_, placed)| placed.mention.country.is_none());
        let sources =
            || group.into_iter().map(|source| Source { span, first: at, end: at + 1, ..source }).collect::<Vec<_>>();
        ((two || the || the_two) && own || bare).then(sources).filter(|group| group.len() == 2)
    }

    fn pronoun(&self, at: usize, start: usize, discourse: &Discourse, voice: Option<&Source>) -> Option<Vec<Source>> {
        let document = self.document;
        let here = |source: Source| {
            let span = document.tokens[at].span;
            vec![Source { span, first: at, end: at + 1, ..source }]
        };
        let quoted = document.quote_at(at).is_some();
        if document.is_one_of(at, &["he", "she"]) {
            if quoted {
                return discourse.person(voice.map(|voice| voice.speaker.as_str())).map(here);
            }
            let earlier = self.person_before(at, start);
            let of_voice = || voice.filter(|voice| !voice.speaker.is_empty()).cloned();
            return earlier
                .or_else(of_voice)
                .or_else(|| discourse.topic.clone())
                .or_else(|| discourse.person(None))
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
            return voice.filter(|voice| voice.speaker.is_empty()).cloned().or_else(|| discourse.polity()).map(here);
        }
        if document.is(at, "the") && document.is_one_of(at + 1, &["alliance", "bloc", "union"]) {
            return discourse.bloc().map(here);
        }
        if document.is(at, "they") && self.is_verbal(at + 1) && !quoted {
            return voice.cloned().or_else(|| discourse.speaker.clone()).map(here);
        }
        None
    }

    /// The nearest named person earlier in the sentence.
    fn person_before(&self, at: usize, _start: usize) -> Option<Source> {
        let people = self.cast.within(self.sentence.first, at);
        let named = people.filter(|(_, placed)| {
            placed.mention.kind == EntityKind::Person && !placed.plural && !placed.mention.name.is_empty()
        });
        let found: Vec<&Placed> = named.map(|(_, placed)| placed).collect();
        found.iter().find(|placed| self.can_be_subject(placed)).or(found.last()).map(|placed| Source::of(placed))
    }

    /// Whom a relative clause tells about: the name right before "who" or "which".
    fn antecedent(&self, relative: usize) -> Option<Source> {
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
