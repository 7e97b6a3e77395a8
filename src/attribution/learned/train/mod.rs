//! Learning the weights from coded articles.
//!
//! In floating point, with operations that every machine does alike and sums in a fixed order: the same data give the
//! same bytes.
#![expect(clippy::cast_precision_loss, reason = "counts and weights, far below what a float holds exactly")]

mod coded;
mod heads;
mod labels;
mod learner;
mod pack;
mod plan;

pub use coded::{Coded, CodedText};
pub use plan::Plan;

use super::words::Words;
use crate::corpus::Clutter;
use crate::lexicon::Lexicon;
use crate::syntax::{Document, Rng, SentenceParser};
use coded::Example;

/// A text ready to learn from.
struct Lesson {
    words: Words,
    examples: Vec<Example>,
}

/// Learns weights from coded texts; returns the file.
///
/// `tell` hears of each step.
pub fn train(texts: &[CodedText], parser: &SentenceParser, plan: &Plan, tell: &mut dyn FnMut(&str)) -> Vec<u8> {
    let (lexicon, clutter) = (Lexicon::whole(), Clutter::builtin());
    let lesson = |coded: &CodedText| {
        let document = Document::read(&coded.text, &clutter, lexicon);
        let words = Words::read(&document, parser);
        let examples = coded.examples(&document, &words);
        Lesson { words, examples }
    };
    let lessons: Vec<Lesson> = texts.iter().map(lesson).collect();
    let coded: usize = texts.iter().map(|text| text.attributions.len()).sum();
    let found: usize = lessons.iter().map(|lesson| lesson.examples.len()).sum();
    tell(&format!("{} texts, {coded} attributions, {found} to learn from", texts.len()));
    let mut rng = Rng::new(plan.seed);
    let heads = heads::learn(&lessons, plan, &mut rng, tell);
    let labels = labels::learn(&lessons, plan, &mut rng, tell);
    pack::pack(&heads, &labels, plan.enough)
}

#[cfg(all(test, feature = "cli"))]
mod tests;
