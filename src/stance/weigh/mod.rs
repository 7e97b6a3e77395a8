//! Weighing: for each holder and issue of a sentence, whether all that is known of the two makes a statement.
//!
//! The rules of [`super::rules`] ask for an issue's whole phrase and for a cue that governs it. Much that a reader
//! understands has neither: "London likes it too". So every holder in a sentence is paired with every issue, what
//! speaks for and against a statement is told in numbers (`signs.rs`), and weights learned from coded articles
//! (`forest.rs`) decide. What the rules found is the weightiest sign; where they found the side, it stays theirs.
//!
//! Needs the parse of the sentence. Misses what neither words, place nor history tell.

mod chain;
mod composed;
mod forest;
mod history;
mod nested;
mod pair;
mod probes;
mod reach;
mod relevance;
mod roles;
mod signs;
mod topic;
#[cfg(feature = "train")]
mod train;
mod weights;

pub(super) use history::History;
pub(super) use relevance::Relevance;
pub(super) use topic::Topic;
#[cfg(feature = "train")]
pub use train::{Example, train};
pub use weights::{Ground, Weights};

use super::Stance;
use super::hits::Hit;
use super::in_play::InPlay;
use super::readings::{Reading, Turn};
use super::rules::{Draft, Scene};
use super::terms::IssueTerms;
use crate::attribution::Sense;
use crate::lexicon::Side;
use crate::text::Code;
use pair::{Pair, Table};
use roles::Part;

/// A sentence with all that the stages before have found in it.
pub(super) struct Scenery<'a> {
    pub(super) sense: &'a Sense<'a>,
    /// As the rules see it.
    pub(super) scene: Scene<'a>,
    pub(super) spoken: &'a Spoken,
    pub(super) hits: &'a [Hit],
    pub(super) issues: &'a IssueTerms,
    pub(super) in_play: &'a InPlay,
    /// What of each issue's words the sentence before it holds.
    pub(super) previous: &'a [Relevance],
    /// What the article has been about.
    pub(super) topic: &'a Topic,
    /// What the rules make of it.
    pub(super) drafts: &'a [Draft],
    pub(super) history: &'a History,
}

/// The words of issues in a sentence.
pub(super) struct Spoken {
    /// Terms of issues with their tokens.
    pub(super) present: Vec<(usize, u16)>,
    /// What of each issue's words the sentence holds.
    pub(super) whole: Vec<Relevance>,
}

impl Spoken {
    /// From a sentence's terms, with their tokens counted from its first.
    #[inline(never)]
    pub(super) fn of(sense: &Sense, terms: &[(usize, u16)], issues: &IssueTerms) -> Self {
        let present: Vec<_> = terms.iter().map(|&(at, term)| (sense.sentence.first + at, term)).collect();
        Self { present, whole: whole(terms, issues) }
    }
}

/// What of each issue's words these terms are.
pub(super) fn whole(terms: &[(usize, u16)], issues: &IssueTerms) -> Vec<Relevance> {
    relevance::relevance(&relevance::distinct(terms.iter().map(|&(_, term)| term), None), issues)
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
    /// What a statement would rest on.
    pub ground: Option<Ground>,
    /// The signs, in the order of `signs.rs`.
    pub signs: Vec<i16>,
    /// Their names.
    #[cfg(feature = "train")]
    pub names: Vec<&'static str>,
}

/// Calls `then` for every pair of a holder and an issue, in order, as long as it says so.
fn each_pair(scenery: &Scenery, mut then: impl FnMut(&Pair) -> bool) {
    let roles = roles::roles(&scenery.scene);
    let probes = probes::probes(scenery);
    let table = Table::new(scenery, &roles, &probes);
    for holder in table.holders() {
        for issue in (0..scenery.issues.kinds.len()).filter(|&issue| is_spoken_of(scenery, issue)) {
            if table.pair(holder, issue).is_some_and(|pair| !then(&pair)) {
                return;
            }
        }
    }
}

/// Whether a sentence may speak of an issue at all: it holds a word of it, or the issue was lately in play.
fn is_spoken_of(scenery: &Scenery, issue: usize) -> bool {
    scenery.spoken.whole[issue].terms > 0 || scenery.in_play.is_live() && scenery.in_play.age_of(issue) < LATELY
}

/// How many issues may have come between.
const LATELY: usize = 4;

/// How near to a statement, in 512ths of the log odds, a pair of a sentence that is not parsed must come to be worth a
/// parse. Whoever is given words by their order keeps them; who is only named may turn out to do something.
fn reach_of_grammar(pair: &Pair) -> i32 {
    match (pair.role.part, pair.scenery.hits.is_empty()) {
        (Part::Voice, _) => 900,
        (_, true) => 1300,
        (_, false) => 1700,
    }
}

/// Whether any pair of a sentence comes near a statement, or the sentence speaks of an issue and only grammar can tell
/// who does something about it.
///
/// The same weights are asked twice, first by the order of words and only then by the parse, as a cascade asks what is
/// cheap of all and what is dear of few (Viola and Jones 2001).
pub(super) fn is_near(scenery: &Scenery, weights: &Weights) -> bool {
    let (mut near, mut paired) = (false, false);
    each_pair(scenery, |pair| {
        paired = true;
        let sum = weights.stated.sum(&signs::signs(pair).values);
        near = sum >= least(pair, weights) - reach_of_grammar(pair);
        !near
    });
    near || !paired && !scenery.hits.is_empty()
}

/// All cases of a sentence.
pub(super) fn cases(scenery: &Scenery) -> Vec<Case> {
    let mut cases = Vec::new();
    each_pair(scenery, |pair| {
        let signs = signs::signs(pair);
        cases.push(Case {
            holder: pair.holder,
            issue: pair.issue,
            sentence: scenery.sense.sentence.span,
            rule: pair.draft().map(|draft| draft.stance),
            ground: ground(pair),
            signs: signs.values,
            #[cfg(feature = "train")]
            names: signs.names,
        });
        true
    });
    cases
}

/// What becomes of the rules' drafts in a sentence, and what the rules did not see.
pub(super) fn weigh(scenery: &Scenery, weights: &Weights) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::new();
    each_pair(scenery, |pair| {
        out.extend(verdict(pair, weights));
        true
    });
    let mut unsaid = sideless(scenery.drafts);
    unsaid.retain(|draft| !out.iter().any(|other| (other.holder, other.issue) == (draft.holder, draft.issue)));
    out.append(&mut unsaid);
    out
}

/// To speak of a matter and take no side is no position; the rules say so.
pub(super) fn sideless(drafts: &[Draft]) -> Vec<Draft> {
    drafts.iter().filter(|draft| draft.stance == Stance::Neutral).cloned().collect()
}

/// What the rules found for a pair, where that is a side.
fn ruled<'a>(pair: &Pair<'a>) -> Option<&'a Draft> {
    pair.draft().filter(|draft| draft.stance != Stance::Neutral)
}

/// Whether anything in a sentence can mean an issue to a reader: more than the name of a person or place that one of its
/// phrases has ("Putin" of "Putin's offer").
fn is_meant(pair: &Pair) -> bool {
    let (issues, issue) = (pair.scenery.issues, pair.issue);
    let told = |term: u16| !issues.names[usize::from(term)] && !issues.proper[usize::from(term)];
    let mut own = pair.scenery.spoken.present.iter().filter(|(_, term)| issues.is_of(*term, issue));
    pair.hit.is_some() || pair.pointed.is_some() || own.any(|&(_, term)| told(term))
}

/// What a statement of a pair would rest on; `None` where nothing in the sentence can mean the issue.
fn ground(pair: &Pair) -> Option<Ground> {
    match ruled(pair) {
        Some(_) if pair.within[pair.issue].phrase >= 100 => Some(Ground::Named),
        Some(_) => Some(Ground::Ruled),
        None => is_meant(pair).then_some(Ground::Supplied),
    }
}

/// The least sum with which a pair makes a statement.
fn least(pair: &Pair, weights: &Weights) -> i32 {
    ground(pair).map_or(i32::MAX, |ground| i32::from(weights.least[ground as usize]))
}

fn verdict(pair: &Pair, weights: &Weights) -> Option<Draft> {
    let signs = signs::signs(pair).values;
    let sum = weights.stated.sum(&signs);
    if sum < least(pair, weights) {
        return None;
    }
    let mut draft = match ruled(pair) {
        Some(draft) => draft.clone(),
        None => supplied(pair, weights.side(&signs))?,
    };
    draft.confidence = Some(weights.certainty(sum));
    Some(draft)
}

/// A statement that the rules did not see: what they would have read from a word of the issue where that is the same
/// side, else one that rests on the holder's part and the cue nearest to the issue.
fn supplied(pair: &Pair, verdict: (Stance, bool)) -> Option<Draft> {
    let (side, conditional) = verdict;
    let sign: i16 = if side == Stance::Opposes { -1 } else { 1 };
    let probed =
        [false, true].into_iter().filter_map(|pronoun| pair.probed(pronoun)).find(|draft| draft.sign() == sign);
    let mut draft = match probed {
        Some(draft) => draft.clone(),
        None => written(pair, sign)?,
    };
    (draft.stance, draft.lean) = if conditional { (Stance::Conditional, Some(side)) } else { (side, None) };
    draft.condition = draft.condition.filter(|_| conditional);
    draft.rule = "weighed";
    Some(draft)
}

fn written(pair: &Pair, sign: i16) -> Option<Draft> {
    let (sense, scene) = (pair.scenery.sense, &pair.scenery.scene);
    let place = pair.hit.filter(|hit| pair.is_over(hit.first)).or(pair.pointed);
    let hit = place.cloned().unwrap_or(Hit {
        issue: pair.issue,
        first: pair.pivot,
        end: pair.pivot + 1,
        side: Stance::Supports,
        score: 0,
        own: false,
        anaphor: false,
        back: Stance::Supports,
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
