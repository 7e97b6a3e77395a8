//! The cues on the way up the tree from an issue's words to what its holder does, composed.

use super::pair::Pair;
use super::signs::{Signs, side_number};
use crate::attribution::Sense;
use crate::lexicon::{CueClass, WordList};
use crate::stance::condition::{condition, is_supposed};
use crate::syntax::Class;

/// How far up the way goes.
const STEPS: usize = 12;
/// Cues that take a side toward what they govern.
const TURNING: [CueClass; 4] = [CueClass::Back, CueClass::Attitude, CueClass::Noun, CueClass::Ought];
/// Cues that judge what they are said of.
const JUDGING: [CueClass; 2] = [CueClass::Rate, CueClass::Effect];
/// Either, and verbs that please or anger.
const ANY: [CueClass; 7] = [
    CueClass::Back,
    CueClass::Attitude,
    CueClass::Noun,
    CueClass::Ought,
    CueClass::Rate,
    CueClass::Effect,
    CueClass::Stir,
];

/// The side of the cue at a token, after its own negation.
fn signed(sense: &Sense, at: usize, classes: &[CueClass]) -> Option<i16> {
    let cue = sense.cue_at(at)?;
    let side = side_number(cue.entry(classes)?.side).clamp(-1, 1);
    Some(if sense.is_negated(cue.first) { -side } else { side })
}

/// Whether a word that denies hangs from a token.
fn is_denied(sense: &Sense, at: usize) -> bool {
    sense.dependents(at).any(|other| sense.document.is_in(other, WordList::Negation))
}

/// The nearest verb at or above a token; the root where there is none.
pub(super) fn verb_over(sense: &Sense, token: usize) -> usize {
    let mut at = token;
    for _ in 0..STEPS {
        match sense.head(at) {
            Some(head) if sense.class(at) != Some(Class::Verb) => at = head,
            _ => break,
        }
    }
    at
}

/// The signs of the way, of the judgements around the words, and of the clause that holds them.
pub(super) fn composed(pair: &Pair, signs: &mut Signs) {
    let sense = pair.scenery.sense;
    climbed(pair, signs);
    let over = sense.cues.iter().filter(|cue| pair.is_over(cue.first));
    let rates: Vec<(usize, i16)> = over
        .filter_map(|cue| signed(sense, cue.first, &JUDGING).map(|side| (cue.first.abs_diff(pair.pivot), side)))
        .filter(|(_, side)| *side != 0)
        .collect();
    signs.add("rate_near", rates.iter().min().map_or(0, |rate| rate.1));
    signs.add("rate_sum", rates.iter().map(|rate| rate.1).sum::<i16>());
    let verb = verb_over(sense, pair.pivot);
    signs.add("clause_side", signed(sense, verb, &ANY).unwrap_or(0));
    signs.flag("clause_denied", is_denied(sense, verb));
    let views = [CueClass::Back, CueClass::Attitude, CueClass::Noun];
    signs.add("predicate_side", pair.role.predicate.and_then(|at| signed(sense, at, &views)).unwrap_or(0));
    let place = (pair.pivot, pair.pivot + 1);
    signs.flag("condition", condition(sense, sense.sentence.first, sense.sentence.end, place).is_some());
    signs.flag("supposed", is_supposed(sense, place));
}

fn climbed(pair: &Pair, signs: &mut Signs) {
    let sense = pair.scenery.sense;
    let (mut sign, mut cues, mut denials, mut judged, mut steps) = (1_i16, 0_i16, 0_i16, 0_i16, 0_i16);
    let mut at = pair.pivot;
    for _ in 0..STEPS {
        if pair.role.predicate == Some(at) {
            break;
        }
        let Some(head) = sense.head(at) else { break };
        at = head;
        steps += 1;
        if let Some(side) = signed(sense, at, &TURNING) {
            sign *= if side == 0 { 1 } else { side };
            cues += 1;
        } else if let Some(side) = signed(sense, at, &JUDGING) {
            judged += side;
        }
        denials += i16::from(is_denied(sense, at));
        if !pair.is_over(at) {
            break;
        }
    }
    signs.add("path_sign", if cues == 0 { 0 } else { sign });
    signs.add("path_cues", cues);
    signs.add("path_judged", judged);
    signs.add("path_denials", denials);
    signs.add("path_steps", steps);
    signs.flag("path_whole", pair.role.predicate == Some(at));
}
