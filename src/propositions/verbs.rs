//! Verbs with their auxiliaries: what is said, whether it is denied, and whether it is passive.

use super::scene::Scene;
use crate::lexicon::{Form, Leaning, WordClass, WordList};
use crate::syntax::{Class, Fine};

/// The most words between a subject and its verb: "could not in any way".
const AUXILIARIES: usize = 8;

/// A verb with what stands before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct VerbPhrase {
    /// The first auxiliary or adverb, or the verb itself.
    pub(super) first: usize,
    /// The verb.
    pub(super) at: usize,
    pub(super) form: Form,
    /// What it does; `None` for a verb that opens no proposition.
    pub(super) leaning: Option<Leaning>,
    pub(super) denied: bool,
    pub(super) passive: bool,
    /// Whether an auxiliary stands before it.
    pub(super) helped: bool,
}

impl VerbPhrase {
    /// Whether it can be the verb of a clause by itself.
    pub(super) fn is_finite(&self) -> bool {
        self.helped || matches!(self.form, Form::Past | Form::Third | Form::Base)
    }
}

impl Scene<'_> {
    /// The verb phrase that begins here.
    pub(super) fn verb_phrase(&self, first: usize) -> Option<VerbPhrase> {
        let (mut at, mut denied, mut be, mut helped) = (first, false, false, false);
        while at < self.end && at < first + AUXILIARIES {
            if self.document.is_in(at, WordList::Negation) {
                denied = true;
            } else if self.sense.is(at, WordClass::Auxiliary) {
                be = self.document.is_in(at, WordList::Be);
                helped = true;
            } else if !(self.sense.is(at, WordClass::Adverb) || self.is_manner(at)) {
                break;
            }
            at += 1;
        }
        if !self.is_word(at) || self.document.tokens[at].is_capitalised() && at > self.first {
            return None;
        }
        let predicate = self.predicates.verb(&self.document.tokens[at..self.end]);
        let (form, leaning) = match predicate {
            Some(predicate) => (predicate.form, Some(predicate.leaning)),
            None => (self.form_by_parse(at)?, None),
        };
        let noun = matches!(form, Form::Base | Form::Third) && !helped && self.sense.class(at) != Some(Class::Verb);
        if noun {
            return None;
        }
        // "was opposed to it"
        let opposed = leaning == Some(Leaning::Against) && self.is(at + 1, "to");
        let passive = be && form == Form::Past && !opposed;
        Some(VerbPhrase { first, at, form, leaning, denied, passive, helped })
    }

    /// The form of a verb that no list has.
    fn form_by_parse(&self, at: usize) -> Option<Form> {
        match self.fine(at)? {
            Fine::VerbPast | Fine::VerbParticiple => Some(Form::Past),
            Fine::VerbThird => Some(Form::Third),
            Fine::VerbBase | Fine::VerbPresent => Some(Form::Base),
            Fine::VerbGerund => Some(Form::Gerund),
            _ => None,
        }
    }

    /// Whether a finite verb of position stands here: what follows a list of parties is then a clause.
    pub(super) fn opens_clause(&self, at: usize) -> bool {
        self.verb_phrase(at).is_some_and(|verb| {
            verb.leaning.is_some() && verb.is_finite() && !verb.passive && !self.is(verb.at + 1, "by")
        })
    }
}
