//! Verbs bound to those who act: what the clauses of a sentence leave for propositions to be made of.

use super::company::Company;
use super::verbs::VerbPhrase;

/// Where an event's point stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Matter {
    /// Behind the verb, as far as the clause goes.
    Behind,
    /// These tokens: the subject of a passive, or what was said before "said Chad".
    At(usize, usize),
    /// That of the event before: "while Chad opposed", "Peru did not".
    Before,
}

/// A verb whose subject is known.
#[derive(Clone, Debug)]
pub(super) struct Event {
    /// The first token that is not the clause's before: its comma, conjunction or subject.
    pub(super) start: usize,
    /// The first token of its subject, or of the verb where that is taken up from before.
    pub(super) subject: usize,
    pub(super) verb: VerbPhrase,
    pub(super) company: Company,
    pub(super) matter: Matter,
    /// The event whose complement it is part of: "Chad said *Peru opposed* ...".
    pub(super) inside: Option<usize>,
    /// Whether it gives way to the event in its complement: "Chad said it opposed ...".
    pub(super) replaced: bool,
}
