//! Who is the subject of a cue, as far as the order of words tells.

use super::discourse::Discourse;
use super::sense::{CueAt, Sense};
use super::source::Source;
use crate::entities::{EntityKind, Placed};
use crate::lexicon::{Form, WordClass, WordList};
use crate::text::TokenKind;

impl Sense<'_> {
    /// Who is the subject of a cue; several where they are joined by "and". Empty where nobody is found.
    ///
    /// `from` bounds the search to the left, as the words of a speaker are bounded by the cue that opens them.
    pub fn subjects(&self, cue: &CueAt, from: usize, discourse: &Discourse, voice: Option<&Source>) -> Vec<Source> {
        self.all_listed(&self.nearest_subjects(cue, from, discourse, voice))
    }

    fn nearest_subjects(&self, cue: &CueAt, from: usize, discourse: &Discourse, voice: Option<&Source>) -> Vec<Source> {
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
        self.parsed_subjects(cue, from, discourse, voice)
    }

    fn parsed_subjects(&self, cue: &CueAt, from: usize, discourse: &Discourse, voice: Option<&Source>) -> Vec<Source> {
        let subject = self.subject_token(cue).filter(|&subject| subject >= from);
        subject.map(|subject| self.sources_at(subject, discourse, voice)).unwrap_or_default()
    }

    /// "questioned whether it works, and has offered ...": after ", and" a verb goes back to the first subject.
    pub(super) fn takes_up_subject(&self, cue: &CueAt) -> bool {
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
    pub(super) fn follows_paper(&self, cue: &CueAt) -> bool {
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
    pub(super) fn before_joint(&self, first: usize, nearest: bool) -> Option<(usize, &Placed)> {
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
    pub(super) fn opens_side_clause(&self, start: usize) -> bool {
        self.document.is_one_of(start, &["while", "although", "though", "after", "before", "despite", "when"])
    }

    /// The first name or pronoun in `start..limit` that can be a subject, with those joined to it.
    pub(super) fn first_subject(
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
            if self.document.is_in(at, WordList::Reference)
                && let Some(sources) =
                    self.group_at(at, limit, discourse).or_else(|| self.pronoun(at, start, discourse, voice))
            {
                return sources;
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

    pub(super) fn joined(&self, placed: &Placed, limit: usize) -> Vec<Source> {
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
    pub(super) fn of_several(&self, placed: &Placed) -> Option<Vec<Source>> {
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
}
