//! Those named in passing beside a subject: with it, for whom it speaks, who supports and who opposes it.
//!
//! "Chad, for the African Group, with Peru, and opposed by the US, ..." and the same after what they said.

use super::actors::Actor;
use super::scene::Scene;
use crate::lexicon::{Form, Leaning, WordClass};

/// Who goes along with a proposition, and who against it.
#[derive(Clone, Debug, Default)]
pub(super) struct Company {
    pub(super) along: Vec<Actor>,
    pub(super) against: Vec<Actor>,
    /// Whether "supported by" or "opposed by" has been said.
    pub(super) sided: bool,
}

impl Company {
    /// Parties that go along, and nobody else.
    pub(super) fn of(along: Vec<Actor>) -> Self {
        Self { along, ..Self::default() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.along.is_empty() && self.against.is_empty()
    }

    pub(super) fn take_in(&mut self, other: &Self) {
        for (own, more) in [(&mut self.along, &other.along), (&mut self.against, &other.against)] {
            own.extend(more.iter().filter(|actor| !own.contains(actor)).cloned().collect::<Vec<_>>());
        }
    }
}

/// What a marker makes of those after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// "with", "for", "on behalf of": as those before them.
    Same,
    /// "supported by".
    Along,
    /// "opposed by".
    Against,
}

const FOR: &[&[&str]] = &[
    &["on", "behalf", "of"],
    &["speaking", "on", "behalf", "of"],
    &["speaking", "for"],
    &["together", "with"],
    &["along", "with"],
    &["joined", "by"],
    &["seconded", "by"],
    &["echoed", "by"],
    &["followed", "by"],
    &["with"],
    &["for"],
    &["alongside"],
    &["including"],
    &["led", "by"],
];

impl Scene<'_> {
    /// A marker of company here, and the token after it.
    pub(super) fn marker(&self, at: usize) -> Option<(Stand, usize)> {
        let verb = at + usize::from(self.sense.is(at, WordClass::Adverb) || self.is_manner(at));
        if let Some(words) = FOR.iter().find(|words| self.has(verb, words)) {
            return Some((Stand::Same, verb + words.len()));
        }
        if !self.is(verb + 1, "by") {
            return None;
        }
        let predicate = self.predicates.verb(self.document.tokens.get(verb..self.end)?)?;
        let stand = match predicate.leaning {
            Leaning::For => Stand::Along,
            Leaning::Against => Stand::Against,
            _ => return None,
        };
        (predicate.form == Form::Past).then_some((stand, verb + 2))
    }

    /// Reads company from `at` on; where it ends and who it is. `stand` is what "with" and "for" mean at its start.
    pub(super) fn company(&self, at: usize, trailing: bool) -> (usize, Company) {
        let (mut end, mut company, mut stand) = (at, Company::default(), Stand::Along);
        loop {
            let bracket = self.is_one_of(end, &["(", "["]);
            let comma = self.is(end, ",");
            let mut next = end + usize::from(bracket || comma);
            if self.is_one_of(next, &["and", "but", "though", "although", "while", "yet"]) {
                next += 1;
            }
            let Some((found, names)) = self.marker(next) else { break };
            if found == Stand::Same && !(bracket || comma || end > at || self.is(next, "with")) {
                break;
            }
            let Some(list) = self.parties(names, trailing) else { break };
            if found == Stand::Same && self.acts_alone(list.end) {
                break;
            }
            company.sided |= found != Stand::Same;
            stand = if found == Stand::Same { stand } else { found };
            let side = if stand == Stand::Against { &mut company.against } else { &mut company.along };
            side.extend(list.actors);
            end = list.end;
            if bracket {
                end += usize::from(self.is_one_of(end, &[")", "]"]));
            }
        }
        (end, company)
    }

    /// "with Chad opposing it": those after "with" have a verb of their own.
    fn acts_alone(&self, at: usize) -> bool {
        let verb = at + usize::from(self.is_manner(at) || self.sense.is(at, WordClass::Adverb));
        let gerund = |predicate: crate::lexicon::Predicate| predicate.form == Form::Gerund;
        self.predicates.verb(&self.document.tokens[verb.min(self.end)..self.end]).is_some_and(gerund)
            || self.has(verb, &["opposed", "to"])
    }

    /// An adverb in -ly.
    pub(super) fn is_manner(&self, at: usize) -> bool {
        self.is_word(at) && self.document.word(at).ends_with("ly")
    }
}
