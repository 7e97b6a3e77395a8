//! What the rules would read if a single word of an issue, or a pronoun, named it.
//!
//! The rules ask for a whole phrase. A sentence that holds one word of it is read as if the word were enough, and a
//! pronoun as if it meant an issue in play; what comes out is no statement yet but speaks for one.

use super::Scenery;
use crate::lexicon::WordClass;
use crate::stance::Stance;
use crate::stance::hits::Hit;
use crate::stance::rules::{Draft, Scene};
use crate::text::InOrder;

/// Words of an issue that are tried, the weightiest first.
const WORDS: usize = 3;
/// Issues that a pronoun may mean.
const MEANT: usize = 3;

/// What a word or a pronoun gave.
pub(super) struct Probe {
    pub(super) draft: Draft,
    pub(super) pronoun: bool,
}

/// All that the rules read from words and pronouns of issues that no phrase names.
pub(super) fn probes(scenery: &Scenery) -> Vec<Probe> {
    let scene = &scenery.scene;
    let mut out = Vec::new();
    let named = |issue: usize| scenery.hits.iter().any(|hit| hit.issue == issue && !hit.anaphor);
    for issue in 0..scenery.issues.kinds.len() {
        if named(issue) {
            continue;
        }
        let mut places: Vec<(u32, usize)> = scenery
            .spoken
            .present
            .iter()
            .filter(|(_, term)| scenery.issues.is_of(*term, issue))
            .map(|&(at, term)| (scenery.issues.weight(term), at))
            .collect();
        places.order_by_key(|&(weight, at)| (std::cmp::Reverse(weight), at));
        places.dedup_by_key(|place| place.1);
        let side = if scenery.spoken.whole[issue].side < 0 { Stance::Opposes } else { Stance::Supports };
        for &(_, at) in places.iter().take(WORDS) {
            out.extend(read(scene, issue, side, at, false));
        }
    }
    let sense = scenery.sense;
    for at in sense.sentence.first..sense.sentence.end {
        let pronoun = sense
            .document
            .is_one_of(at, &["it", "this", "that", "them", "these", "those", "one", "ones", "such", "so"]);
        let opens =
            sense.is(at + 1, WordClass::Determiner) || sense.document.is(at, "that") && sense.clause_start(at) == at;
        if !pronoun || opens || scenery.hits.iter().any(|hit| hit.first <= at && at < hit.end) {
            continue;
        }
        for &(issue, side) in scenery.in_play.issues.iter().rev().take(MEANT) {
            out.extend(read(scene, issue, side, at, true));
        }
    }
    out
}

fn read(scene: &Scene, issue: usize, side: Stance, at: usize, pronoun: bool) -> Vec<Probe> {
    let hit = Hit { issue, first: at, end: at + 1, side, score: 0, own: false, anaphor: pronoun, back: side };
    scene.read(&hit).into_iter().map(|draft| Probe { draft, pronoun }).collect()
}
