//! The issues that were lately spoken of, for words that point back.

use super::hits::Hit;
use super::terms::IssueTerms;
use super::{IssueKind, Stance};
use crate::text::Code;

/// The issues that were last spoken of, latest last.
#[derive(Clone, Debug, Default)]
pub(super) struct InPlay {
    pub(super) issues: Vec<(usize, Stance)>,
    /// How many sentences ago the last of them was spoken of.
    age: usize,
    /// What each holder was last seen to be for: "the Peruvian plan" is the one that Peru wants.
    wanted: Vec<(Code, usize)>,
}

impl InPlay {
    /// Whether anything was spoken of lately; a pronoun does not reach farther back.
    pub(super) fn is_live(&self) -> bool {
        !self.issues.is_empty() && self.age < LATELY
    }

    /// How many other issues were spoken of since this one; 9 where it never was.
    pub(super) fn age_of(&self, issue: usize) -> usize {
        self.issues.iter().rev().position(|(other, _)| *other == issue).unwrap_or(9).min(9)
    }

    /// How many sentences ago any issue was spoken of by its words.
    pub(super) fn silence(&self) -> usize {
        self.age.min(99)
    }

    pub(super) fn note(&mut self, hits: &[Hit]) {
        self.age = if hits.iter().any(|hit| !hit.anaphor) { 0 } else { self.age + 1 };
        for hit in hits.iter().filter(|hit| !hit.anaphor) {
            self.issues.retain(|(issue, _)| *issue != hit.issue);
            self.issues.push((hit.issue, hit.back));
        }
    }

    pub(super) fn note_wanted(&mut self, holder: Code, issue: usize) {
        self.wanted.retain(|known| *known != (holder, issue));
        self.wanted.push((holder, issue));
    }

    pub(super) fn wanted_by(&self, holder: Code) -> Option<usize> {
        self.wanted.iter().rev().find(|(known, _)| *known == holder).map(|(_, issue)| *issue)
    }

    pub(super) fn latest_of(&self, issues: &IssueTerms, kind: IssueKind) -> Option<(usize, Stance)> {
        self.issues.iter().rev().find(|(issue, _)| issues.kinds[*issue] == kind).copied()
    }

    pub(super) fn latest(&self) -> Option<(usize, Stance)> {
        self.issues.last().copied()
    }
}

/// How many sentences a matter stays in a reader's mind.
const LATELY: usize = 8;
