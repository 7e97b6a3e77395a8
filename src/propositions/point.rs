//! From events to propositions: where a point ends, whose it is, and which side that takes.

use super::company::Company;
use super::events::{Event, Matter};
use super::scene::Scene;
use super::verbs::VerbPhrase;
use super::{Actor, Proposition};
use crate::lexicon::Leaning;
use crate::stance::Stance;
use crate::syntax::Class;

/// Prepositions with which a sentence opens its topic.
const TOPICS: &[&[&str]] = &[
    &["on"],
    &["regarding"],
    &["concerning"],
    &["under"],
    &["as", "for"],
    &["as", "to"],
    &["with", "regard", "to"],
    &["with", "respect", "to"],
    &["in", "relation", "to"],
    &["in", "reference", "to"],
    &["in", "regard", "to"],
];
/// The longest remark between a verb and its "that".
const REMARK: usize = 14;
/// How far behind a verb of voicing its noun is looked for.
const NOUN_WITHIN: usize = 5;

/// What somebody relates to, and how.
pub(super) struct Relation<'a> {
    pub(super) company: &'a Company,
    pub(super) predicate: &'a str,
    pub(super) denied: bool,
    pub(super) leaning: Leaning,
    /// Stretches of tokens.
    pub(super) point: &'a [(usize, usize)],
}

impl Scene<'_> {
    /// The propositions of the sentence's events.
    pub(super) fn propositions(&self, events: &[Event]) -> Vec<Proposition> {
        let mut out = Vec::new();
        let mut last: Vec<(usize, usize)> = Vec::new();
        for (index, event) in events.iter().enumerate() {
            let mut company = event.company.clone();
            let mut point = match event.matter {
                Matter::Behind => self.behind(event.verb.at + 1, self.limit(events, index), &mut company),
                Matter::At(first, end) => self.trimmed(first, end),
                Matter::Before => None,
            }
            .map_or_else(Vec::new, |stretch| vec![stretch]);
            if event.matter == Matter::Before {
                point.clone_from(&last);
            } else {
                // "On the levy, Chad disagreed": the topic alone can be the point.
                point.extend(self.topic(events, index));
                let told = event.inside.is_some_and(|outer| !events[outer].replaced);
                if !told && event.verb.leaning.is_some() {
                    last.clone_from(&point);
                }
            }
            let Some(leaning) = event.verb.leaning.filter(|_| !event.replaced) else { continue };
            let leaning = self.settled(leaning, &event.verb);
            let predicate = self.document.word(event.verb.at);
            let relation = Relation { company: &company, predicate, denied: event.verb.denied, leaning, point: &point };
            self.tell(&relation, &mut out);
        }
        out
    }

    /// One proposition for each party of a relation.
    pub(super) fn tell(&self, relation: &Relation, out: &mut Vec<Proposition>) {
        if relation.point.is_empty() {
            return;
        }
        let sentence = self.span(self.first, self.end);
        let point: Vec<_> = relation.point.iter().map(|&(first, end)| self.span(first, end)).collect();
        let mut add = |actor: &Actor, against: bool| {
            let denied = relation.denied != against;
            let predicate = if denied { ["not ", relation.predicate].concat() } else { relation.predicate.to_owned() };
            let stance = stance(relation.leaning, denied, against);
            let proposition = Proposition { sentence, actor: actor.clone(), predicate, point: point.clone(), stance };
            let known = |other: &Proposition| {
                other.actor == proposition.actor
                    && other.predicate == proposition.predicate
                    && other.point == proposition.point
            };
            if !out.iter().any(known) {
                out.push(proposition);
            }
        };
        relation.company.along.iter().for_each(|actor| add(actor, false));
        relation.company.against.iter().for_each(|actor| add(actor, true));
    }

    /// One past the last token that an event's clause can reach: where the next clause beside it begins.
    pub(super) fn limit(&self, events: &[Event], index: usize) -> usize {
        let verb = events[index].verb.at;
        let inside = |later: &Event| {
            let mut outer = later.inside;
            while let Some(at) = outer {
                if at == index {
                    return true;
                }
                outer = events[at].inside;
            }
            false
        };
        let later = events[index + 1..].iter().filter(|later| later.start > verb && !inside(later));
        let next = later.map(|later| later.start).min().unwrap_or(self.end);
        let aside = index == 0 && self.opens_aside(&events[0]);
        (verb..next).find(|&at| aside && self.is(at, ",")).unwrap_or(next)
    }

    /// Whether an event stands in a side clause that opens its sentence: "Although Chad supported it, ...".
    pub(super) fn opens_aside(&self, event: &Event) -> bool {
        let words = ["although", "though", "while", "whereas", "when", "since", "because", "if", "given", "after"];
        self.is_one_of(self.first, &words) && event.subject <= self.first + 2
    }

    /// The point behind a verb: from `first` to `limit`, less the company named at either end of it.
    pub(super) fn behind(&self, first: usize, limit: usize, company: &mut Company) -> Option<(usize, usize)> {
        let quote = self.document.quote_at(first).filter(|quote| quote.end < limit);
        let limit = quote.map_or(limit, |quote| quote.end);
        let (after, ahead) = self.company(first, true);
        let mut start = first;
        if !ahead.is_empty() && after < limit && !self.is(first, "for") && !self.is(first, "with") {
            company.take_in(&ahead);
            start = self.past_comma(after);
        }
        // "noted, on finance, that ..."
        let remark = |at: &usize| self.is(*at, ",") && self.is_one_of(at + 1, &["that", "whether"]);
        if let Some(comma) = (start + 1..limit.min(start + REMARK)).find(remark).filter(|_| self.is(start, ",")) {
            start = comma + 1;
        }
        // "called for: a levy; a fund; and a board"
        let mut listing = false;
        let mut at = start;
        while at < limit {
            if let Some(quote) = self.document.quote_at(at).filter(|quote| quote.first >= first && quote.end <= limit) {
                at = quote.end.max(at + 1);
                continue;
            }
            listing |= self.is(at, ":");
            if self.is(at, ";") && !listing {
                return self.trimmed(start, at);
            }
            let opens = self.is_one_of(at, &[",", "("]) || self.is_one_of(at, &["and", "but"]);
            let marked = opens && self.passive_company(at);
            if marked {
                let (after, trailing) = self.company(at, true);
                if self.is_of_noun(at, after) {
                    at = after;
                    continue;
                }
                if !trailing.is_empty() {
                    company.take_in(&trailing);
                    return self.trimmed(start, at);
                }
            }
            at += 1;
        }
        self.trimmed(start, limit)
    }

    /// "a proposal, supported by Peru, to pause": the company is the noun's.
    fn is_of_noun(&self, at: usize, after: usize) -> bool {
        let noun = at > self.first && self.predicates.noun(&self.document.tokens[at - 1..at]).is_some();
        noun && self.is(after, ",") && self.is_one_of(after + 1, &["to", "for", "that", "on"])
    }

    /// Whether "supported by" or "opposed by" comes next.
    pub(super) fn passive_company(&self, at: usize) -> bool {
        let next = at + 1 + usize::from(self.is_one_of(at + 1, &["and", "but", "though", "while"]));
        self.marker(next).is_some_and(|(stand, _)| stand != super::company::Stand::Same)
    }

    /// A stretch without commas and conjunctions at its ends; `None` where nothing is left.
    pub(super) fn trimmed(&self, mut first: usize, mut end: usize) -> Option<(usize, usize)> {
        let loose = |at: usize| self.is_one_of(at, &[",", ";", ":", "and", "but", "while", "—", "–"]);
        while first < end && loose(first) {
            first += 1;
        }
        while first < end && loose(end - 1) {
            end -= 1;
        }
        let says = (first..end).any(|at| !self.is_one_of(at, &[".", "!", "?"]));
        (first < end && says).then_some((first, end))
    }

    /// The topic that a sentence opens with, for the first event of its main clause: "On finance, Chad ...".
    fn topic(&self, events: &[Event], index: usize) -> Option<(usize, usize)> {
        let event = &events[index];
        let first = events[..index].iter().all(|earlier| earlier.replaced || earlier.verb.leaning.is_none());
        let opens = if self.is_one_of(self.first, &["however", "also", "similarly"]) {
            self.past_comma(self.first + 1)
        } else {
            self.first
        };
        let topic = TOPICS.iter().any(|words| self.has(opens, words));
        let subject = events[..=index].iter().map(|event| event.subject).min()?;
        let comma = subject.checked_sub(1).filter(|&comma| comma > opens && self.is(comma, ","))?;
        (first && topic && !self.is_day(opens + 1) && event.matter == Matter::Behind).then_some((opens, comma))
    }

    /// "On Friday", "On 6 December": a time and no topic.
    fn is_day(&self, at: usize) -> bool {
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        self.is_one_of(at, &days) || self.sense.class(at) == Some(Class::Numeral)
    }

    /// The side of a verb that has none of its own: "expressed support", "voiced strong objections".
    fn settled(&self, leaning: Leaning, verb: &VerbPhrase) -> Leaning {
        if leaning != Leaning::OfItsObject {
            return leaning;
        }
        let within = (verb.at + 1)..self.end.min(verb.at + 1 + NOUN_WITHIN);
        let noun = within.clone().find_map(|at| self.predicates.noun(&self.document.tokens[at..]));
        noun.map_or(Leaning::Neither, |noun| noun.leaning)
    }
}

/// Against what another proposed, one is against it, whichever verb that was.
fn stance(leaning: Leaning, denied: bool, against: bool) -> Stance {
    match (leaning, denied) {
        (Leaning::For, false) | (Leaning::Against, true) => Stance::Supports,
        (Leaning::Against, false) | (Leaning::For, true) => Stance::Opposes,
        _ if against => Stance::Opposes,
        _ => Stance::Neutral,
    }
}
