//! Tokens, sentences and quotations of one text: the ground every rule stands on.
//!
//! Knows nothing of actors or issues.

mod accuracy;
mod coded;
mod conllu;
mod document;
mod fixed;
mod kernel;
mod lemma;
mod model;
mod morphology;
mod named;
mod parser;
mod plain;
mod quotes;
mod relation;
mod sentence_parser;
mod signs;
mod spelling;
mod tag;
#[cfg(feature = "train")]
mod train;
mod tree;

pub use accuracy::Accuracy;
pub use conllu::{TreebankSentence, TreebankWord, WordAnalysis, read_conllu, word_line};
pub use document::{Document, Place};
pub use lemma::lemma;
pub use model::Model;
pub use morphology::{features, is_negation};
pub use parser::{LONGEST, Parse, Scratch};
pub use plain::PlainText;
pub use quotes::Quote;
pub use relation::Relation;
pub use sentence_parser::SentenceParser;
pub use tag::{Class, Fine, Tag};
#[cfg(feature = "train")]
pub use train::{Dropout, Levels, Plan, figures, silver, train};
#[cfg(feature = "train")]
pub(crate) use train::{Rng, exponential};
