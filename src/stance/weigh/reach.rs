//! What stands in the reach of a holder's part: words and cues, counted once for all issues.

use super::roles::Role;
use super::signs::first_side;
use crate::attribution::Sense;
use crate::lexicon::{Cue, CueClass, Side, WordList};

/// A sort of cues: the name of its sign, and whether an entry is of it.
type Sort = (&'static str, fn(&Cue) -> bool);
/// The sorts of cues that are counted.
pub(super) const SORTS: [Sort; 14] = [
    ("back_for", |cue| cue.class == CueClass::Back && cue.side == Side::For),
    ("back_against", |cue| cue.class == CueClass::Back && cue.side == Side::Against),
    ("view_for", |cue| matches!(cue.class, CueClass::Attitude | CueClass::Noun) && cue.side == Side::For),
    ("view_against", |cue| matches!(cue.class, CueClass::Attitude | CueClass::Noun) && cue.side == Side::Against),
    ("rate_for", |cue| cue.class == CueClass::Rate && cue.side == Side::For),
    ("rate_against", |cue| cue.class == CueClass::Rate && cue.side == Side::Against),
    ("effect_for", |cue| cue.class == CueClass::Effect && cue.side == Side::For),
    ("effect_against", |cue| cue.class == CueClass::Effect && cue.side == Side::Against),
    ("stir_for", |cue| cue.class == CueClass::Stir && cue.side == Side::For),
    ("stir_against", |cue| cue.class == CueClass::Stir && cue.side == Side::Against),
    ("partly", |cue| cue.side == Side::Partly),
    ("ought", |cue| cue.class == CueClass::Ought),
    ("say_against", |cue| cue.class == CueClass::Say && matches!(cue.side, Side::Against | Side::Warning)),
    ("say", |cue| cue.class == CueClass::Say),
];

/// The small words that are counted.
pub(super) const WORDS: [(&str, &[&str]); 4] = [
    ("would", &["would", "could", "might", "may"]),
    ("must", &["must", "should", "will", "shall", "need", "needs"]),
    ("if", &["if", "unless", "until", "provided", "once", "only", "without", "when", "but"]),
    ("had", &["had", "previously", "earlier", "once", "former"]),
];

/// Which of these a sentence's tokens and cues are, as bits.
pub(super) struct Marks {
    /// For each token a bit for each list of small words, and one for words that deny.
    tokens: Vec<u8>,
    /// For each cue a bit for each sort, and its first side after its own negation.
    cues: Vec<(u16, i16)>,
}

/// The bit of words that deny.
const DENIAL: u8 = 1 << WORDS.len();

impl Marks {
    pub(super) fn of(sense: &Sense) -> Self {
        let document = sense.document;
        let token = |at| {
            let listed = (0..).zip(&WORDS).filter(|(_, (_, list))| document.is_one_of(at, list));
            let bits = listed.fold(0, |bits, (number, _)| bits | 1 << number);
            if document.is_in(at, WordList::Negation) { bits | DENIAL } else { bits }
        };
        let cues = sense.cues.iter().map(|cue| {
            let sorts = (0..).zip(&SORTS).filter(|(_, (_, sort))| cue.entries.iter().any(sort));
            let side = first_side(cue).clamp(-1, 1);
            let turned = if side != 0 && sense.is_negated(cue.first) { -side } else { side };
            (sorts.fold(0, |bits, (number, _)| bits | 1 << number), turned)
        });
        Self { tokens: (sense.sentence.first..sense.sentence.end).map(token).collect(), cues: cues.collect() }
    }
}

/// What a role is over.
pub(super) struct Reach {
    /// How many tokens.
    pub(super) count: usize,
    /// The first of them.
    pub(super) first: Option<usize>,
    /// Numbers of the cues that begin there.
    pub(super) cues: Vec<usize>,
    /// How many of these and of the predicate are of each sort.
    pub(super) sorts: [i16; SORTS.len()],
    /// The sum of the sides of the cues.
    pub(super) side_sum: i16,
    /// How many words deny.
    pub(super) denials: usize,
    /// How many words are in each list.
    pub(super) words: [usize; WORDS.len()],
}

impl Reach {
    pub(super) fn of(role: &Role, sense: &Sense, marks: &Marks) -> Self {
        let first = sense.sentence.first;
        let over = |at: usize| at.checked_sub(first).and_then(|at| role.scope.get(at)).is_some_and(|inside| *inside);
        let bits = || marks.tokens.iter().zip(&role.scope).filter(|(_, inside)| **inside).map(|(bits, _)| *bits);
        let cues: Vec<usize> = (0..sense.cues.len()).filter(|&cue| over(sense.cues[cue].first)).collect();
        let mut sorts = [0; SORTS.len()];
        let predicate = role.predicate.and_then(|at| sense.cue_number(at)).filter(|&cue| !over(sense.cues[cue].first));
        for &cue in cues.iter().chain(&predicate) {
            for (number, count) in sorts.iter_mut().enumerate() {
                *count += i16::from(marks.cues[cue].0 & 1 << number != 0);
            }
        }
        let with = |bit: u8| bits().filter(|bits| bits & bit != 0).count();
        Self {
            count: bits().count(),
            first: role.scope.iter().position(|inside| *inside).map(|at| first + at),
            sorts,
            side_sum: cues.iter().map(|&cue| marks.cues[cue].1).sum(),
            cues,
            denials: with(DENIAL),
            words: std::array::from_fn(|list| with(1 << list)),
        }
    }
}
