//! A holder and an issue in one sentence, and where they meet.

use super::probes::Probe;
use super::relevance::{Relevance, relevance};
use super::roles::{Part, Role};
use super::{History, Scenery};
use crate::stance::hits::Hit;
use crate::stance::rules::Draft;
use crate::text::Code;

/// A holder and an issue in one sentence, with what the rules make of them.
pub(super) struct Pair<'a> {
    pub(super) scenery: &'a Scenery<'a>,
    pub(super) roles: &'a [Role],
    pub(super) drafts: &'a [Draft],
    pub(super) probes: &'a [Probe],
    pub(super) history: &'a History,
    pub(super) holder: Code,
    pub(super) issue: usize,
    /// Of the holder's roles, the one over most of the issue's words; merely to be named is less than any part.
    pub(super) role: &'a Role,
    /// What of each issue's words that role is over.
    pub(super) within: &'a [Relevance],
    /// The token that stands for the issue.
    pub(super) pivot: usize,
    /// The issue's surest hit by words, and by a word that points back.
    pub(super) hit: Option<&'a Hit>,
    pub(super) pointed: Option<&'a Hit>,
}

/// What of each issue's words each role is over.
pub(super) fn within(scenery: &Scenery, roles: &[Role]) -> Vec<Vec<Relevance>> {
    let first = scenery.sense.sentence.first;
    let over = |role: &Role| {
        let name = scenery.issues.of_name(role.holder);
        relevance(scenery.present, scenery.issues, name, |at| role.scope[at - first])
    };
    roles.iter().map(over).collect()
}

/// What all pairs of a sentence share.
pub(super) struct Table<'a> {
    pub(super) scenery: &'a Scenery<'a>,
    pub(super) roles: &'a [Role],
    pub(super) within: &'a [Vec<Relevance>],
    pub(super) drafts: &'a [Draft],
    pub(super) probes: &'a [Probe],
    pub(super) history: &'a History,
}

impl<'a> Table<'a> {
    /// The pair of a holder and an issue; `None` where the holder has no part in the sentence.
    pub(super) fn pair(&self, holder: Code, issue: usize) -> Option<Pair<'a>> {
        let own = self.roles.iter().zip(self.within).filter(|(role, _)| role.holder == holder);
        let (role, within) =
            own.max_by_key(|(role, within)| (role.part > Part::Named, within[issue].weight, role.part))?;
        let scenery = self.scenery;
        let first = scenery.sense.sentence.first;
        let inside = |hit: &Hit| role.scope[hit.first - first];
        let hits = |anaphor: bool| scenery.hits.iter().filter(move |hit| hit.issue == issue && hit.anaphor == anaphor);
        let hit = hits(false).max_by_key(|hit| (inside(hit), hit.score));
        let pointed = hits(true).max_by_key(|hit| (inside(hit), hit.score));
        let pivot = hit
            .filter(|hit| inside(hit))
            .map(|hit| hit.first)
            .or_else(|| weightiest(scenery, role, issue))
            .or(pointed.map(|hit| hit.first))
            .or(role.predicate)
            .unwrap_or(first);
        Some(Pair {
            scenery,
            roles: self.roles,
            drafts: self.drafts,
            probes: self.probes,
            history: self.history,
            holder,
            issue,
            role,
            within,
            pivot,
            hit,
            pointed,
        })
    }
}

/// The first of the weightiest words of an issue that a role is over.
fn weightiest(scenery: &Scenery, role: &Role, issue: usize) -> Option<usize> {
    let first = scenery.sense.sentence.first;
    let own = scenery.present.iter().filter(|(at, term)| role.scope[at - first] && scenery.issues.is_of(*term, issue));
    own.max_by_key(|(at, term)| (scenery.issues.weight(*term), std::cmp::Reverse(*at))).map(|&(at, _)| at)
}

impl Pair<'_> {
    /// Whether the holder's role is over a token.
    pub(super) fn is_over(&self, token: usize) -> bool {
        token
            .checked_sub(self.scenery.sense.sentence.first)
            .and_then(|at| self.role.scope.get(at))
            .is_some_and(|inside| *inside)
    }

    /// The tokens the role is over.
    pub(super) fn tokens(&self) -> impl Iterator<Item = usize> {
        let first = self.scenery.sense.sentence.first;
        self.role.scope.iter().enumerate().filter(|(_, inside)| **inside).map(move |(at, _)| first + at)
    }

    /// What the rules make of the pair.
    pub(super) fn draft(&self) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.holder == self.holder && draft.issue == self.issue)
    }

    /// The best that the rules read from a word of the issue, or from a pronoun.
    pub(super) fn probed(&self, pronoun: bool) -> Option<&Draft> {
        let own = self.probes.iter().filter(|probe| probe.pronoun == pronoun && probe.draft.issue == self.issue);
        own.map(|probe| &probe.draft).filter(|draft| draft.holder == self.holder).max_by_key(|draft| draft.weight)
    }
}
