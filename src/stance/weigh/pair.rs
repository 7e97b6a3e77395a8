//! A holder and an issue in one sentence, and where they meet.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::Scenery;
use super::chain::Chain;
use super::probes::Probe;
use super::reach::{Marks, Reach};
use super::relevance::{Relevance, distinct, relevance};
use super::roles::{Part, Role};
use crate::stance::hits::Hit;
use crate::stance::rules::Draft;
use crate::text::{Code, InOrder};

/// A holder and an issue in one sentence, with what the rules make of them.
pub(super) struct Pair<'a> {
    pub(super) table: &'a Table<'a>,
    pub(super) scenery: &'a Scenery<'a>,
    pub(super) roles: &'a [Role],
    pub(super) probes: &'a [Probe],
    /// How many holders take a part in the sentence.
    pub(super) acting: usize,
    pub(super) holder: Code,
    pub(super) issue: usize,
    /// Of the holder's roles, the one over most of the issue's words; merely to be named is less than any part.
    pub(super) role: &'a Role,
    pub(super) reach: &'a Reach,
    /// What of each issue's words that role is over.
    pub(super) within: &'a [Relevance],
    /// The token that stands for the issue.
    pub(super) pivot: usize,
    /// The issue's surest hit by words, and by a word that points back.
    pub(super) hit: Option<&'a Hit>,
    pub(super) pointed: Option<&'a Hit>,
}

/// How many stretches back one with the same words of issues is looked for.
const BACK: usize = 8;

/// What of each issue's words each role is over.
fn within(scenery: &Scenery, roles: &[Role]) -> Vec<Rc<[Relevance]>> {
    let first = scenery.sense.sentence.first;
    let mut known: Vec<(Vec<u16>, Rc<[Relevance]>)> = Vec::new();
    let mut over = |role: &Role| {
        let inside = scenery.spoken.present.iter().filter(|(at, _)| role.scope[at - first]).map(|&(_, term)| term);
        let found = distinct(inside, scenery.issues.of_name(role.holder));
        if let Some((_, same)) = known.iter().rev().take(BACK).find(|(terms, _)| *terms == found) {
            return Rc::clone(same);
        }
        let own: Rc<[Relevance]> = relevance(&found, scenery.issues).into();
        known.push((found, Rc::clone(&own)));
        own
    };
    roles.iter().map(&mut over).collect()
}

/// What all pairs of a sentence share.
pub(super) struct Table<'a> {
    scenery: &'a Scenery<'a>,
    roles: &'a [Role],
    probes: &'a [Probe],
    within: Vec<Rc<[Relevance]>>,
    /// How many holders take a part.
    acting: usize,
    /// What each role is over, once it is asked for.
    reaches: Vec<OnceCell<Reach>>,
    marks: OnceCell<Marks>,
    /// What governs a token, not farther left than another, where that was asked.
    chains: RefCell<Vec<((usize, usize), Chain)>>,
}

impl<'a> Table<'a> {
    pub(super) fn new(scenery: &'a Scenery<'a>, roles: &'a [Role], probes: &'a [Probe]) -> Self {
        let acting = roles.iter().filter(|role| role.part > Part::Named).map(|role| role.holder);
        Self {
            scenery,
            roles,
            probes,
            within: within(scenery, roles),
            acting: each_once(acting).len(),
            reaches: roles.iter().map(|_| OnceCell::new()).collect(),
            marks: OnceCell::new(),
            chains: RefCell::default(),
        }
    }

    /// All holders, in order.
    pub(super) fn holders(&self) -> Vec<Code> {
        each_once(self.roles.iter().map(|role| role.holder))
    }

    /// What governs a token, not farther left than `from`.
    pub(super) fn chain(&self, pivot: usize, from: usize) -> Chain {
        let mut known = self.chains.borrow_mut();
        let asked = (pivot, from);
        if let Some((_, chain)) = known.iter().rev().take(BACK).find(|(other, _)| *other == asked) {
            return *chain;
        }
        let chain = Chain::of(self.scenery.sense, pivot, from);
        known.push((asked, chain));
        chain
    }

    /// The pair of a holder and an issue; `None` where the holder has no part in the sentence.
    pub(super) fn pair(&'a self, holder: Code, issue: usize) -> Option<Pair<'a>> {
        let own = self.roles.iter().zip(&self.within).enumerate().filter(|(_, (role, _))| role.holder == holder);
        let (number, (role, within)) =
            own.max_by_key(|(_, (role, within))| (role.part > Part::Named, within[issue].weight, role.part))?;
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
        let marks = self.marks.get_or_init(|| Marks::of(scenery.sense));
        Some(Pair {
            table: self,
            scenery,
            roles: self.roles,
            probes: self.probes,
            acting: self.acting,
            holder,
            issue,
            role,
            reach: self.reaches[number].get_or_init(|| Reach::of(role, scenery.sense, marks)),
            within,
            pivot,
            hit,
            pointed,
        })
    }
}

fn each_once(holders: impl Iterator<Item = Code>) -> Vec<Code> {
    let mut holders: Vec<Code> = holders.collect();
    holders.order();
    holders.dedup();
    holders
}

/// The first of the weightiest words of an issue that a role is over.
fn weightiest(scenery: &Scenery, role: &Role, issue: usize) -> Option<usize> {
    let first = scenery.sense.sentence.first;
    let own =
        scenery.spoken.present.iter().filter(|(at, term)| role.scope[at - first] && scenery.issues.is_of(*term, issue));
    own.max_by_key(|(at, term)| (scenery.issues.weight(*term), std::cmp::Reverse(*at))).map(|&(at, _)| at)
}

impl<'a> Pair<'a> {
    /// Whether the holder's role is over a token.
    pub(super) fn is_over(&self, token: usize) -> bool {
        token.checked_sub(self.scenery.sense.sentence.first).is_some_and(|at| self.role.is_over(at))
    }

    /// What the rules make of the pair.
    pub(super) fn draft(&self) -> Option<&'a Draft> {
        self.scenery.drafts.iter().find(|draft| draft.holder == self.holder && draft.issue == self.issue)
    }

    /// The best that the rules read from a word of the issue, or from a pronoun.
    pub(super) fn probed(&self, pronoun: bool) -> Option<&Draft> {
        let own = self.probes.iter().filter(|probe| probe.pronoun == pronoun && probe.draft.issue == self.issue);
        own.map(|probe| &probe.draft).filter(|draft| draft.holder == self.holder).max_by_key(|draft| draft.weight)
    }
}
