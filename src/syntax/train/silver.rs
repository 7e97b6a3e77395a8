//! More sentences to learn from: plain text, parsed by a larger model.
//!
//! Self-training with a stronger teacher (`McClosky`, Charniak and Johnson, NAACL 2006): the teacher's mistakes are not
//! those of the gold trees, and the words are those of news.

use crate::syntax::conllu::TreebankSentence;
use crate::syntax::model::Model;
use crate::syntax::parser::Scratch;
use crate::syntax::plain::PlainText;

/// Sentences of fewer words are mostly headings, of more mostly lists.
const WORDS: std::ops::RangeInclusive<usize> = 6..=45;

/// Parses every fitting sentence of a text. Lines are paragraphs in the text that this was made for.
pub fn silver(model: &Model, text: &str, scratch: &mut Scratch) -> Vec<TreebankSentence> {
    let plain = PlainText::read(text);
    let fitting = |words: &Vec<&str>| {
        let ends = words.last().is_some_and(|word| matches!(*word, "." | "?" | "!" | "\"" | "”"));
        WORDS.contains(&words.len()) && ends
    };
    let words = plain.sentences().map(|tokens| plain.words(tokens)).filter(fitting);
    words.map(|words| TreebankSentence::parsed(&words, &model.parse(&words, scratch))).collect()
}
