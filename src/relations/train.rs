//! Learning of the weights: a linear classifier with a margin, its weights averaged over all steps.
//!
//! Hinge loss by stochastic gradient steps (Shalev-Shwartz, Singer and Srebro 2007), averaged (Freund and Schapire
//! 1999; Collins 2002). In a fixed order by a seeded shuffle: the same data give the same bytes.
#![expect(clippy::cast_possible_truncation, reason = "weights are brought into the range of a byte before")]

use std::collections::BTreeMap;

use super::dyad::Polarity;
use super::reader::Reader;
use super::weights::Weights;
use crate::corpus::Article;
use crate::syntax::Rng;
use crate::text::{Span, fnv1a_64};

/// Passes over the data.
const EPOCHS: usize = 20;
/// The first step's length; later passes take shorter ones.
const STEP: f64 = 0.2;
/// Signs that fewer examples have get no weight.
const LEAST: u32 = 2;
/// What the heaviest sign weighs in the file.
const HEAVIEST: f64 = 127.0;

/// A pair of which people said which way it turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    keys: Vec<u32>,
    /// 1 for cooperation, -1 for conflict.
    side: i32,
    /// Examples of one text share a fold.
    text: u64,
}

impl Example {
    /// Reads a pair in its article; `None` where it is neutral.
    pub fn read(
        reader: &Reader,
        article: &Article,
        source: Option<Span>,
        target: Option<Span>,
        polarity: Polarity,
    ) -> Option<Self> {
        let side = match polarity {
            Polarity::Cooperation => 1,
            Polarity::Conflict => -1,
            Polarity::Neutral => return None,
        };
        Some(Self { keys: reader.keys(article, source, target), side, text: fnv1a_64(&article.text) })
    }
}

/// How often predictions agreed with people: by side, first cooperation, then conflict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    right: [u32; 2],
    missed: [u32; 2],
}

impl Agreement {
    /// Takes note of one prediction.
    pub fn note(&mut self, told: Polarity, found: Polarity) {
        let at = usize::from(told == Polarity::Conflict);
        let counter = if told == found { &mut self.right } else { &mut self.missed };
        counter[at] += 1;
    }

    /// The mean of the F1 of both sides.
    pub fn macro_f1(&self) -> f64 {
        let f1 = |side: usize| {
            let twice = f64::from(2 * self.right[side]);
            twice / (twice + f64::from(self.missed[0] + self.missed[1])).max(1.0)
        };
        f64::midpoint(f1(0), f1(1))
    }

    /// How many predictions there were.
    pub fn count(&self) -> u32 {
        self.right.iter().chain(&self.missed).sum()
    }
}

/// Learns weights from examples.
pub fn train(examples: &[Example]) -> Weights {
    let chosen: Vec<&Example> = examples.iter().collect();
    rounded(&learn(&chosen))
}

/// Predictions for every example by weights that were learned without it and all others of its text.
///
/// Returned in the order of the examples.
pub fn cross_validate(examples: &[Example], folds: u64) -> Vec<Polarity> {
    let fold = |example: &Example| (example.text >> 17) % folds;
    let mut found = vec![Polarity::Neutral; examples.len()];
    for left_out in 0..folds {
        let rest: Vec<&Example> = examples.iter().filter(|example| fold(example) != left_out).collect();
        let weights = rounded(&learn(&rest));
        for (example, found) in examples.iter().zip(&mut found).filter(|(example, _)| fold(example) == left_out) {
            let sum: i32 = example.keys.iter().map(|key| weights.of(*key)).sum();
            *found = if sum > 0 { Polarity::Cooperation } else { Polarity::Conflict };
        }
    }
    found
}

/// Weights by sign, in no particular unit.
fn learn(examples: &[&Example]) -> BTreeMap<u32, f64> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for key in examples.iter().flat_map(|example| &example.keys) {
        *counts.entry(*key).or_default() += 1;
    }
    // For each sign its weight, and the same times the step at which it was added.
    let mut weights: BTreeMap<u32, [f64; 2]> =
        counts.iter().filter(|(_, count)| **count >= LEAST).map(|(key, _)| (*key, [0.0; 2])).collect();
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let (mut rng, mut time) = (Rng::new(7), 1.0);
    for epoch in 0..EPOCHS {
        rng.shuffle(&mut order);
        let step = STEP / (1.0 + 0.3 * f64::from(u32::try_from(epoch).unwrap_or(u32::MAX)));
        for &at in &order {
            let Example { keys, side, .. } = examples[at];
            let sum: f64 = keys.iter().filter_map(|key| weights.get(key)).map(|weight| weight[0]).sum();
            if sum * f64::from(*side) < 1.0 {
                let change = step * f64::from(*side);
                for key in keys {
                    if let Some([weight, timed]) = weights.get_mut(key) {
                        *weight += change;
                        *timed += time * change;
                    }
                }
            }
            time += 1.0;
        }
    }
    weights.into_iter().map(|(key, [weight, timed])| (key, weight - timed / time)).collect()
}

/// Weights as whole numbers of one byte.
fn rounded(weights: &BTreeMap<u32, f64>) -> Weights {
    let heaviest = weights.values().fold(f64::MIN_POSITIVE, |most, weight| most.max(weight.abs()));
    let scaled = weights.iter().map(|(key, weight)| (*key, (weight * HEAVIEST / heaviest).round() as i8));
    Weights::of_pairs(scaled.filter(|(_, weight)| *weight != 0).collect())
}
