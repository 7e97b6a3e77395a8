//! How much of a treebank the parser gets right, its words given.

use super::conllu::{TreebankSentence, TreebankWord};
use super::model::Model;
use super::parser::{Parse, Scratch};

/// Counts of words that are right. Punctuation counts, as in the `CoNLL` shared tasks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accuracy {
    /// All words.
    pub words: u32,
    /// Right universal class.
    pub class: u32,
    /// Right fine class.
    pub fine: u32,
    /// Right head.
    pub head: u32,
    /// Right head and relation, its subtype aside.
    pub universal: u32,
    /// Right head and relation with its subtype.
    pub relation: u32,
}

impl Accuracy {
    /// Of a model on a treebank.
    pub fn of(model: &Model, treebank: &[TreebankSentence]) -> Self {
        let (mut accuracy, mut scratch) = (Self::default(), Scratch::default());
        for sentence in treebank {
            let parse = model.parse(&sentence.forms(), &mut scratch);
            accuracy.count(&sentence.words, &parse);
        }
        accuracy
    }

    /// Counts one sentence.
    pub fn count(&mut self, words: &[TreebankWord], parse: &Parse) {
        for (at, word) in words.iter().enumerate() {
            let (tag, relation) = (parse.tags[at], parse.relations[at]);
            let right = parse.heads[at] == word.head;
            self.words += 1;
            self.class += u32::from(tag.class == word.tag.class);
            self.fine += u32::from(tag.fine == word.tag.fine);
            self.head += u32::from(right);
            self.universal += u32::from(right && relation.universal() == word.relation.universal());
            self.relation += u32::from(right && relation == word.relation);
        }
    }

    /// The shares in per cent, with the names that the field gives them.
    pub fn figures(&self) -> [(&'static str, f64); 5] {
        let percent = |part: u32| f64::from(part) * 100.0 / f64::from(self.words.max(1));
        [
            ("UPOS", percent(self.class)),
            ("XPOS", percent(self.fine)),
            ("UAS", percent(self.head)),
            ("LAS", percent(self.relation)),
            ("LAS, universal relations", percent(self.universal)),
        ]
    }
}
