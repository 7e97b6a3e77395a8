//! How far around its cue an attribution can reach.
//!
//! The cue's sentence, and those before and after that the same quotation or one right beside it joins to it.

use std::ops::Range;

use super::words::{Kind, Words};

/// The most sentences to either side.
const SENTENCES: usize = 12;
/// The most words to either side.
pub(super) const WORDS: usize = 300;

impl Words {
    /// The words that an attribution with its cue here can take in.
    pub(super) fn window(&self, cue: usize) -> Range<usize> {
        let own = self.list[cue].sentence;
        let (mut first, mut last) = (own, own);
        while first > own.saturating_sub(SENTENCES) && first > 0 && self.joins_before(first, own) {
            first -= 1;
        }
        while last < own + SENTENCES && last + 1 < self.sentences.len() && self.joins_after(last, own) {
            last += 1;
        }
        let (start, end) = (self.sentences[first].0, self.sentences[last].1);
        start.max(cue.saturating_sub(WORDS))..end.min(cue + WORDS)
    }

    fn block(&self, sentence: usize) -> usize {
        self.list[self.sentences[sentence].0].block
    }

    /// Whether the sentence before this one belongs to it: a quotation runs across the gap, or ends there before the cue.
    fn joins_before(&self, sentence: usize, own: usize) -> bool {
        let opening = &self.list[self.sentences[sentence].0];
        let closing = &self.list[self.sentences[sentence - 1].1 - 1];
        let goes_on = opening.quote > 0 && opening.quote == closing.quote && opening.kind != Kind::Quote;
        let ends =
            closing.kind == Kind::Quote || opening.kind == Kind::Quote && opening.quote == 0 && closing.quote > 0;
        self.block(sentence - 1) == self.block(own) && (goes_on || ends && sentence == own)
    }

    /// Whether the sentence after this one belongs to it: it begins in quotation marks, in the same block or after a colon.
    fn joins_after(&self, sentence: usize, own: usize) -> bool {
        let opening = &self.list[self.sentences[sentence + 1].0];
        let closing = &self.list[self.sentences[sentence].1 - 1];
        let (block, next) = (self.block(sentence), self.block(sentence + 1));
        let reaches = next == self.block(own)
            || closing.kind == Kind::Colon && next == block + 1
            || next == block && sentence > own;
        reaches && (opening.kind == Kind::Quote || opening.quote > 0)
    }
}
