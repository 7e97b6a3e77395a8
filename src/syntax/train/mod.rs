//! Training of the parser's model from a treebank and from plain text.
//!
//! In floating point, with operations that every machine does alike and sums in a fixed order: the same data give the
//! same bytes.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "counts of words and weights, far below what a float holds exactly"
)]

mod course;
mod encoder;
mod layers;
mod network;
mod pack;
mod plan;
mod rng;
mod silver;

pub(crate) use network::exponential;
pub use plan::{Dropout, Levels, Plan};
pub(crate) use rng::Rng;
pub use silver::silver;

use super::accuracy::Accuracy;
use super::conllu::TreebankSentence;
use super::model::Model;
use course::Course;

/// Trains a model on a treebank and on parsed text; returns the model file.
///
/// `tell` hears of each epoch.
///
/// # Panics
///
/// Where the data are too many or a size of the plan too large for the file's format.
pub fn train(
    gold: &[TreebankSentence],
    silver: &[TreebankSentence],
    plan: &Plan,
    tell: &mut dyn FnMut(&str),
) -> Vec<u8> {
    let mut course = Course::new(gold, silver, plan);
    tell(&format!("{} words known, {} word classes", course.vocabulary.keys.len(), course.tags.len()));
    let mut order = course.order();
    for epoch in 1..=plan.epochs {
        let doubt = course.epoch(&mut order);
        tell(&format!("epoch {epoch} of {}: doubt {doubt:.4}", plan.epochs));
    }
    pack::pack(&course.network, &course.vocabulary, &course.tags, plan.levels)
}

/// A line of figures for a model on a treebank.
pub fn figures(model: &Model, treebank: &[TreebankSentence]) -> String {
    let figures = Accuracy::of(model, treebank).figures();
    figures.map(|(name, figure)| format!("{name} {figure:.2}")).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::read_conllu;

    /// A treebank of six sentences about nobody.
    const TREEBANK: &str = include_str!("../../../tests/spec/six.conllu");

    fn small() -> Plan {
        let sizes = Plan { embedding: 8, width: 8, layers: 2, arc: 8, label: 8, ..Plan::SHIPPED };
        Plan { epochs: 300, least: 1, rate: 0.02, levels: Levels { embedding: 31.0, rest: 127.0 }, ..sizes }
    }

    #[test]
    fn same_data_same_bytes_and_it_learns_them() {
        let treebank = read_conllu("six.conllu", TREEBANK).expect("CoNLL-U");
        let model = train(&treebank, &[], &small(), &mut |_| {});
        assert_eq!(model, train(&treebank, &[], &small(), &mut |_| {}));
        let model = Model::read("a model", &model).expect("a model");
        let accuracy = Accuracy::of(&model, &treebank);
        assert!(accuracy.relation * 10 >= accuracy.words * 9, "{accuracy:?}");
        let other = train(&treebank, &[], &Plan { seed: 6, ..small() }, &mut |_| {});
        assert_ne!(Model::read("another", &other).expect("a model").id(), model.id());
    }
}
