//! Who says what, by weights learned from coded news: the words of source, cue and content as spans.
//!
//! Two steps, after Pareti et al. (EMNLP 2013) and Newell et al. (LREC 2018). A linear classifier finds the words that
//! can head a cue: verbs of saying and thinking, nouns such as "claim", prepositions such as "according". For each, a
//! linear chain (Lafferty et al., ICML 2001) gives every word around it one of four labels: source, cue, content or
//! none; its signs are above all the way through the parse from the cue to the word.
//!
//! Whole numbers only, so that native and wasm agree. Finds more than verbs of saying: beliefs, wishes, promises and
//! judgements are attributions too. Misses: what no word of the sentence ascribes, quotations over several paragraphs,
//! and the exact end of a content with clauses hung to it.

mod chain;
mod cue_signs;
mod label;
mod model;
mod reader;
mod signs;
mod span_signs;
mod speakers;
#[cfg(feature = "train")]
mod train;
mod way;
mod window;
mod words;

pub use model::AttributionModel;
pub use speakers::AttributionReader;
#[cfg(feature = "train")]
pub use train::{Coded, CodedText, Plan as AttributionPlan, train as train_attributions};
