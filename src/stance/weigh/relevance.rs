//! How much a stretch of a sentence tells of an issue.

use crate::stance::Stance;
use crate::stance::terms::{IssueTerms, Origin};
use crate::text::InOrder;

/// What of an issue's words stands in a stretch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::stance) struct Relevance {
    /// Of the best phrase, in per cent of its weight.
    pub(super) phrase: i16,
    /// Of the title, in per cent of its weight.
    pub(super) title: i16,
    /// Weight of all its words that stand there.
    pub(super) weight: i16,
    /// How many of its words stand there.
    pub(super) terms: i16,
    /// The side of the phrase or title that stands there most wholly: for the issue (1), against it (-1).
    pub(super) side: i16,
}

/// The terms among these, each once, in order. `but` is one that does not count, such as the name of whoever speaks.
pub(super) fn distinct(terms: impl Iterator<Item = u16>, but: Option<u16>) -> Vec<u16> {
    let mut found: Vec<u16> = terms.filter(|term| Some(*term) != but).collect();
    found.order();
    found.dedup();
    found
}

/// The relevance of each issue for a stretch that holds these terms, each once.
pub(super) fn relevance(found: &[u16], issues: &IssueTerms) -> Vec<Relevance> {
    let mut out = vec![Relevance::default(); issues.kinds.len()];
    // What stands there of each phrase that has any of it.
    let mut parts: Vec<(u32, u32)> = Vec::new();
    for &term in found {
        let weight = issues.weight(term);
        for &issue in issues.issues_of(term) {
            out[issue].terms += 1;
            out[issue].weight += whole(weight);
        }
        parts.extend(issues.holding(term).iter().map(|&phrase| (phrase, weight)));
    }
    parts.order();
    for part in parts.chunk_by(|one, other| one.0 == other.0) {
        let (phrase, total) = issues.phrase(part[0].0);
        if phrase.origin == Origin::Part {
            continue;
        }
        let got: u32 = part.iter().map(|(_, weight)| weight).sum();
        let share = whole(got * 100 / total.max(1));
        let own = &mut out[phrase.issue];
        let (title, best) = (phrase.origin.is_title(), own.title.max(own.phrase));
        if share > best || share == best && share > 0 && !title {
            own.side = if phrase.side == Stance::Opposes { -1 } else { 1 };
        }
        let slot = if title { &mut own.title } else { &mut own.phrase };
        *slot = share.max(*slot);
    }
    out
}

fn whole(weight: u32) -> i16 {
    i16::try_from(weight).unwrap_or(i16::MAX)
}
