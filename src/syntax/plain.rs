//! Running text without a site around it, in sentences: what a treebank or a person at a terminal gives.

use crate::text::{Sentence, Span, Token, sentences_in, tokens_in};

/// Tokens and sentences of a plain text, in which only a blank line ends a paragraph.
#[derive(Clone, Debug)]
pub struct PlainText<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
}

impl<'a> PlainText<'a> {
    /// Cuts a text.
    pub fn read(text: &'a str) -> Self {
        let mut plain = Self { text, tokens: Vec::new(), sentences: Vec::new() };
        for block in blocks(text) {
            let first = plain.tokens.len();
            tokens_in(text, block, &mut plain.tokens);
            sentences_in(text, &plain.tokens, first, plain.tokens.len(), &mut plain.sentences);
        }
        plain
    }

    /// The sentences, each as its tokens.
    pub fn sentences(&self) -> impl Iterator<Item = &[Token]> {
        self.sentences.iter().map(|sentence| &self.tokens[sentence.first..sentence.end])
    }

    /// The words of a sentence.
    pub fn words(&self, tokens: &[Token]) -> Vec<&'a str> {
        tokens.iter().map(|token| token.of(self.text)).collect()
    }
}

/// Stretches between blank lines.
fn blocks(text: &str) -> Vec<Span> {
    let mut blocks = Vec::new();
    let (mut start, mut end, mut at) = (None, 0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            blocks.extend(start.take().map(|start| Span::new(start, end)));
        } else {
            start = start.or(Some(at));
            end = at + line.len();
        }
        at += line.len();
    }
    blocks.extend(start.map(|start| Span::new(start, end)));
    blocks
}
