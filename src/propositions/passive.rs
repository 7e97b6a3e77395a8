//! Where the actor stands behind the verb: passives, and "said Chad" after what was said.

use super::clauses::Walk;
use super::company::Company;
use super::events::{Event, Matter};
use super::scene::Scene;
use super::verbs::VerbPhrase;
use crate::lexicon::{Form, Leaning};
use crate::syntax::{Class, Relation};
use crate::text::TokenKind;

/// What opens the clause of a passive.
const ASIDE: &[&str] =
    &[";", ":", "that", "while", "whereas", "but", "although", "though", "because", "since", "when", "if", "as"];

impl Walk<'_> {
    /// "The text was supported by Chad, but opposed by Peru", "a pause proposed by Chad".
    pub(super) fn passive(&mut self, at: usize) -> Option<usize> {
        let scene = self.scene();
        let (joint, verb) = self.passive_verb(at)?;
        let list = scene.parties(verb.at + 2, true)?;
        // "but opposed by Peru" is a passive of its own.
        let (end, company) = if scene.passive_company(list.end) {
            (list.end, Company::default())
        } else {
            scene.company(list.end, true)
        };
        let along = [list.actors, company.along].concat();
        let company = Company { along, ..company };
        let earlier =
            self.events.last().filter(|last| matches!(last.matter, Matter::At(..)) && last.verb.form == Form::Past);
        let matter = match earlier {
            Some(earlier) if joint => earlier.matter,
            _ if joint => return None,
            _ if verb.passive => {
                let (first, end) = self.passive_subject(verb.first)?;
                Matter::At(first, end)
            }
            _ => {
                let first = scene.noun_phrase_before(at)?;
                Matter::At(first, at)
            }
        };
        let verb = VerbPhrase { passive: false, ..verb };
        let inside = if verb.helped { None } else { self.events.len().checked_sub(1) };
        let (start, subject) = (at, at);
        self.push(Event { start, subject, verb, company, matter, inside, replaced: false });
        Some(end.max(verb.at + 2))
    }

    /// A passive with an agent here, and whether it is joined to one before.
    fn passive_verb(&self, at: usize) -> Option<(bool, VerbPhrase)> {
        let scene = self.scene();
        let comma = scene.past_comma(at);
        let joint = scene.is_one_of(comma, &["and", "but"]);
        let verb = scene.verb_phrase(if joint { comma + 1 } else { at })?;
        let agent = verb.form == Form::Past && verb.leaning.is_some() && scene.is(verb.at + 1, "by");
        (agent && (verb.passive || !verb.helped)).then_some((joint, verb))
    }

    /// The subject of a passive, from the clause's start to its verb.
    fn passive_subject(&self, verb: usize) -> Option<(usize, usize)> {
        let scene = self.scene();
        let after = |event: &Event| event.verb.at + 1;
        let from = self.events.iter().map(after).max().unwrap_or(scene.first);
        let opens = |at: &usize| scene.is_one_of(*at, ASIDE);
        let start = (from..verb).rev().find(opens).map_or(from, |at| at + 1);
        let comma = (start..verb).rev().find(|&at| scene.is(at, ",")).map_or(start, |at| at + 1);
        let start = if scene.is_setting(start) { comma } else { start };
        (start < verb).then_some((start, verb))
    }

    /// "...", said Chad: the words come before.
    pub(super) fn inverted(&mut self, at: usize) -> Option<usize> {
        let scene = self.scene();
        let before = at.checked_sub(1).filter(|&before| before > scene.first)?;
        let closes = scene.is(before, ",") || scene.document.tokens[before].kind == TokenKind::Quote;
        let verb =
            scene.verb_phrase(at).filter(|verb| closes && verb.at == at && verb.leaning == Some(Leaning::Neither))?;
        if !matches!(verb.form, Form::Past | Form::Third) || scene.document.tokens[at].kind != TokenKind::Word {
            return None;
        }
        let list = scene.parties(at + 1, true).filter(|list| !list.actors.is_empty())?;
        if scene.opens_clause(list.end) || self.events.iter().any(|event| event.inside.is_none()) {
            return None;
        }
        let (end, company) = scene.company(list.end, true);
        let company = Company { along: [list.actors, company.along].concat(), ..company };
        let matter = Matter::At(scene.first, before);
        self.push(Event { start: at, subject: at, verb, company, matter, inside: None, replaced: false });
        Some(end)
    }
}

impl Scene<'_> {
    /// Whether a sentence's setting opens here: "In the meeting, ...".
    pub(super) fn is_setting(&self, at: usize) -> bool {
        self.document.is_in(at, crate::lexicon::WordList::Setting) || self.is(at, "however")
    }

    /// The first token of the plain noun phrase that ends before `end`.
    pub(super) fn noun_phrase_before(&self, end: usize) -> Option<usize> {
        let inside = |at: usize| {
            matches!(
                self.sense.class(at),
                Some(Class::Noun | Class::ProperNoun | Class::Adjective | Class::Numeral | Class::Determiner)
            ) || self.is_one_of(at, &["-", "'s", "’s"])
        };
        let mut first = end;
        while first > self.first && inside(first - 1) {
            first -= 1;
            if self.sense.class(first) == Some(Class::Determiner) {
                break;
            }
        }
        let noun = matches!(self.sense.class(end.checked_sub(1)?), Some(Class::Noun | Class::ProperNoun));
        (first < end && noun).then_some(first)
    }

    /// The first token of the phrase whose head a token is.
    pub(super) fn phrase_start(&self, head: usize) -> usize {
        let part = |&at: &usize| {
            matches!(
                self.sense.relation(at),
                Some(
                    Relation::Determiner
                        | Relation::Compound
                        | Relation::Adjectival
                        | Relation::NominalPossessive
                        | Relation::Flat
                )
            )
        };
        self.sense.dependents(head).filter(part).min().unwrap_or(head).min(head)
    }
}
