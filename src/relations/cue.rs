//! Which way a pair turns, and by which word.

use super::dyad::Polarity;
use super::features::Sign;
use super::weights::Weights;
use super::words::Words;
use crate::syntax::Class;
use crate::text::Span;

/// How far from nought the weights of a pair that nobody asked for must come: what is nearer is neutral.
const MARGIN: i32 = 24;

/// What the weights say of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Judgement {
    pub(super) polarity: Polarity,
    pub(super) cue: Option<Span>,
}

/// Weighs a pair. One that was `given` stands in some relation, so one of the two sides is chosen for it.
pub(super) fn judge(words: &Words, signs: &[Sign], weights: &Weights, given: bool) -> Judgement {
    let sum: i32 = signs.iter().map(|sign| weights.of(sign.key)).sum();
    let polarity = match sum {
        _ if !given && sum.abs() < MARGIN => Polarity::Neutral,
        1.. => Polarity::Cooperation,
        _ => Polarity::Conflict,
    };
    let toward = if polarity == Polarity::Conflict { -1 } else { 1 };
    let weight = |at: usize| -> i32 {
        signs.iter().filter(|sign| sign.word == Some(at)).map(|sign| toward * weights.of(sign.key)).sum()
    };
    let telling = |at: &usize| {
        matches!(words.class(*at), Class::Verb | Class::Noun | Class::Adjective | Class::ProperNoun)
            && signs.iter().any(|sign| sign.word == Some(*at))
    };
    // The first of those that weigh most.
    let cue = (0..words.len()).rev().filter(telling).max_by_key(|&at| weight(at));
    Judgement { polarity, cue: cue.map(|at| words.span(at)) }
}
