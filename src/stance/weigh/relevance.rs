//! How much a stretch of a sentence tells of an issue.

use crate::stance::Stance;
use crate::stance::terms::IssueTerms;
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

/// The relevance of each issue for the tokens for which `inside` holds; `but` is a term that does not count, such as
/// the name of whoever speaks.
pub(super) fn relevance(
    present: &[(usize, u16)],
    issues: &IssueTerms,
    but: Option<u16>,
    inside: impl Fn(usize) -> bool,
) -> Vec<Relevance> {
    let counts = |(at, term): &&(usize, u16)| inside(*at) && Some(*term) != but;
    let mut found: Vec<u16> = present.iter().filter(counts).map(|&(_, term)| term).collect();
    found.order();
    found.dedup();
    let mut out = vec![Relevance::default(); issues.kinds.len()];
    for (issue, own) in out.iter_mut().enumerate() {
        for &term in found.iter().filter(|term| issues.is_of(**term, issue)) {
            own.terms += 1;
            own.weight += whole(issues.weight(term));
        }
    }
    for phrase in &issues.phrases {
        let weight = |terms: &mut dyn Iterator<Item = &u16>| terms.map(|&term| issues.weight(term)).sum::<u32>();
        let got = weight(&mut phrase.terms.iter().filter(|term| found.binary_search(term).is_ok()));
        let share = whole(got * 100 / weight(&mut phrase.terms.iter()).max(1));
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
