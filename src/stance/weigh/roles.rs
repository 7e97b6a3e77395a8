//! Who takes part in a sentence, in which role, and over which of its words: by its voices and by its parse.

use crate::attribution::{Discourse, Sense, Source, Voice};
use crate::stance::rules::Scene;
use crate::syntax::{Class, Relation};
use crate::text::Code;

/// How somebody takes part in a sentence. The order is that of trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// Spoke last, before this sentence.
    Earlier,
    /// Is named, and no more.
    Named,
    /// Owns a noun: "Lima's refusal".
    Owner,
    /// Does what a passive verb tells.
    Agent,
    /// Is given words.
    Voice,
    /// Is the subject of a verb.
    Subject,
}

/// One part that one holder takes.
pub(super) struct Role {
    pub(super) part: Part,
    pub(super) holder: Code,
    pub(super) source: Source,
    /// The verb, noun or word of saying.
    pub(super) predicate: Option<usize>,
    /// The tokens it is over, counted from the sentence's first.
    pub(super) scope: Vec<bool>,
    /// How many these are.
    pub(super) extent: usize,
}

impl Role {
    /// Whether it is over a token, counted from the sentence's first.
    pub(super) fn is_over(&self, at: usize) -> bool {
        self.scope.get(at).is_some_and(|inside| *inside)
    }
}

/// All parts that anybody takes in a sentence.
pub(super) fn roles(scene: &Scene) -> Vec<Role> {
    let Scene { sense, voices, discourse, .. } = *scene;
    let mut out = Vec::new();
    said(sense, voices, &mut out);
    for token in sense.sentence.first..sense.sentence.end {
        predicated(sense, voices, discourse, token, &mut out);
        owned(sense, token, &mut out);
    }
    let whole = vec![true; sense.sentence.end - sense.sentence.first];
    let named = sense.cast.within(sense.sentence.first, sense.sentence.end).map(|(_, placed)| placed);
    for source in named.filter(|placed| placed.acts()).map(Source::of) {
        add(Part::Named, source, None, whole.clone(), &mut out);
    }
    if let Some(source) = discourse.speaker.clone().filter(|_| voices.is_empty()) {
        add(Part::Earlier, source, None, whole, &mut out);
    }
    out
}

fn add(part: Part, source: Source, predicate: Option<usize>, scope: Vec<bool>, out: &mut Vec<Role>) {
    if let Some(holder) = source.holder {
        let extent = scope.iter().filter(|inside| **inside).count();
        out.push(Role { part, holder, source, predicate, scope, extent });
    }
}

fn said(sense: &Sense, voices: &[Voice], out: &mut Vec<Role>) {
    for voice in voices {
        let first = sense.sentence.first;
        let mut scope = vec![false; sense.sentence.end - first];
        for &(from, to) in &voice.content {
            scope[from - first..to - first].fill(true);
        }
        let cue = (voice.cue.0 < voice.cue.1).then_some(voice.cue.0);
        add(Part::Voice, voice.source.clone(), cue, scope, out);
    }
}

/// The subject or agent of a predicate.
fn predicated(sense: &Sense, voices: &[Voice], discourse: &Discourse, token: usize, out: &mut Vec<Role>) {
    let verb = matches!(sense.class(token), Some(Class::Verb | Class::Auxiliary))
        && !matches!(sense.relation(token), Some(Relation::Auxiliary | Relation::AuxiliaryPassive | Relation::Copula));
    let subjects = [Relation::Subject, Relation::SubjectOuter, Relation::SubjectPassive];
    let judged =
        || sense.dependents(token).any(|other| sense.relation(other).is_some_and(|own| subjects.contains(&own)));
    if !verb && !judged() {
        return;
    }
    let voice =
        voices.iter().filter(|voice| voice.holds(token)).min_by_key(|voice| voice.len()).map(|voice| &voice.source);
    let scope = sense.subtree(token);
    if let Some(subject) = sense.subject_of(token) {
        let mut over = scope.clone();
        for (slot, own) in over.iter_mut().zip(sense.subtree(subject)) {
            *slot &= !own;
        }
        for source in sense.all_listed(&sense.sources_at(subject, discourse, voice)) {
            add(Part::Subject, source, Some(token), over.clone(), out);
        }
    }
    let agent = sense.dependents(token).find(|&other| sense.relation(other) == Some(Relation::ObliqueAgent));
    let agents = agent.map(|agent| sense.sources_at(agent, discourse, voice)).unwrap_or_default();
    for source in sense.all_listed(&agents) {
        add(Part::Agent, source, Some(token), scope.clone(), out);
    }
}

/// The owner of a noun.
fn owned(sense: &Sense, token: usize, out: &mut Vec<Role>) {
    if sense.class(token) == Some(Class::Noun)
        && let Some(owner) = sense.possessor(token)
    {
        let scope = sense.subtree(token);
        add(Part::Owner, owner, Some(token), scope, out);
    }
}
