//! A text made ready for rules: tokens, sentences, and what stands in quotation marks.

use super::quotes::{Quote, quotes_in};
use crate::corpus::{BlockKind, Body, Clutter, Cut, clean};
use crate::lexicon::{Book, Lexicon, WordList, WordMarks};
use crate::text::{Sentence, Token, TokenKind, sentences_in, tokens_in};

/// The running text of one article in tokens and sentences.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// The article's text as given.
    pub text: &'a str,
    /// All tokens of the running text, in order.
    pub tokens: Vec<Token>,
    /// What is known of each token's word.
    marks: Vec<WordMarks>,
    /// All sentences of the running text, in order.
    pub sentences: Vec<Sentence>,
    /// What was left out, as one sentence a line: it names people and bodies too, but states nothing.
    pub cut_sentences: Vec<Sentence>,
    /// For each sentence, the block it stands in and whether that is a heading.
    pub places: Vec<Place>,
    /// Stretches in quotation marks, in order; none crosses a block.
    pub quotes: Vec<Quote>,
    /// What was left out.
    pub cuts: Vec<Cut>,
}

/// Where a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The block's number, counted from zero.
    pub block: usize,
    /// Whether the block is a headline or a heading.
    pub heading: bool,
}

impl<'a> Document<'a> {
    /// Cleans and cuts a text.
    pub fn read(text: &'a str, clutter: &Clutter, lexicon: &Lexicon) -> Self {
        let Body { blocks, cuts } = clean(text, clutter);
        let mut document = Self {
            text,
            // English has a token in not quite five bytes.
            tokens: Vec::with_capacity(text.len() / 4),
            marks: Vec::new(),
            sentences: Vec::new(),
            cut_sentences: Vec::new(),
            places: Vec::new(),
            quotes: Vec::new(),
            cuts,
        };
        for (block, found) in blocks.iter().enumerate() {
            let first = document.tokens.len();
            tokens_in(text, found.span, &mut document.tokens);
            let end = document.tokens.len();
            sentences_in(text, &document.tokens, first, end, &mut document.sentences);
            let place = Place { block, heading: found.kind == BlockKind::Heading };
            document.places.resize(document.sentences.len(), place);
            quotes_in(text, &document.tokens, first, end, &mut document.quotes);
        }
        for index in 0..document.cuts.len() {
            let span = document.cuts[index].span;
            let first = document.tokens.len();
            tokens_in(text, span, &mut document.tokens);
            if document.tokens.len() > first {
                document.cut_sentences.push(Sentence { span, first, end: document.tokens.len() });
            }
        }
        let known = |token: &Token| match token.kind {
            TokenKind::Word | TokenKind::Clitic | TokenKind::Quote => lexicon.table.marks(token.lower),
            TokenKind::Address | TokenKind::Number | TokenKind::Mark => WordMarks::default(),
        };
        document.marks = document.tokens.iter().map(known).collect();
        document
    }

    /// Whether a phrase of this book may begin at the token.
    pub fn opens(&self, token: usize, book: Book) -> bool {
        self.marks.get(token).is_some_and(|marks| marks.opens(book))
    }

    /// What kinds of small word the token is by itself, as bits, and whether it begins a longer one.
    pub fn small(&self, token: usize) -> (u8, bool) {
        self.marks.get(token).map_or((0, false), |marks| (marks.small(), marks.opens(Book::LongSmall)))
    }

    /// Whether the token's word stands in this list.
    pub fn is_in(&self, token: usize, list: WordList) -> bool {
        self.marks.get(token).is_some_and(|marks| marks.is_in(list))
    }

    /// The characters of a token.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |token| token.of(self.text))
    }

    /// Whether the token's characters are `word` in any case (ASCII).
    pub fn is(&self, token: usize, word: &str) -> bool {
        same_word(self.bytes(token), word)
    }

    /// Whether the token's characters are one of `words`, in any case (ASCII).
    pub fn is_one_of(&self, token: usize, words: &[&str]) -> bool {
        let found = self.bytes(token);
        // Told by length, nearly all words are others: the loop over them has room for nothing else.
        words.iter().any(|word| found.len() == word.len() && same_letters(found, word.as_bytes()))
    }

    /// The bytes of a token: comparing them needs no look at where characters begin.
    fn bytes(&self, token: usize) -> &[u8] {
        self.tokens.get(token).and_then(|token| self.text.as_bytes().get(token.span.range())).unwrap_or_default()
    }

    /// The quotations that begin in `first..end`.
    pub fn quotes_from(&self, first: usize, end: usize) -> impl Iterator<Item = &Quote> {
        let from = self.quotes.partition_point(|quote| quote.first < first);
        self.quotes[from..].iter().take_while(move |quote| quote.first < end)
    }

    /// Whether a sentence holds anything in quotation marks.
    pub fn speaks(&self, sentence: Sentence) -> bool {
        self.quote_at(sentence.first).is_some() || self.quotes_from(sentence.first, sentence.end).next().is_some()
    }

    /// The quotation that holds a token.
    pub fn quote_at(&self, token: usize) -> Option<&Quote> {
        let after = self.quotes.partition_point(|quote| quote.first <= token);
        self.quotes[..after].last().filter(|quote| token < quote.end)
    }
}

/// Whether characters are those of a word in any case (ASCII). Length and first letter rule out nearly all.
fn same_word(found: &[u8], word: &str) -> bool {
    found.len() == word.len() && same_letters(found, word.as_bytes())
}

/// The same for characters of one length.
#[inline(never)]
fn same_letters(found: &[u8], word: &[u8]) -> bool {
    found.first().zip(word.first()).is_none_or(|(a, b)| (a ^ b) & !0x20 == 0) && found.eq_ignore_ascii_case(word)
}
