//! Weighing: for each holder and issue of a sentence, whether all that is known of the two makes a statement.
//!
//! The rules of [`super::rules`] ask for an issue's whole phrase and for a cue that governs it. Much that a reader
//! understands has neither: "London likes it too". So every holder in a sentence is paired with every issue, what
//! speaks for and against a statement is told in numbers (`signs.rs`), and weights learned from coded articles
//! (`forest.rs`) decide. What the rules found is the weightiest sign; where they found the side, it stays theirs.
//!
//! Needs the parse of the sentence. Misses what neither words, place nor history tell.

mod composed;
mod forest;
mod history;
mod pair;
mod probes;
mod relevance;
mod roles;
mod signs;
#[cfg(feature = "train")]
mod train;
mod weights;

pub(super) use history::History;
pub(super) use relevance::Relevance;
#[cfg(feature = "train")]
pub use train::{Example, train};
pub use weights::Weights;

use super::Stance;
use super::hits::Hit;
use super::in_play::InPlay;
use super::readings::{Reading, Turn};
use super::rules::{Draft, Scene};
use super::terms::IssueTerms;
use crate::attribution::{Discourse, Sense, Voice};
use crate::lexicon::Side;
use crate::text::{Code, InOrder};
use pair::{Pair, Table};

/// A sentence with all that the stages before have found in it.
pub(super) struct Scenery<'a> {
    pub(super) sense: &'a Sense<'a>,
    pub(super) voices: &'a [Voice],
    pub(super) discourse: &'a Discourse,
    /// Terms of issues with their tokens.
    pub(super) present: &'a [(usize, u16)],
    pub(super) hits: &'a [Hit],
    pub(super) issues: &'a IssueTerms,
    pub(super) in_play: &'a InPlay,
    /// What of each issue's words the sentence holds, and the one before it.
    pub(super) whole: Vec<Relevance>,
    pub(super) previous: &'a [Relevance],
}

/// What of each issue's words a sentence with these terms holds.
pub(super) fn whole(present: &[(usize, u16)], issues: &IssueTerms) -> Vec<Relevance> {
    relevance::relevance(present, issues, None, |_| true)
}

/// A holder and an issue in a sentence, with all that speaks for and against a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Whose.
    pub holder: Code,
    /// Index of the issue in its codebook.
    pub issue: usize,
    /// The sentence's span in its article.
    pub sentence: crate::text::Span,
    /// What the rules make of it.
    pub rule: Option<Stance>,
    /// The signs, in the order of `signs.rs`.
    pub signs: Vec<i16>,
    /// Their names.
    #[cfg(feature = "train")]
    pub names: Vec<&'static str>,
}

/// Calls `then` for every pair of a holder and an issue, in order.
fn each_pair<T>(
    scenery: &Scenery,
    scene: &Scene,
    drafts: &[Draft],
    history: &History,
    mut then: impl FnMut(&Pair) -> T,
) -> Vec<T> {
    let roles = roles::roles(scenery.sense, scenery.voices, scenery.discourse);
    let within = pair::within(scenery, &roles);
    let probes = probes::probes(scenery, scene);
    let table = Table { scenery, roles: &roles, within: &within, drafts, probes: &probes, history };
    let mut holders: Vec<Code> = roles.iter().map(|role| role.holder).collect();
    holders.order();
    holders.dedup();
    let mut out = Vec::new();
    for holder in holders {
        for issue in (0..scenery.issues.kinds.len()).filter(|&issue| is_near(scenery, issue)) {
            out.extend(table.pair(holder, issue).map(|pair| then(&pair)));
        }
    }
    out
}

/// Whether a sentence may speak of an issue at all: it holds a word of it, or the issue was lately in play.
fn is_near(scenery: &Scenery, issue: usize) -> bool {
    scenery.whole[issue].terms > 0 || scenery.in_play.is_live() && scenery.in_play.age_of(issue) < LATELY
}

/// How many issues may have come between.
const LATELY: usize = 4;

/// All cases of a sentence.
pub(super) fn cases(scenery: &Scenery, scene: &Scene, drafts: &[Draft], history: &History) -> Vec<Case> {
    each_pair(scenery, scene, drafts, history, |pair| {
        let signs = signs::signs(pair);
        Case {
            holder: pair.holder,
            issue: pair.issue,
            sentence: scenery.sense.sentence.span,
            rule: pair.draft().map(|draft| draft.stance),
            signs: signs.values,
            #[cfg(feature = "train")]
            names: signs.names,
        }
    })
}

/// What becomes of the rules' drafts in a sentence, and what the rules did not see.
pub(super) fn weigh(
    scenery: &Scenery,
    scene: &Scene,
    drafts: &[Draft],
    history: &History,
    weights: &Weights,
) -> Vec<Draft> {
    let weighed = each_pair(scenery, scene, drafts, history, |pair| verdict(pair, scene, weights));
    let mut out: Vec<Draft> = weighed.into_iter().flatten().collect();
    // To speak of a matter and take no side is no position; the rules say so.
    let neutral = drafts.iter().filter(|draft| draft.stance == Stance::Neutral);
    let unsaid = |draft: &&Draft| !out.iter().any(|other| (other.holder, other.issue) == (draft.holder, draft.issue));
    let neutral: Vec<Draft> = neutral.filter(unsaid).cloned().collect();
    out.extend(neutral);
    out
}

fn verdict(pair: &Pair, scene: &Scene, weights: &Weights) -> Option<Draft> {
    let (sum, stance) = weights.judge(&signs::signs(pair).values);
    let ruled = pair.draft().filter(|draft| draft.stance != Stance::Neutral);
    if sum < i32::from(if ruled.is_some() { weights.kept } else { weights.supplied }) {
        return None;
    }
    let mut draft = match ruled {
        Some(draft) => draft.clone(),
        None => supplied(pair, scene, stance)?,
    };
    draft.confidence = Some(weights.certainty(sum));
    Some(draft)
}

/// A statement that the rules did not see: what they would have read from a word of the issue where that is the same
/// side, else one that rests on the holder's part and the cue nearest to the issue.
fn supplied(pair: &Pair, scene: &Scene, verdict: (Stance, bool)) -> Option<Draft> {
    let (side, conditional) = verdict;
    let sign: i16 = if side == Stance::Opposes { -1 } else { 1 };
    let probed =
        [false, true].into_iter().filter_map(|pronoun| pair.probed(pronoun)).find(|draft| draft.sign() == sign);
    let mut draft = match probed {
        Some(draft) => draft.clone(),
        None => written(pair, scene, sign)?,
    };
    (draft.stance, draft.lean) = if conditional { (Stance::Conditional, Some(side)) } else { (side, None) };
    draft.condition = draft.condition.filter(|_| conditional);
    draft.rule = "weighed";
    Some(draft)
}

fn written(pair: &Pair, scene: &Scene, sign: i16) -> Option<Draft> {
    let sense = pair.scenery.sense;
    let place = pair.hit.filter(|hit| pair.is_over(hit.first)).or(pair.pointed);
    let hit = place.cloned().unwrap_or(Hit {
        issue: pair.issue,
        first: pair.pivot,
        end: pair.pivot + 1,
        side: Stance::Supports,
        score: 0,
        own: false,
        anaphor: false,
    });
    let over = sense.cues.iter().filter(|cue| pair.is_over(cue.first) || pair.role.predicate == Some(cue.first));
    let cue = over
        .filter(|cue| cue.entries.iter().any(|entry| entry.class != crate::lexicon::CueClass::Say))
        .min_by_key(|cue| cue.first.abs_diff(pair.pivot));
    let hit = Hit { side: Stance::Supports, ..hit };
    let reading = Reading {
        sources: vec![pair.role.source.clone()],
        turn: if sign < 0 { Turn::STRAIGHT.through(Side::Against) } else { Turn::STRAIGHT },
        cue,
        entry: cue.and_then(|cue| cue.entries.first().copied()),
        rule: "weighed",
        weight: 0,
    };
    scene.draft(&hit, &reading, &pair.role.source, scene.voice_at(pair.pivot))
}
