//! What an article's rules have found so far.

use crate::stance::rules::Draft;
use crate::text::Code;

/// Whom the rules saw on which side of what, in the article's order.
#[derive(Clone, Debug, Default)]
pub(in crate::stance) struct History {
    entries: Vec<(Code, usize, i16)>,
}

impl History {
    /// Takes note of what the rules found.
    pub(in crate::stance) fn note(&mut self, draft: &Draft) {
        self.entries.push((draft.holder, draft.issue, draft.sign()));
    }

    fn own(&self, holder: Code, issue: usize) -> impl Iterator<Item = i16> {
        self.entries.iter().filter(move |entry| entry.0 == holder && entry.1 == issue).map(|entry| entry.2)
    }

    /// For how often a holder was for an issue, less how often against.
    pub(super) fn sign(&self, holder: Code, issue: usize) -> i16 {
        self.own(holder, issue).sum()
    }

    /// How often a holder took a side of an issue, or none.
    pub(super) fn count(&self, holder: Code, issue: usize) -> usize {
        self.own(holder, issue).count()
    }

    /// The issue on which a holder was seen last.
    pub(super) fn last_of(&self, holder: Code) -> Option<usize> {
        self.entries.iter().rev().find(|entry| entry.0 == holder).map(|entry| entry.1)
    }

    /// Who was seen last, and on what.
    pub(super) fn last(&self) -> Option<(Code, usize)> {
        self.entries.last().map(|entry| (entry.0, entry.1))
    }

    /// The share of an issue in all that was seen, in per cent.
    pub(super) fn share(&self, issue: usize) -> usize {
        self.entries.iter().filter(|entry| entry.1 == issue).count() * 100 / self.entries.len().max(1)
    }
}
