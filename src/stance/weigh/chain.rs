//! The cues that govern an issue's word by the order of words, in numbers.

use super::signs::class_number;
use crate::attribution::Sense;
use crate::stance::Stance;
use crate::stance::govern::governors;
use crate::stance::hits::Hit;
use crate::stance::readings::Turn;

/// What governs a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chain {
    /// How many cues.
    pub(super) length: usize,
    /// The side that they come to together; 0 for none.
    pub(super) sign: i32,
    pub(super) partly: bool,
    /// The class of the outermost, as a number; 0 for none.
    pub(super) class: i16,
}

impl Chain {
    /// The cues that govern a token, none before `from`.
    pub(super) fn of(sense: &Sense, pivot: usize, from: usize) -> Self {
        let probe = Hit {
            issue: 0,
            first: pivot,
            end: pivot + 1,
            side: Stance::Supports,
            score: 0,
            own: false,
            anaphor: false,
            back: Stance::Supports,
        };
        let chain = governors(sense, &probe, from);
        let turn = chain.iter().fold(Turn::STRAIGHT, |turn, governor| turn.through(governor.side()));
        Self {
            length: chain.len(),
            sign: if chain.is_empty() { 0 } else { turn.sign },
            partly: turn.partly,
            class: chain.last().map_or(0, |governor| class_number(governor.entry.class)),
        }
    }
}
