//! Nouns of position with their owner: "a US proposal to pause", "Chad's objection to it", "a proposal by Peru".

use super::Proposition;
use super::company::Company;
use super::events::Event;
use super::point::Relation;
use super::scene::Scene;
use crate::lexicon::Leaning;
use crate::syntax::{Class, Fine};

/// What can open the matter of such a noun.
const TO: &[&str] = &["to", "for", "on", "that", "of", "over", "against", "about", "regarding", "with", "concerning"];
/// Adjectives between an owner and its noun.
const BETWEEN: usize = 3;

impl Scene<'_> {
    /// The propositions of the sentence's nouns.
    pub(super) fn noun_propositions(&self, events: &[Event], out: &mut Vec<Proposition>) {
        for at in self.first..self.end {
            let Some(noun) = self.predicates.noun(&self.document.tokens[at..self.end]) else { continue };
            if self.sense.class(at) == Some(Class::Verb) || events.iter().any(|event| event.verb.at == at) {
                continue;
            }
            let (mut end, mut company) = (at + 1, Company::default());
            if let Some(owner) = self.owner(at) {
                company = owner;
            } else if self.is_one_of(end, &["from", "by"]) {
                let Some(list) = self.parties(end + 1, true) else { continue };
                (end, company.along) = (list.end, list.actors);
            }
            if company.is_empty() {
                continue;
            }
            let (after, more) = self.company(end, true);
            if self.is(end, ",") && !more.is_empty() && !self.has(end, &["for"]) {
                company.take_in(&more);
                end = self.past_comma(after);
            }
            // A proposal "of the day" is none to do it; support "of the day" is for it.
            let of = self.is(end, "of") && noun.leaning == Leaning::Neither;
            if of || !self.is_one_of(end, TO) {
                continue;
            }
            let limit = self.noun_limit(at, end, events).min(self.next_owned(end));
            let point = self.behind(end, limit, &mut company);
            let point: Vec<_> = point.into_iter().collect();
            let predicate = self.document.word(at);
            let relation =
                Relation { company: &company, predicate, denied: false, leaning: noun.leaning, point: &point };
            self.tell(&relation, out);
        }
    }

    /// Whose noun it is: the name before it, as an adjective, a noun or with "'s".
    fn owner(&self, noun: usize) -> Option<Company> {
        let mut at = noun;
        for _ in 0..=BETWEEN {
            let before = at.checked_sub(1).filter(|&before| before >= self.first)?;
            let possessive = self.is_one_of(before, &["'s", "’s", "'", "’"]);
            let name = if possessive { before.checked_sub(1)? } else { before };
            if let Some((_, placed)) = self.sense.cast.at(name)
                && placed.first >= self.first
            {
                let joined =
                    !possessive && placed.first.checked_sub(1).is_some_and(|of| self.is_one_of(of, &["of", "by"]));
                let along = if joined { Vec::new() } else { self.actors_of(placed) };
                let named = placed.mention.country.is_some() || !placed.mention.name.is_empty() && placed.acts();
                return (named && !along.is_empty()).then(|| Company::of(along));
            }
            if possessive || !matches!(self.sense.class(before), Some(Class::Adjective | Class::Noun)) {
                return None;
            }
            at = before;
        }
        None
    }

    /// Where the next noun of position begins that stands beside this one: "a Cuban proposal on fish *and a Peruvian one*".
    fn next_owned(&self, from: usize) -> usize {
        let noun = |at: &usize| self.predicates.noun(&self.document.tokens[*at..self.end]).is_some();
        let next = (from + 1..self.end).filter(noun).find_map(|at| {
            let first = self.noun_phrase_before(at + 1)?;
            let beside = first > from && self.is_one_of(first - 1, &["and", ","]) && self.owner(at).is_some();
            beside.then_some(first - 1)
        });
        next.unwrap_or(self.end)
    }

    fn is_finite(&self, at: usize) -> bool {
        matches!(self.fine(at), Some(Fine::VerbPast | Fine::VerbThird | Fine::VerbPresent | Fine::VerbBase))
    }

    /// One past the last token that a noun's matter can reach: of an object the end of its clause, of a subject its verb.
    fn noun_limit(&self, noun: usize, matter: usize, events: &[Event]) -> usize {
        let around = events.iter().rposition(|event| event.verb.at < noun);
        let clause = around.map_or(self.end, |index| self.limit(events, index));
        let clause = if clause > noun { clause } else { self.end };
        let finite = |at: &usize| {
            self.sense.is(*at, crate::lexicon::WordClass::Auxiliary)
                && !self.is(*at - 1, "to")
                && self.sense.class(*at) == Some(Class::Auxiliary)
        };
        let as_object = around.is_some() || (self.first..noun).any(|at| self.is_finite(at));
        let open = as_object || self.is(matter, "that");
        let verb = (matter..clause).find(finite).filter(|_| !open);
        let later = events.iter().filter(|event| event.verb.at > matter && !open).map(|event| event.verb.first).min();
        let comma = (matter..clause).find(|&at| self.is(at, ",")).filter(|_| !as_object);
        [verb, later, comma].into_iter().flatten().fold(clause, usize::min)
    }
}
